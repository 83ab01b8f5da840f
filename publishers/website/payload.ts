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

/** The best first; the last one is what every browser shows. */
export const PICTURE_TYPES = ['image/avif', 'image/webp', 'image/jpeg'] as const;
export const pictureType = z.enum(PICTURE_TYPES);
export type PictureType = z.infer<typeof pictureType>;

/** One file of a version as it lies on the site. */
export const mediaFile = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('picture'),
    /** What every browser shows, at most 1600 px wide. */
    large: picture,
    /** The same, at most 960 px wide; null when the picture is not clearly wider than that. */
    small: picture.nullable(),
    /** Better coded, best first; sites of earlier versions have none. */
    sources: z
      .array(z.object({ type: pictureType, files: z.array(z.object({ url: z.string(), width: z.number() })) }))
      .optional(),
    /** A data address that hints at the picture until it is there. */
    placeholder: z.string().nullable().optional(),
  }),
  z.object({
    kind: z.literal('video'),
    /** What every browser plays, best first: one or two, by height in pixels. */
    sources: z.array(z.object({ url: z.string(), height: z.number() })).min(1),
    /** A frame of it; for when staff gave no picture. */
    poster: z.object({ url: z.string(), width: z.number(), height: z.number() }).nullable(),
    /** Seconds. */
    duration: z.number().positive().nullable(),
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
