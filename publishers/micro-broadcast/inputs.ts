import { z } from 'zod';
import { isHashtag } from './hashtag';
import { KINDS } from './kinds';
import { BROADCAST_LIMITS } from './limits';
import { roomImage } from './room';

/** What the live desk and the automation API send. Instants with an offset; texts without surrounding space. */
export const roomInput = z.object({
  title: z.string().trim().min(1).max(60),
  /** Without `#`. */
  hashtag: z.string().trim().refine(isHashtag, '话题要有 1 到 32 个字，不能带“#”和空格'),
  host: z.string().trim().max(60).default(''),
  plannedStart: z.iso
    .datetime({ offset: true })
    .transform((at) => new Date(at).toISOString())
    .nullable()
    .default(null),
});
export type RoomInput = z.infer<typeof roomInput>;

export const updateInput = z.object({
  text: z.string().trim().min(1).max(2000),
  images: z.array(roomImage).max(BROADCAST_LIMITS.images).default([]),
  speaker: z.string().trim().max(60).nullable().default(null),
  kind: z.enum(KINDS).default('scene'),
});
export type UpdateInput = z.infer<typeof updateInput>;

export const correctionInput = z.object({
  text: z.string().trim().min(1).max(2000),
  /** What readers are told about the change. */
  note: z.string().trim().min(1).max(200),
});
export type CorrectionInput = z.infer<typeof correctionInput>;

export const removalInput = z.object({ reason: z.string().trim().min(1).max(200) });
export type RemovalInput = z.infer<typeof removalInput>;
