import { z } from 'zod';
import { mediaRef } from '../content';

/** The rendition of a version for Weibo. */
export const weiboPost = z.object({
  /** The whole text as sent, link included. */
  status: z.string(),
  /** The address within `status` that satisfies the platform's rule of the bound domain. */
  link: z.string(),
  /** The platform's interface takes one picture only. */
  picture: mediaRef.nullable(),
  /** Bound domain; empty when the account's settings are unusable. */
  domain: z.string(),
  /** What staff call the account; shown in the preview. */
  author: z.string(),
  /** What the post leaves to the page behind the link. */
  leftOut: z.object({ text: z.boolean(), pictures: z.number().int().nonnegative(), video: z.boolean() }),
});
export type WeiboPost = z.infer<typeof weiboPost>;

/** What `commit` needs; the picture's bytes are made again from the signed file, so that none are stored twice. */
export const weiboPrepared = z.object({ status: z.string(), picture: mediaRef.nullable() });
export type WeiboPrepared = z.infer<typeof weiboPrepared>;
