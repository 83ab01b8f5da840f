import { z } from 'zod';
import { LIMITS } from '../../publishers/wechat/limits';
import { ACCOUNT_KINDS, THEMES } from '../../publishers/wechat/settings';
import { WEIBO_LIMITS } from '../../publishers/weibo/limits';
import { SITE_KIND } from './site-kind';

/** One credential, as the form names it. */
export interface Credential {
  readonly name: string;
  /** zh-Hans. */
  readonly title: string;
  /** Not secret: its last four characters may be shown, so that people recognise it. */
  readonly recognisable: boolean;
  readonly required: boolean;
}

type Choice = string | number | boolean | readonly string[] | null | undefined;

/** What staff enter for an account of one publisher. */
export interface AccountKind {
  readonly credentials: readonly Credential[];
  /** Of each credential that is given. */
  readonly values: z.ZodType<Readonly<Record<string, string | null | undefined>>>;
  /** Choices; null takes one back. */
  readonly settings: z.ZodType<Readonly<Record<string, Choice>>>;
}

const quota = z.number().int().min(1).max(100).nullable().optional();
const optional = (pattern: RegExp, error: string) => z.string().trim().regex(pattern, { error }).nullable().optional();
const given = (pattern: RegExp, error: string) => z.string().trim().regex(pattern, { error }).optional();

const wechat: AccountKind = {
  credentials: [
    { name: 'appId', title: 'AppID', recognisable: true, required: true },
    { name: 'appSecret', title: 'AppSecret', recognisable: false, required: true },
    { name: 'token', title: '消息推送令牌（Token）', recognisable: false, required: false },
    { name: 'encodingAesKey', title: '消息加解密密钥（EncodingAESKey）', recognisable: false, required: false },
  ],
  values: z.strictObject({
    appId: given(/^wx[0-9a-zA-Z]{14,30}$/, 'AppID 以 wx 开头，在公众号后台“设置与开发”里'),
    appSecret: given(/^[\w-]{8,64}$/, 'AppSecret 只含字母和数字'),
    token: optional(/^[0-9a-zA-Z]{3,32}$/, 'Token 是 3 到 32 个字母或数字'),
    encodingAesKey: optional(/^[0-9a-zA-Z]{43}$/, 'EncodingAESKey 是 43 个字母或数字'),
  }),
  settings: z.strictObject({
    theme: z.enum(THEMES).optional(),
    author: z.string().trim().max(LIMITS.author).optional(),
    openComment: z.boolean().optional(),
    kind: z.enum(ACCOUNT_KINDS).optional(),
    massPerDay: quota,
    massPerMonth: quota,
    massTagId: z.number().int().min(1).max(99_999).nullable().optional(),
  }),
};

const weibo: AccountKind = {
  credentials: [
    { name: 'uid', title: '微博 UID', recognisable: true, required: true },
    { name: 'accessToken', title: '访问令牌（access_token）', recognisable: false, required: true },
    { name: 'rip', title: '服务器的公网 IP', recognisable: false, required: true },
  ],
  values: z.strictObject({
    uid: given(/^\d{5,20}$/, 'UID 是一串数字'),
    accessToken: given(/^[\w.-]{8,128}$/, '访问令牌只含字母、数字和点'),
    rip: given(/^[0-9a-fA-F.:]{3,45}$/, '请填写 IP 地址'),
  }),
  settings: z.strictObject({
    domain: z
      .string()
      .trim()
      .regex(/^[a-z0-9.-]{3,100}$/, { error: '请填写绑定的域名，例如 www.example.gov.cn' })
      .nullable()
      .optional(),
    signature: z.string().trim().max(WEIBO_LIMITS.signature).nullable().optional(),
    perHour: z.number().int().min(1).max(10_000).nullable().optional(),
    perDay: z.number().int().min(1).max(100_000).nullable().optional(),
  }),
};

/** The publishers of which staff may add accounts. */
export const ACCOUNT_KINDS_BY_PUBLISHER: Readonly<Record<'wechat' | 'weibo', AccountKind>> = { wechat, weibo };

/** Null where the accounts of a publisher have nothing to enter: the live rooms. There is one website, so none is added. */
export function kindOf(publisher: string): AccountKind | null {
  if (publisher === 'website') return SITE_KIND;
  return publisher === 'wechat' || publisher === 'weibo' ? ACCOUNT_KINDS_BY_PUBLISHER[publisher] : null;
}
