/** What a WeChat account will receive: an article (`news`), an image post (`newspic`) or a pushed video (`mpvideo`). */
import { z } from 'zod';
import { CATEGORIES, FORMS, mediaRef } from '../content';
import { THEMES } from './settings';

/** Stands in `contentHtml` where the QR code of the site's page will be. */
export const QR_ADDRESS = 'drawn:qr';

/** Of mass messages only: the tag whose followers receive it; absent = all followers do. */
const tagId = z.number().int().nonnegative().optional();

/** Names of the parts of the explainer that this form has no room for; absent = none. */
const onlyOnSite = z.array(z.string()).optional();

const drawnCover = z.object({
  kind: z.literal('drawn'),
  title: z.string(),
  form: z.enum(FORMS),
  category: z.enum(CATEGORIES),
  source: z.string(),
});
export type DrawnCover = z.infer<typeof drawnCover>;

export const newsPayload = z.object({
  kind: z.literal('news'),
  theme: z.enum(THEMES),
  title: z.string(),
  author: z.string(),
  digest: z.string(),
  /** Pictures stand as `media:<sha256>`, the QR code as `drawn:qr`. */
  contentHtml: z.string(),
  sourceUrl: z.string(),
  cover: z.discriminatedUnion('kind', [drawnCover, z.object({ kind: z.literal('media'), media: mediaRef })]),
  openComment: z.boolean(),
  tagId,
  onlyOnSite,
  /** Bytes of the video that should have been pushed itself, and that the platform does not take. */
  videoNotPushed: z.number().optional(),
});
export type NewsPayload = z.infer<typeof newsPayload>;

export const newspicPayload = z.object({
  kind: z.literal('newspic'),
  title: z.string(),
  /** Plain text without the address, which `prepare` puts on a last line of its own. */
  content: z.string(),
  sourceUrl: z.string(),
  images: z.array(mediaRef),
  /** How many long descriptions found no room and can be read on the site only. */
  omitted: z.number().int().nonnegative(),
  openComment: z.boolean(),
  tagId,
  onlyOnSite,
});
export type NewspicPayload = z.infer<typeof newspicPayload>;

export const mpvideoPayload = z.object({
  kind: z.literal('mpvideo'),
  title: z.string(),
  /** Plain text under the video, with the address of the site's page. */
  description: z.string(),
  sourceUrl: z.string(),
  video: mediaRef,
  /** Shown in the preview; the platform takes its own still. */
  poster: mediaRef.nullable(),
  tagId,
  onlyOnSite,
});
export type MpvideoPayload = z.infer<typeof mpvideoPayload>;

export const wechatPayload = z.discriminatedUnion('kind', [newsPayload, newspicPayload, mpvideoPayload]);
export type WechatPayload = z.infer<typeof wechatPayload>;
