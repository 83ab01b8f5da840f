import { z } from 'zod';
import { BROADCAST_LIMITS } from './limits';

const { least, most, default: usual } = BROADCAST_LIMITS.secondsBetween;

/** What staff set for a broadcast account, beside the marks of the site (`website/settings.ts`). */
export const broadcastSettings = z.object({
  /** Without `#`. Default: the first keyword of the explainer, else its category. */
  hashtag: z.string().optional(),
  secondsBetween: z.number().min(least).max(most).default(usual),
  /** Who speaks in the room. Default: the source of the explainer. */
  host: z.string().optional(),
});
export type BroadcastSettings = z.infer<typeof broadcastSettings>;
