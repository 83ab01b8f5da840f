import path from 'node:path';
import { namesIn } from '../names-in';
import type { Places } from '../places';

const STATE_FILE = /^([A-Za-z0-9_-]+)\.json$/;

/** The ids of everything that has a file of its own in a folder of the state, in no order. */
export async function idsIn(places: Places, folder: 'items' | 'policies'): Promise<readonly string[]> {
  const names = await namesIn(path.join(places.state, folder));
  return names.flatMap((name) => STATE_FILE.exec(name)?.[1] ?? []);
}
