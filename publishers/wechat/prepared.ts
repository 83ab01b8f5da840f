import { z } from 'zod';

/** Everything that is known before the irreversible call. */
export const wechatPrepared = z.object({
  kind: z.enum(['news', 'newspic', 'mpvideo']),
  mode: z.enum(['publish', 'mass']),
  /** Of the draft; of the video where one is pushed. */
  mediaId: z.string(),
  title: z.string(),
  marker: z.string(),
  /** Under a pushed video. */
  description: z.string().default(''),
  /** The tag whose followers receive a mass message; null = all. */
  tagId: z.number().int().nonnegative().nullable().default(null),
});
export type WechatPrepared = z.infer<typeof wechatPrepared>;
