import { rm } from 'node:fs/promises';
import type { StillHeld } from '../contract';
import { demand, placeFile, resolveInside, stageFile } from './files';
import type { Places } from './places';

/** One file of the site or of its state to be replaced; `data: null` removes it. */
export interface Change {
  readonly in: keyof Places;
  readonly name: string;
  readonly data: string | Uint8Array | null;
}

/**
 * Carries out changes in two halves. First every file is written in full beside its place: a full disk, the usual
 * trouble, shows here and leaves the site as it was. Then the files take their places in the given order, so that who
 * is cut off leaves a prefix of the list, and the last change can serve as the mark of completion. So does who has lost
 * the lock: he throws before he touches what somebody else may have written since.
 */
export async function applyChanges(places: Places, changes: readonly Change[], stillHeld: StillHeld): Promise<void> {
  const ready: (() => Promise<void>)[] = [];
  const temporary: string[] = [];
  try {
    for (const change of changes) {
      const { data } = change;
      if (data === null) {
        const target = resolveInside(places[change.in], change.name);
        ready.push(async () => {
          demand(stillHeld);
          await rm(target, { force: true });
        });
        continue;
      }
      const staged = await stageFile(places[change.in], change.name, data);
      temporary.push(staged.temporary);
      ready.push(() => placeFile(staged, stillHeld));
    }
    for (const place of ready) await place();
  } catch (error) {
    await Promise.all(temporary.map((name) => rm(name, { force: true })));
    throw error;
  }
}
