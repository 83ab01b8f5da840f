import type { Entry } from '../../../publishers/website/manifest/tree';
import { PACKINGS, plainNameOf, type Packing } from '../../../publishers/website/packed';

/** What must lie at a name: a file of the list, or the packed one beside it. */
export interface Expected {
  /** The file of the list. */
  readonly plain: string;
  readonly entry: Entry;
  readonly packing: Packing | null;
}

/**
 * @param find what the list says of a name
 * @returns null when nothing may lie there, `unknown` when the list cannot be believed
 */
export async function expectedAt(
  name: string,
  find: (name: string) => Promise<Entry | null | 'unknown'>,
): Promise<Expected | null | 'unknown'> {
  const plain = plainNameOf(name);
  const packing = PACKINGS.find(({ ending }) => name.endsWith(ending));
  if (plain !== null && packing) {
    const beside = await find(plain);
    if (beside === 'unknown') return beside;
    if (beside) return { plain, entry: beside, packing };
  }
  // Also a file that only looks like a packed one.
  const own = await find(name);
  return own === null || own === 'unknown' ? own : { plain: name, entry: own, packing: null };
}
