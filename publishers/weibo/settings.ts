import { z } from 'zod';
import { WEIBO_LIMITS } from './limits';

/** What staff set for a Weibo account. Nothing secret. */
export const weiboSettings = z.object({
  /** The 安全域名 bound to the app; every post must link to it. Default: the host of the website. */
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9.-]+$/)
    .optional(),
  uid: z.string().optional(),
  /** Stands before the link, e.g. 云澜发布. */
  signature: z.string().trim().max(WEIBO_LIMITS.signature).optional(),
  /** Posts that the platform grants this app each hour and day, where it is not the usual (`quotas.ts`). */
  perHour: z.number().int().positive().optional(),
  perDay: z.number().int().positive().optional(),
});
export type WeiboSettings = z.infer<typeof weiboSettings>;
