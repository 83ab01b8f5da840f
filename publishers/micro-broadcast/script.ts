import { z } from 'zod';
import { mediaRef } from '../content';
import { siteSettings } from '../website/settings';
import { KINDS } from './kinds';

export const scriptedUpdate = z.object({
  /** Seconds after the start. */
  after: z.number().nonnegative(),
  kind: z.enum(KINDS),
  /** Name and title of who speaks; null where the room's host does. */
  speaker: z.string().nullable(),
  /** As shown, hashtag included. */
  text: z.string(),
  images: z.array(mediaRef),
});
export type ScriptedUpdate = z.infer<typeof scriptedUpdate>;

/** The rendition of a version for a live room. */
export const script = z.object({
  title: z.string(),
  hashtag: z.string(),
  host: z.string(),
  /** Id of the explainer. */
  explainer: z.string(),
  /** Public address of the website without a trailing slash. */
  siteUrl: z.string(),
  site: siteSettings,
  secondsBetween: z.number(),
  updates: z.array(scriptedUpdate),
  /** How many updates did not fit into the script. */
  leftOut: z.number().int().nonnegative(),
  /** Names of settings that are malformed. */
  wrongSettings: z.array(z.string()),
});
export type Script = z.infer<typeof script>;
