import { z } from 'zod';
import type { Json } from '../../contract';

const crop = z.string();
/** The two shapes of a cover as the platform takes them. */
export const coverCrops = z.object({ pic_crop_235_1: crop, pic_crop_1_1: crop });
export type CoverCrops = z.infer<typeof coverCrops>;

/** What the sub-steps have achieved so far; stored by the engine after each, so that a crash costs one step at most. */
export const progressSchema = z.object({
  /** Whether an access token was to be had. */
  connected: z.boolean(),
  /** Addresses on the platform by placeholder, `media:<sha256>` or `drawn:qr`. */
  addresses: z.record(z.string(), z.string()),
  /** Ids in the library by placeholder; the cover is `cover`. */
  materials: z.record(z.string(), z.string()),
  /** Of the cover, once it is in the library. */
  crops: coverCrops.nullable(),
  /** Whether library ids from the cache were found to be gone and uploaded anew; that is done once. */
  renewed: z.boolean(),
});
export type Progress = z.infer<typeof progressSchema>;

export const START: Progress = { connected: false, addresses: {}, materials: {}, crops: null, renewed: false };

/** Progress that we cannot read counts as none: everything before the commit may be done again. */
export const readProgress = (done: Json | null): Progress => progressSchema.safeParse(done).data ?? START;
