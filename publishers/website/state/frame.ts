import { z } from 'zod';
import type { Change } from '../changes';
import type { Frame } from '../frame';
import type { Places } from '../places';
import { siteSettings } from '../settings';
import { readState } from './read-state';

const NAME = 'frame.json';
const frame = z.object({ site: siteSettings, siteUrl: z.string() });

/**
 * The marks and the address of the site as they were when the program started last; null before the first start. What
 * an explainer was signed with may be years old: nothing but its own page may be drawn with that.
 */
export const readFrame = (places: Places): Promise<Frame | null> => readState(places, NAME, frame);

export const frameChange = ({ site, siteUrl }: Frame): Change => ({
  in: 'state',
  name: NAME,
  data: JSON.stringify({ site, siteUrl }),
});
