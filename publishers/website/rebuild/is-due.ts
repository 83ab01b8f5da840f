import type { Frame } from '../frame';
import type { Places } from '../places';
import { readAsked, readRebuild } from '../state/rebuild';
import { siteFingerprint } from './fingerprint';

/** Whether the site is to be drawn anew: another program or other settings than last time, a request, or work left over. */
export async function isRebuildDue(
  places: Places,
  frame: Frame,
): Promise<{ readonly due: boolean; readonly asked: string | null }> {
  const [last, asked] = await Promise.all([readRebuild(places), readAsked(places)]);
  const current = last?.pass === 'done' && last.fingerprint === siteFingerprint(frame) && last.asked === asked;
  return { due: !current, asked };
}
