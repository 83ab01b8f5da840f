import { createHash } from 'node:crypto';

/** What readers did with an article, as the platform names it. Money in 分, time in minutes, rates from 0 to 1. */
export interface DayDetail {
  readonly read_user: number;
  readonly read_user_source: readonly { readonly user_count: number; readonly scene_desc: string }[];
  readonly share_user: number;
  readonly zaikan_user: number;
  readonly like_user: number;
  readonly comment_count: number;
  readonly collection_user: number;
  readonly praise_money: number;
  readonly read_subscribe_user: number;
  readonly read_delivery_rate: number;
  readonly read_finish_rate: number;
  readonly read_avg_activetime: number;
  readonly read_jump_position: readonly { readonly position: number; readonly rate: number }[];
}

/** Where readers come from, in hundredths: pushed to them, most read it as a message; else they find it. */
const SOURCES = {
  公众号消息: { pushed: 55, found: 12 },
  聊天会话: { pushed: 14, found: 24 },
  朋友圈: { pushed: 12, found: 20 },
  公众号主页: { pushed: 7, found: 18 },
  推荐: { pushed: 5, found: 10 },
  搜一搜: { pushed: 3, found: 9 },
} as const;

interface About {
  /** Decides the size of the article's audience. */
  readonly seed: string;
  /** Days since its publication. */
  readonly age: number;
  readonly pushed: boolean;
  /** Real ones. */
  readonly comments: number;
  readonly how: 'cumulative' | 'daily';
}

/** Most readers come on the first two days. Pure. */
export function dayDetail({ seed, age, pushed, comments, how }: About): DayDetail {
  const audience = (200 + (createHash('sha256').update(seed).digest().readUInt16BE(0) % 1800)) * (pushed ? 5 : 1);
  const until = (days: number): number => Math.round(audience * (1 - 0.45 ** (days + 1)));
  const read = until(age) - (how === 'daily' && age > 0 ? until(age - 1) : 0);
  const part = (of: number): number => Math.round(read * of);
  return {
    read_user: read,
    read_user_source: sources(read, pushed),
    share_user: part(0.06),
    zaikan_user: part(0.02),
    like_user: part(0.03),
    comment_count: comments,
    collection_user: part(0.04),
    praise_money: 0,
    read_subscribe_user: part(pushed ? 0.8 : 0.35),
    read_delivery_rate: pushed ? 0.04 : 0,
    read_finish_rate: 0.46,
    read_avg_activetime: 1.2,
    read_jump_position: [1, 2, 3, 4, 5].map((position) => ({ position, rate: 0.2 - position * 0.02 })),
  };
}

function sources(read: number, pushed: boolean): DayDetail['read_user_source'] {
  const known = Object.entries(SOURCES).map(([scene_desc, share]) => ({
    user_count: Math.floor((read * (pushed ? share.pushed : share.found)) / 100),
    scene_desc,
  }));
  const others = read - known.reduce((sum, { user_count }) => sum + user_count, 0);
  return [{ user_count: read, scene_desc: '全部' }, ...known, { user_count: others, scene_desc: '其他' }];
}

/** Of the account, what can be added up. */
export function sumOf(details: readonly DayDetail[]): Readonly<Record<string, unknown>> {
  const total = (of: (one: DayDetail) => number): number => details.reduce((sum, one) => sum + of(one), 0);
  const scenes = details[0]?.read_user_source.map(({ scene_desc }) => scene_desc) ?? [];
  return {
    read_user: total((one) => one.read_user),
    read_user_source: scenes.map((scene_desc) => ({
      user_count: total(
        (one) => one.read_user_source.find((source) => source.scene_desc === scene_desc)?.user_count ?? 0,
      ),
      scene_desc,
    })),
    share_user: total((one) => one.share_user),
    zaikan_user: total((one) => one.zaikan_user),
    like_user: total((one) => one.like_user),
    comment_count: total((one) => one.comment_count),
  };
}
