import { z } from 'zod';
import type { Change } from '../changes';
import type { Places } from '../places';
import { readState } from './read-state';

const NAME = 'rebuild.json';

/** How far a rebuild has come, so that one that was cut off goes on from there. */
export const rebuildState = z.object({
  /** Of the program and the settings with which it draws. */
  fingerprint: z.string(),
  /** `trying`: draws every page and shows none. `placing`: puts what differs in its place. */
  pass: z.enum(['trying', 'placing', 'done']),
  /** The last page that is done in this pass; pages are drawn in the order of these names. Empty at the beginning. */
  cursor: z.string(),
  /** Pages that differed and were replaced. */
  replaced: z.number().int().nonnegative(),
  /** Of both passes together, 0 to 100. */
  percent: z.number().min(0).max(100),
  startedAt: z.iso.datetime(),
  at: z.iso.datetime(),
  /** Which request of a person it answers; null when the program began it by itself. */
  asked: z.string().nullable(),
});
export type RebuildState = z.infer<typeof rebuildState>;

export const readRebuild = (places: Places): Promise<RebuildState | null> => readState(places, NAME, rebuildState);

export const rebuildChange = (value: RebuildState): Change => ({
  in: 'state',
  name: NAME,
  data: JSON.stringify(value),
});

const ASKED = 'rebuild-asked.json';

/** The newest request of a person for a rebuild, by its id; null when nobody ever asked. */
export const readAsked = async (places: Places): Promise<string | null> =>
  (await readState(places, ASKED, z.object({ id: z.string() })))?.id ?? null;

export const askedChange = (id: string): Change => ({ in: 'state', name: ASKED, data: JSON.stringify({ id }) });
