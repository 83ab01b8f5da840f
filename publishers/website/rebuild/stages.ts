import type { Change } from '../changes';
import { drawSitemapPart, openSitemap } from '../feeds/sitemap';
import { drawAssets, drawFixed } from '../fixed-pages';
import type { Frame } from '../frame';
import type { Places } from '../places';
import { drawExplainerPart, drawPolicyPart, openData } from '../open-data/open-data';
import { drawPolicy } from '../policies';
import { drawPolicyListPage, hasListPages, openPolicyList } from '../policy-lists';
import { idsIn } from '../state/ids-in';
import { readPolicy } from '../state/policy';
import { SHELF_IDS } from '../shelves';
import type { ShelfId } from '../shelves';
import { drawTopicPage, openTopic } from '../topics';
import { differing } from './differing';
import { explainerStage } from './explainers';
import type { Stage } from './stage';

/**
 * Everything that a rebuild draws, in the order in which it is placed: first what pages load, then the pages, then the
 * lists that lead to them.
 *
 * @param today `YYYY-MM-DD` in China: a rebuild may last beyond midnight
 */
export function openStages(places: Places, frame: Frame, today: () => string): readonly Stage[] {
  /** Nothing of these pages is remembered beside them, so what differs is simply replaced. */
  const replaced = (stage: Omit<Stage, 'changes'>): Stage => ({
    ...stage,
    changes: async (keys) => ({ changes: await differing(places, await stage.draw(keys)), unsettled: 0 }),
  });
  return [
    replaced({
      name: 'assets',
      most: 1,
      keys: () => Promise.resolve(['all']),
      draw: () => Promise.resolve(drawAssets(frame)),
    }),
    explainerStage(places, frame, today),
    replaced({
      name: 'policies',
      most: 50,
      keys: async () => [...(await idsIn(places, 'policies'))].sort().map((id) => `policy/${id}`),
      async draw(keys) {
        const states = await Promise.all(keys.map((key) => readPolicy(places, key.slice('policy/'.length))));
        const known = states.filter((state) => state !== null);
        return Promise.all(known.map((state) => drawPolicy(places, frame, state, today())));
      },
    }),
    replaced({
      name: 'policy lists',
      most: 10,
      groupOf,
      keys: async () => {
        const lists = await Promise.all(
          (await idsIn(places, 'policies')).map(async (id) => {
            const list = await openPolicyList(places, id);
            return hasListPages(list) ? numbered(id, list.newest) : [];
          }),
        );
        return lists.flat().sort();
      },
      async draw(keys) {
        const id = groupOf(keys[0] ?? '');
        const [state, list] = await Promise.all([readPolicy(places, id), openPolicyList(places, id)]);
        return state ? Promise.all(keys.map((key) => drawPolicyListPage(frame, state, list, numberOf(key)))) : [];
      },
    }),
    replaced({
      name: 'topics',
      most: 10,
      groupOf,
      keys: async () => {
        const pages = await Promise.all(
          SHELF_IDS.map(async (id) => numbered(id, (await openTopic(places, id)).newest)),
        );
        return pages.flat().sort();
      },
      async draw(keys) {
        const group = groupOf(keys[0] ?? '');
        const known = SHELF_IDS.find((id) => id === group);
        return known ? drawTopicPages(places, frame, known, keys.map(numberOf)) : [];
      },
    }),
    replaced({
      name: 'sitemap',
      most: 10,
      keys: async () => numbered('part', (await openSitemap(places)).newest),
      async draw(keys) {
        const ledger = await openSitemap(places);
        return Promise.all(keys.map((key) => drawSitemapPart(frame.siteUrl, ledger, numberOf(key))));
      },
    }),
    replaced({
      name: 'open data',
      most: 10,
      groupOf,
      keys: async () => {
        const { explainers, policies } = await openData(places);
        return [...numbered('explainers', explainers.newest), ...numbered('policies', policies.newest)];
      },
      async draw(keys) {
        const { explainers, policies } = await openData(places);
        const isOfExplainers = groupOf(keys[0] ?? '') === 'explainers';
        return Promise.all(
          keys.map((key) =>
            isOfExplainers
              ? drawExplainerPart(frame, explainers, numberOf(key))
              : drawPolicyPart(frame, policies, numberOf(key)),
          ),
        );
      },
    }),
    replaced({
      name: 'fixed',
      most: 1,
      keys: () => Promise.resolve(['all']),
      draw: () => drawFixed(places, frame),
    }),
  ];
}

async function drawTopicPages(
  places: Places,
  frame: Frame,
  id: ShelfId,
  numbers: readonly number[],
): Promise<readonly Change[]> {
  const ledger = await openTopic(places, id);
  return Promise.all(numbers.map((number) => drawTopicPage(frame, id, ledger, number)));
}

const groupOf = (key: string): string => key.slice(0, key.indexOf('/'));

/** Padded, so that the order of the keys is that of the numbers. */
const numbered = (group: string, newest: number): string[] =>
  Array.from({ length: newest }, (_, index) => `${group}/${String(index + 1).padStart(8, '0')}`);

const numberOf = (key: string): number => Number(key.slice(key.lastIndexOf('/') + 1));
