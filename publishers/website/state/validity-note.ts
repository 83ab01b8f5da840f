import { z } from 'zod';
import { VALIDITIES } from '../../content';
import type { Change } from '../changes';
import { safeId } from '../payload';
import type { Places } from '../places';
import type { Validity } from '../standing';
import { readState } from './read-state';

const note = z.object({ validity: z.enum(VALIDITIES) });

const noteName = (explainer: string): string => `validity/${safeId.parse(explainer)}.json`;

/** A note beside an explainer whose documents are not all plainly in force, for whoever lists what was found. */
export const validityNote = (explainer: string, validity: Validity | null): Change => ({
  in: 'state',
  name: noteName(explainer),
  data: validity && JSON.stringify({ validity }),
});

/** null while they are. */
export const readValidityNote = async (places: Places, explainer: string): Promise<Validity | null> =>
  (await readState(places, noteName(explainer), note))?.validity ?? null;
