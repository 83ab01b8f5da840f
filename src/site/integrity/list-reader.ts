import { leafOf, openTree, type Entry, type Leaf, type Tree } from '../../../publishers/website/manifest/tree';
import type { SiteCheck } from './site-check';

/** Parts of the list that are kept in memory, about fifty files each. */
const KEPT = 256;

/**
 * Reads the list without a lock, a part at a time. It may be some moments old: what seems wrong by it is looked at
 * again. A publication replaces parts meanwhile, so only what cannot be believed under a root that still stands is
 * damaged.
 */
export function createListReader({ places, manifest }: Pick<SiteCheck, 'places' | 'manifest'>) {
  let tree: Tree | null = null;
  const kept = new Map<string, Leaf>();

  async function read(id: string): Promise<Leaf | null> {
    for (;;) {
      const before = tree?.sequence;
      const leaf = await tree?.leaf(id);
      if (leaf) return leaf;
      const found = await openTree(places, manifest.key);
      if (typeof found === 'string' || found.sequence === before) return null;
      tree = found;
      kept.clear();
    }
  }

  async function leaf(id: string): Promise<Leaf | null> {
    const known = kept.get(id);
    if (known) return known;
    const found = await read(id);
    if (found) kept.set(id, found);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return found;
  }

  return {
    leaf,
    find: async (name: string): Promise<Entry | null | 'unknown'> => {
      const found = await leaf(leafOf(name));
      return found ? (found.get(name) ?? null) : 'unknown';
    },
  };
}

export type ListReader = ReturnType<typeof createListReader>;
