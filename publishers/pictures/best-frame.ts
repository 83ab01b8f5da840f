import type { OpenPicture } from './open-picture';

/** How many frames of an animation are looked at, spread over its length. */
const LOOKS = 6;
/** How much more a later frame must show before it is preferred to the first: entropy in bits. */
const CLEARLY_MORE = 0.5;

/**
 * The frame that stands for an animation where nothing moves: the first, unless that is nearly empty, as at the
 * beginning of those that fade in.
 * @returns its number, counted from 0
 */
export async function bestFrame({ frames, pixels }: OpenPicture): Promise<number> {
  if (frames === 1) return 0;
  const step = Math.max(1, Math.floor(frames / LOOKS));
  let best = { frame: 0, entropy: await entropyOf(pixels(0)) };
  for (let frame = step; frame < frames; frame += step) {
    const entropy = await entropyOf(pixels(frame));
    if (entropy > best.entropy + CLEARLY_MORE) best = { frame, entropy };
  }
  return best.frame;
}

const entropyOf = async (picture: ReturnType<OpenPicture['pixels']>): Promise<number> =>
  (await picture.stats()).entropy;
