import { z } from 'zod';

/** Everything that is known before the irreversible call. */
export const wechatPrepared = z.object({
  kind: z.enum(['news', 'newspic']),
  mode: z.enum(['publish', 'mass']),
  /** Of the draft. */
  mediaId: z.string(),
  title: z.string(),
  marker: z.string(),
});
export type WechatPrepared = z.infer<typeof wechatPrepared>;
