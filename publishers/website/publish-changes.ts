import type { StillHeld } from '../contract';
import { applyChanges } from './changes';
import type { Change } from './changes';
import { nextGeneration } from './generation';
import type { Places } from './places';

/** Carries out changes of the site and tells servers; also when it breaks off, because then a part may have changed. */
export async function publishChanges(places: Places, changes: readonly Change[], stillHeld: StillHeld): Promise<void> {
  try {
    await applyChanges(places, changes, stillHeld);
  } finally {
    await nextGeneration(places, stillHeld);
  }
}
