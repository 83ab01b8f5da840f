import { leafOf, openTree, type Entry, type Leaf, type Tree } from '../../../publishers/website/manifest/tree';
import type { SiteCheck } from './site-check';

/**
 * Reads the list without a lock, a part at a time. It may be some moments old: what seems wrong by it is looked at
 * again. A publication replaces parts meanwhile, so only what cannot be believed under a root that still stands is
 * damaged.
 */
export function createListReader({ places, manifest }: Pick<SiteCheck, 'places' | 'manifest'>) {
  let tree: Tree | null = null;

  async function leaf(id: string): Promise<Leaf | null> {
    for (;;) {
      const before = tree?.sequence;
      const found = await tree?.leaf(id);
      if (found) return found;
      const now = await openTree(places, manifest.key);
      if (typeof now === 'string' || now.sequence === before) return null;
      tree = now;
    }
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
