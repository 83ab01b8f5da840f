import { z } from 'zod';
import type { SandboxOptions } from './options';
import { ACCOUNT_STANDINGS, type AccountStanding } from './wechat/account-state';
import { DRAFT_CHECKS, type DraftCheck } from './wechat/draft-check';
import { isRange } from './wechat/whitelist';

export const WECHAT_PROFILES = ['personal', 'verified', 'service', 'test'] as const;
export type WechatProfile = (typeof WECHAT_PROFILES)[number];

/** How the events of finished tasks come. `swapped`: each first one after the one that follows it. */
export const EVENT_WAYS = ['once', 'twice', 'swapped', 'lost'] as const;

/** Whether the account may sell: it has no shop, one with limits, or an open one. */
export const SHOPS = ['none', 'limited', 'open'] as const;

/** What the check for other people's originals says of everything that is pushed. */
export const REPRINTS = ['original', 'may-reprint', 'may-not-reprint'] as const;

const keysOf = <T extends string>(table: Readonly<Record<T, unknown>>): [T, ...T[]] =>
  // Tables of the sandbox have at least one row.
  Object.keys(table) as [T, ...T[]];

/** What the next accepted publish task comes to. 5 and 6 publish first and take the article away afterwards. */
const publishResult = z.union([z.literal(0), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]);

/**
 * How the platforms behave towards this account until told otherwise. A client cannot see these switches; it only
 * meets their consequences, as it would on the real platforms.
 */
export const scenariosSchema = z.object({
  profile: z.enum(WECHAT_PROFILES),
  /** Result of the next publish task only; back to 0 afterwards. */
  nextPublish: publishResult,
  /** Status of the next mass send only: `send success`, `send fail`, `err(40002)` … */
  nextMass: z.string(),
  /** How long a publish or mass-send task works, milliseconds. */
  publishMs: z.number().int().nonnegative(),
  /** How long a video of the WeChat library is being transcoded and cannot be pushed, milliseconds. */
  transcodeMs: z.number().int().nonnegative(),
  /** What is the matter with the account itself. */
  standing: z.enum(keysOf<AccountStanding>(ACCOUNT_STANDINGS)),
  /** When set, token calls are refused with 40164 and this address in the text. */
  refusedIp: z.string().nullable(),
  /** Addresses and ranges from which tokens may be asked for; null = from anywhere. */
  whitelist: z.array(z.string().refine(isRange)).nullable(),
  /** From where calls seem to come; null = from where they come. */
  callerIp: z.string().nullable(),
  /** What the check before publishing says of every draft. */
  draftCheck: z.enum(keysOf<DraftCheck>(DRAFT_CHECKS)),
  /** Publishing twice within so many milliseconds is too often; 0 = never. */
  publishGapMs: z.number().int().nonnegative(),
  /** 群发保护: an administrator has to confirm each mass send within 30 minutes. */
  massProtection: z.boolean(),
  reprint: z.enum(REPRINTS),
  /** Videos of the library have passed the platform's own review. */
  videosReviewed: z.boolean(),
  shop: z.enum(SHOPS),
  /** Keys of the products in the shop. */
  products: z.array(z.string()),
  /** Times the daily quotas of a new account: the platform gives more to accounts with many followers. */
  quotaFactor: z.number().positive(),
  /** Comment privilege of the WeChat account (留言功能). */
  comments: z.boolean(),
  /** The platform keeps the comments of all articles back for safety. */
  commentsLimited: z.boolean(),
  /** The statistics of yesterday are not counted up yet, although their hour has come. */
  statisticsDelayed: z.boolean(),
  /** Also refuse article HTML above 2 KB, which one sentence of the platform's page asks for and another contradicts. */
  strictContent: z.boolean(),
  /** Where WeChat events are pushed to; null = nowhere. */
  callbackUrl: z.string().nullable(),
  events: z.enum(EVENT_WAYS),
  /** How long a push waits for its answer, milliseconds. */
  callbackMs: z.number().int().positive(),
  /** Domain bound to the Weibo app; null = none is bound. */
  boundDomain: z.string().nullable(),
  /** The next share answers 20032 and shows the post this many milliseconds later; null = answers at once. */
  nextShareSlowMs: z.number().int().nonnegative().nullable(),
  /** `valid`, or what Weibo says about the token instead. */
  weiboToken: z.enum(['valid', 'expired', 'revoked']),
  weiboPerHour: z.number().int().nonnegative(),
  weiboPerDay: z.number().int().nonnegative(),
});
export type Scenarios = z.infer<typeof scenariosSchema>;

export const scenariosOf = (options: SandboxOptions): Scenarios => ({
  profile: options.profile ?? 'verified',
  nextPublish: 0,
  nextMass: 'send success',
  publishMs: options.publishMs ?? 1500,
  transcodeMs: 0,
  standing: 'well',
  refusedIp: null,
  whitelist: null,
  callerIp: null,
  draftCheck: 'passes',
  publishGapMs: 0,
  massProtection: false,
  reprint: 'original',
  videosReviewed: true,
  shop: 'none',
  products: [],
  quotaFactor: 1,
  comments: false,
  commentsLimited: false,
  statisticsDelayed: false,
  strictContent: false,
  callbackUrl: options.callbackUrl ?? null,
  events: 'once',
  callbackMs: 5000,
  boundDomain: options.boundDomain ?? 'localhost',
  nextShareSlowMs: null,
  weiboToken: 'valid',
  weiboPerHour: 30,
  weiboPerDay: 100,
});
