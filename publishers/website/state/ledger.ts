import { z } from 'zod';
import type { Change } from '../changes';
import type { Places } from '../places';
import { readState } from './read-state';

/**
 * A list that grows for ever and never moves: pages numbered from the oldest, each with a fixed number of places. A
 * full page stays as it is; an entry that goes leaves its page shorter. So a change touches the page concerned and the
 * index, whatever the length of the list.
 */
export interface Ledger<E extends Entry> {
  readonly name: string;
  /** Number of the newest page; 0 while the list is empty. */
  readonly newest: number;
  /** How many entries there are on all pages. */
  readonly count: number;
  /** Entries of a page, newest first; none for a page that does not exist. */
  entries(page: number): Promise<readonly E[]>;
  /**
   * Puts an entry in the place that it has, or gives it one on the newest page.
   *
   * @param page where the entry was placed before; null for a new one
   * @returns its page
   */
  put(page: number | null, entry: E): Promise<number>;
  remove(page: number, id: string): Promise<void>;
  /** Numbers of the pages that differ from what is stored. */
  readonly changed: ReadonlySet<number>;
  /** What must be written to keep the changes. */
  changes(): readonly Change[];
}

export interface Entry {
  readonly id: string;
  /** Decides the order within a page. */
  readonly publishedAt: string;
}

interface Page<E> {
  /** Ids of all that were ever placed here: a place is never given twice. */
  readonly taken: readonly string[];
  readonly entries: readonly E[];
}

const index = z.object({
  /**
   * Entries per page, the oldest first. Written as a whole and never counted up, so that a change that is repeated
   * after a crash gives the same numbers.
   */
  sizes: z.array(z.number().int().nonnegative()),
});

export async function openLedger<E extends Entry>(
  places: Places,
  name: string,
  entry: z.ZodType<E>,
  placesPerPage: number,
): Promise<Ledger<E>> {
  const file = z.object({ taken: z.array(z.string()), entries: z.array(entry) });
  const sizes = [...((await readState(places, indexName(name), index))?.sizes ?? [])];
  const pages = new Map<number, Page<E>>();
  const changed = new Set<number>();

  async function page(number: number): Promise<Page<E>> {
    const known = pages.get(number);
    if (known) return known;
    const read = (await readState(places, pageName(name, number), file)) ?? { taken: [], entries: [] };
    pages.set(number, read);
    return read;
  }

  function keep(number: number, next: Page<E>): void {
    pages.set(number, next);
    changed.add(number);
    while (sizes.length < number) sizes.push(0);
    sizes[number - 1] = next.entries.length;
  }

  /** The newest page while it has a free place, otherwise the next one. Whoever is placed there already stays. */
  async function pageFor(id: string): Promise<number> {
    const newest = Math.max(sizes.length, 1);
    const { taken } = await page(newest);
    return taken.length < placesPerPage || taken.includes(id) ? newest : newest + 1;
  }

  return {
    name,
    changed,
    get newest() {
      return sizes.length;
    },
    get count() {
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    entries: async (number) => (await page(number)).entries,
    async put(before, next) {
      const number = before ?? (await pageFor(next.id));
      const { taken, entries } = await page(number);
      keep(number, {
        taken: taken.includes(next.id) ? taken : [...taken, next.id],
        entries: [...entries.filter((other) => other.id !== next.id), next].sort(newestFirst),
      });
      return number;
    },
    async remove(number, id) {
      const { taken, entries } = await page(number);
      if (entries.some((entry) => entry.id === id)) {
        keep(number, { taken, entries: entries.filter((entry) => entry.id !== id) });
      }
    },
    changes: () =>
      changed.size === 0
        ? []
        : [
            ...[...changed].map((number) => stateFile(pageName(name, number), pages.get(number))),
            stateFile(indexName(name), { sizes }),
          ],
  };
}

const indexName = (name: string): string => `lists/${name}/index.json`;
const pageName = (name: string, page: number): string => `lists/${name}/${page}.json`;

const stateFile = (name: string, value: unknown): Change => ({ in: 'state', name, data: JSON.stringify(value) });

const newestFirst = (one: Entry, other: Entry): number =>
  other.publishedAt.localeCompare(one.publishedAt) || other.id.localeCompare(one.id);
