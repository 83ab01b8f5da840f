import { z } from 'zod';
import { content } from '../content';
import { siteSettings } from './settings';

/** Ids become directory names and addresses, so nothing that could lead elsewhere passes. */
export const safeId = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/);

/** What the website receives for one version: everything that is needed to draw its page, except for the moment. */
export const sitePayload = z.object({
  explainer: safeId,
  version: z.string(),
  number: z.number().int().positive(),
  content,
  /** HTML below the title; pictures and recordings have the address `media:<sha256>`. */
  main: z.string(),
  /** Public address of the site, without a trailing slash. */
  siteUrl: z.string(),
  site: siteSettings,
});
export type SitePayload = z.infer<typeof sitePayload>;

const picture = z.object({ url: z.string(), width: z.number(), height: z.number() });

/** One file of a version as it lies on the site. */
export const mediaFile = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('picture'),
    /** At most 1600 px wide. */
    large: picture,
    /** At most 640 px wide; null when the picture is not wider than that. */
    small: picture.nullable(),
  }),
  z.object({ kind: z.literal('file'), url: z.string() }),
]);
export type MediaFile = z.infer<typeof mediaFile>;

/** What `prepare` hands to `commit`. */
export const prepared = z.object({
  payload: sitePayload,
  /** By sha256 of the signed file; captions by sha256 of their text. */
  media: z.record(z.string(), mediaFile),
});
export type Prepared = z.infer<typeof prepared>;
