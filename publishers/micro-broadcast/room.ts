import { z } from 'zod';
import { safeId } from '../website/payload';
import { siteSettings } from '../website/settings';
import { KINDS } from './kinds';

/** A picture as it lies on the site. `url` from the root of the site; sizes in pixels. */
export const roomImage = z.object({
  url: z.string().startsWith('/'),
  alt: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type RoomImage = z.infer<typeof roomImage>;

const instant = z.iso.datetime();

/** Something that will be said. Lies in the state only: no reader may see it before its time. */
export const scheduled = z.object({
  /** Seconds after the start. */
  after: z.number().nonnegative(),
  kind: z.enum(KINDS),
  speaker: z.string().nullable(),
  text: z.string(),
  images: z.array(roomImage),
});
export type Scheduled = z.infer<typeof scheduled>;

/** Something that was said. */
export const update = scheduled.omit({ after: true }).extend({
  /** 1, 2, 3 … in the order in which readers saw them; given when it becomes visible and never changed. */
  seq: z.number().int().positive(),
  /** When it became visible. */
  at: instant,
  /** Of whoever posted it, so that the same request twice gives one update; null for scripted ones. */
  key: z.string().nullable(),
  correction: z.object({ at: instant, note: z.string() }).nullable(),
  /** Earlier wordings, oldest first. For the record; not shown. */
  earlier: z.array(z.string()),
  removal: z.object({ at: instant, reason: z.string() }).nullable(),
  /** The room's cursor when it was last changed. */
  cursor: z.number().int().positive(),
});
export type Update = z.infer<typeof update>;

/** A live room with everything that is known of it. The files that readers get are drawn from this and nothing else. */
export const room = z.object({
  id: safeId,
  title: z.string(),
  hashtag: z.string(),
  host: z.string(),
  siteUrl: z.string(),
  site: siteSettings,
  /** The explainer that it tells, where there is one. */
  explainer: safeId.nullable(),
  /** The delivery that opened it; null for a room of the live desk. */
  delivery: z.string().nullable(),
  stage: z.enum(['announced', 'running', 'ended', 'withdrawn']),
  plannedStart: instant.nullable(),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** Seconds after the start at which the room ends by itself; null = a person ends it. */
  endsAfter: z.number().nonnegative().nullable(),
  withdrawal: z.object({ at: instant, reason: z.string() }).nullable(),
  /** Not yet visible, in order. */
  script: z.array(scheduled),
  updates: z.array(update),
  /**
   * Grows with every change that readers can see, corrections and removals included. A reader who has seen cursor n
   * needs exactly the updates with a greater one.
   */
  cursor: z.number().int().nonnegative(),
});
export type Room = z.infer<typeof room>;

/** Whether nothing will be added to it any more. */
export const isClosed = ({ stage }: Room): boolean => stage === 'ended' || stage === 'withdrawn';
