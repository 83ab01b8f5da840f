import { z } from 'zod';
import type { SandboxOptions } from './options';

export const WECHAT_PROFILES = ['personal', 'verified', 'service', 'test'] as const;
export type WechatProfile = (typeof WECHAT_PROFILES)[number];

/** How the events of finished tasks come. `swapped`: each first one after the one that follows it. */
export const EVENT_WAYS = ['once', 'twice', 'swapped', 'lost'] as const;

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
  /** When set, token calls are refused with 40164 and this address in the text. */
  refusedIp: z.string().nullable(),
  /** Times the daily quotas of a new account: the platform gives more to accounts with many followers. */
  quotaFactor: z.number().positive(),
  /** Comment privilege of the WeChat account (留言功能). */
  comments: z.boolean(),
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
  refusedIp: null,
  quotaFactor: 1,
  comments: false,
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
