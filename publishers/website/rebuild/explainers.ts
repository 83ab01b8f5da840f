import type { Change } from '../changes';
import { drawItem } from '../draw-item';
import type { Frame } from '../frame';
import { pack } from '../packed';
import type { PackedFile } from '../packed';
import { pageHash, pageName } from '../page-hash';
import type { Places } from '../places';
import { idsIn } from '../state/ids-in';
import { readItem } from '../state/item';
import type { Item } from '../state/item';
import { hashesIn, readRedrawn, redrawnChange, shardOf } from '../state/redrawn';
import type { Redrawn } from '../state/redrawn';
import { isNotedAsShown, shownChange } from '../state/shown';
import { isWithdrawalNoted } from '../withdrawn';
import { readStanding } from './differing';
import type { Stage } from './stage';

/** The pages of explainers, and the notes that stand where explainers stood. Keys: shard and id. */
export function explainerStage(places: Places, frame: Frame, today: () => string): Stage {
  const read = async (keys: readonly string[]): Promise<readonly Item[]> => {
    const items = await Promise.all(keys.map((key) => readItem(places, key.slice(key.indexOf('/') + 1))));
    return items.filter((item) => item !== null);
  };
  return {
    name: 'explainers',
    most: 50,
    // In the order of the shards, so that a batch concerns few of them.
    keys: async () => (await idsIn(places, 'items')).map((id) => `${shardOf(id)}/${id}`).sort(),
    draw: async (keys) =>
      Promise.all(
        (await read(keys)).map(async (item): Promise<Change> => ({
          in: 'site',
          name: pageName(item.id),
          data: await drawItem(places, frame, item, today()),
        })),
      ),
    async changes(keys) {
      const items = await read(keys);
      const shards = [...new Set(items.map(({ id }) => shardOf(id)))];
      const redrawn = new Map(await Promise.all(shards.map(async (s) => [s, await readRedrawn(places, s)] as const)));
      const looked = await Promise.all(
        items.map((item) => look(places, frame, item, redrawn.get(shardOf(item.id))?.[item.id], today())),
      );
      const pages: Change[] = [];
      const noted = new Map<string, Redrawn>();
      for (const { item, page, hash, packing, standing, mayHave } of looked) {
        if (hash === null || packing === null) continue;
        pages.push({ in: 'site', name: pageName(item.id), data: page, packing });
        const live = item.publications.at(-1);
        if (item.withdrawn || !live) continue;
        const shard = shardOf(item.id);
        // Both hashes, until the new page stands: whoever asks in between finds the old one.
        const hashes = [...mayHave.filter((known) => known === standing), hash];
        noted.set(shard, {
          ...(noted.get(shard) ?? redrawn.get(shard)),
          [item.id]: { delivery: live.delivery, hashes },
        });
      }
      return {
        changes: [
          ...(await unnoted(places, items)),
          ...[...noted].map(([shard, value]) => redrawnChange(shard, value)),
          ...pages,
        ],
        unsettled: looked.filter(({ settled }) => !settled).length,
      };
    },
  };
}

/** What explainers show without its being noted: they were published by an earlier program. */
async function unnoted(places: Places, items: readonly Item[]): Promise<readonly Change[]> {
  const shown = items
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ id, live }) => Object.keys(live?.media ?? {}).map((sha256) => ({ sha256, id })));
  const known = await Promise.all(shown.map(({ sha256, id }) => isNotedAsShown(places, sha256, id)));
  return shown.filter((_, index) => !known[index]).map(({ sha256, id }) => shownChange(sha256, id));
}

interface Look {
  readonly item: Item;
  /** As it should be; null where it is left alone. */
  readonly page: string | null;
  /** Of that page. */
  readonly hash: string | null;
  /** Null where what stands is what should. */
  readonly packing: Promise<readonly PackedFile[]> | null;
  /** The hash of what readers get now. */
  readonly standing: string | null;
  /** The hashes by which the live page is known. */
  readonly mayHave: readonly string[];
  /** False where a publication or a withdrawal broke off half-way: whoever completes it draws the page. */
  readonly settled: boolean;
}

async function look(
  places: Places,
  frame: Frame,
  item: Item,
  again: Redrawn[string] | undefined,
  today: string,
): Promise<Look> {
  const bytes = await readStanding(places.site, pageName(item.id));
  const standing = bytes && pageHash(bytes);
  const live = item.publications.at(-1);
  const mayHave = live ? hashesIn(live, again) : [];
  const isNoted = await isWithdrawalNoted(places.state, item.id);
  const isKnown = standing !== null && mayHave.includes(standing);
  const settled = item.withdrawn ? isNoted : !isNoted && (isKnown || item.begun.delivery === live?.delivery);
  const page = settled ? await drawItem(places, frame, item, today) : null;
  const hash = page && pageHash(page);
  const packing = page === null || hash === standing ? null : pack(pageName(item.id), page);
  // Whoever uses it finds the error; nobody does when another page of the batch could not be drawn.
  packing?.catch(() => undefined);
  return { item, page, hash, packing, standing, mayHave, settled };
}
