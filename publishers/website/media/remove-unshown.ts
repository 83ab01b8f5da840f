import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Io } from '../../contract';
import type { Change } from '../changes';
import { namesIn } from '../names-in';
import type { Places } from '../places';
import { publishChanges } from '../publish-changes';
import { mediaForgotten } from '../state/media';
import { areAllNoted, isShown } from '../state/shown';

/** What was prepared waits for its hour, or for a person; after so long nobody needs it soon. Milliseconds. */
const KEPT = 7 * 24 * 3_600_000;
/** Media taken away together; publications wait for as long as that takes. */
const MOST = 20;
/** As pictures and recordings of explainers are named; those of live rooms begin otherwise. */
const OF_AN_EXPLAINER = /^([0-9a-f]{64})[-.]/;

/**
 * Takes away pictures and recordings that no explainer shows: of deliveries that were cancelled after they had been
 * prepared, and of what earlier programs took back. Whoever comes to need one makes it anew. On a site that is older than
 * the notes of what is shown, nothing goes before a rebuild has made them.
 */
export async function removeUnshown(io: Pick<Io, 'exclusive' | 'now' | 'log'>, places: Places): Promise<void> {
  if (!(await areAllNoted(places))) return;
  const unshown: (readonly [string, readonly string[]])[] = [];
  for (const medium of await mediaOn(places)) {
    if (!(await isShown(places, medium[0])) && (await isOld(places, medium[1], io.now()))) unshown.push(medium);
  }
  for (let from = 0; from < unshown.length; from += MOST) {
    await io.exclusive('site', async (stillHeld) => {
      const changes: Change[] = [];
      for (const [sha256, names] of unshown.slice(from, from + MOST)) {
        // Looked at again: it may have been published since.
        if (await isShown(places, sha256)) continue;
        changes.push(...names.map((name): Change => ({ in: 'site', name, data: null })), mediaForgotten(sha256));
      }
      if (changes.length > 0) await publishChanges(places, changes, stillHeld);
    });
  }
  if (unshown.length > 0) io.log('info', 'pictures that no explainer shows were removed', { media: unshown.length });
}

/** All files by the sha256 of what they were made from. */
async function mediaOn(places: Places): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const name of await namesIn(path.join(places.site, 'media'))) {
    const [, sha256] = OF_AN_EXPLAINER.exec(name) ?? [];
    // Packed files go with the one beside which they lie.
    if (sha256 === undefined || /\.(?:br|gz)$/.test(name)) continue;
    found.set(sha256, [...(found.get(sha256) ?? []), `media/${name}`]);
  }
  return found;
}

async function isOld(places: Places, names: readonly string[], now: Date): Promise<boolean> {
  const found = await Promise.all(names.map((name) => stat(path.join(places.site, name)).catch(() => null)));
  return found.every((file) => !file || now.getTime() - file.mtimeMs > KEPT);
}
