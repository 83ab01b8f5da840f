/**
 * What can be the matter with the account itself, and which calls the platform then refuses.
 * Source: https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html
 */
import type { WechatCode } from './errors';

interface Standing {
  /** zh-Hans, for whoever plays the platform. */
  readonly title: string;
  readonly code: WechatCode | null;
  /** Paths of the calls that are refused. */
  readonly refuses: RegExp;
}

const TOKEN = /^\/cgi-bin\/(?:stable_)?token$/;
const MASS = /^\/cgi-bin\/message\/mass\/(?:sendall|send|preview)$/;

export const ACCOUNT_STANDINGS = {
  well: { title: '正常', code: null, refuses: /^$/ },
  'secret-frozen': { title: 'AppSecret 已冻结', code: 40243, refuses: TOKEN },
  'token-forbidden': { title: '禁止使用凭证接口', code: 50004, refuses: TOKEN },
  frozen: { title: '账号被冻结', code: 50007, refuses: TOKEN },
  'awaits-administrator': { title: '等管理员确认服务器', code: 89503, refuses: TOKEN },
  'refused-for-a-day': { title: '管理员拒绝服务器，24 小时', code: 89506, refuses: TOKEN },
  'refused-for-an-hour': { title: '管理员拒绝服务器，1 小时', code: 89507, refuses: TOKEN },
  limited: {
    title: '账号能力受限',
    code: 50002,
    refuses: /^\/cgi-bin\/(?:draft|freepublish|material|media|message)\//,
  },
  'interfaces-banned': { title: '接口被封禁', code: 48004, refuses: /^(?!\/cgi-bin\/(?:stable_)?token$)/ },
  'publishing-banned': { title: '发布功能被封禁', code: 53500, refuses: /^\/cgi-bin\/freepublish\/submit$/ },
  'mass-not-agreed': { title: '没有同意群发协议', code: 48003, refuses: MASS },
  'video-banned': {
    title: '添加视频的功能被封禁',
    code: 89005,
    refuses: /^\/cgi-bin\/material\/add_material\?type=video$/,
  },
  'comments-unlicensed': { title: '没有留言功能的权限', code: 48015, refuses: /^\/cgi-bin\/comment\// },
} as const satisfies Readonly<Record<string, Standing>>;
export type AccountStanding = keyof typeof ACCOUNT_STANDINGS;

/** @param type of the material that is uploaded; null for all other calls */
export function standingRefusal(standing: AccountStanding, path: string, type: string | null): WechatCode | null {
  const { code, refuses }: Standing = ACCOUNT_STANDINGS[standing];
  return refuses.test(type === null ? path : `${path}?type=${type}`) ? code : null;
}
