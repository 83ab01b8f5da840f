import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { item } from '../../../publishers/website/state/item';
import { room, type Room } from '../../../publishers/micro-broadcast/room';
import type { Publishing } from '../../../src/delivery/assemble';
import type { Delivery } from '../../../src/delivery/delivery';
import type { Platforms } from './platforms';

/** What readers have met of one delivery. */
export interface Truth {
  /** How often it was made public. */
  readonly times: number;
  /** Whether readers can see it now. */
  readonly visible: boolean;
  /** Ids and addresses by which a receipt may name it. */
  readonly names: readonly string[];
  /** What is wrong with it although it is there. */
  readonly damage: string | null;
  readonly evidence: unknown;
}

const NOTHING: Truth = { times: 0, visible: false, names: [], damage: null, evidence: null };

/** Reads what is public from the platforms' ledger and from the files of the site. */
export async function readTruth(
  platforms: Platforms,
  paths: Publishing['paths'],
): Promise<(delivery: Delivery) => Truth> {
  const ledger = await platforms.ledger();
  const deleted = platforms.deletedArticles();
  const listed = listEntries(join(paths.siteState, 'lists'));
  const rooms = readRooms(join(paths.siteState, 'rooms'));

  /** WeChat's article carries the delivery's id; Weibo's post the address of the explainer, planned once per account. */
  const onPlatform = (delivery: Delivery): Truth => {
    const found = ledger.filter(
      ({ platform, marker, link }) =>
        platform === delivery.account &&
        (platform === 'wechat' ? marker === delivery.id : (link ?? '').endsWith(`/explainers/${delivery.explainer}/`)),
    );
    return {
      times: found.length,
      visible: found.some(({ id }) => !deleted.has(id)),
      names: found.flatMap(({ id, url }) => [id, url, url.replace(/^http:/, 'https:')]),
      damage: null,
      evidence: found,
    };
  };

  const onSite = ({ id, explainer }: Delivery): Truth => {
    const kept = join(paths.siteState, 'items', `${explainer}.json`);
    const page = join(paths.site, 'explainers', explainer, 'index.html');
    const state = existsSync(kept) ? item.parse(JSON.parse(readFileSync(kept, 'utf8'))) : null;
    const gone = existsSync(join(paths.siteState, 'gone', `${explainer}.json`)) || state?.withdrawn != null;
    const visible = existsSync(page) && !gone;
    const places = listed.filter((entry) => entry.id === explainer);
    const most = Math.max(0, ...[...new Set(places.map(({ list }) => list))].map((list) => countOf(places, list)));
    const complete = state?.publications.some(({ delivery }) => delivery === id) ?? false;
    return {
      times: visible || gone ? Math.max(1, most) : most,
      visible,
      names: [`${explainer}@1`],
      damage: siteDamage({ visible, gone, complete, listed: most > 0 }),
      evidence: { page: existsSync(page), state, places },
    };
  };

  const inRooms = ({ id }: Delivery): Truth => {
    const mine = rooms.filter(({ delivery }) => delivery === id);
    const [first] = mine;
    if (!first) return NOTHING;
    const pages = mine.map((one) => existsSync(join(paths.site, 'live', one.id, 'index.html')));
    return {
      times: mine.length,
      visible: mine.some(({ stage }, index) => pages[index] === true && stage !== 'withdrawn'),
      names: mine.map((one) => one.id),
      damage: damageOf(first),
      evidence: mine.map(({ id: name, stage, updates, script }) => ({
        id: name,
        stage,
        updates: updates.length,
        script: script.length,
      })),
    };
  };

  return (delivery) => {
    if (delivery.account === 'website') return onSite(delivery);
    return delivery.account === 'micro-broadcast' ? inRooms(delivery) : onPlatform(delivery);
  };
}

function siteDamage(page: Readonly<Record<'visible' | 'gone' | 'complete' | 'listed', boolean>>): string | null {
  if (page.gone) return page.listed ? 'withdrawn, and still in a list' : null;
  if (page.visible && !page.complete) return 'the page is there, its mark is not';
  return page.visible && !page.listed ? 'in no list' : null;
}

/** Every sentence of a live room is said once, in unbroken numbers, and none is left when it is over. */
function damageOf({ stage, updates, script }: Room): string | null {
  const numbers = updates.map(({ seq }) => seq);
  if (numbers.some((seq, index) => seq !== index + 1)) return `numbers ${numbers.join(',')}`;
  const texts = updates.map(({ text }) => text);
  if (new Set(texts).size !== texts.length) return 'something was said twice';
  return stage === 'ended' && script.length > 0 ? `${script.length} updates were never said` : null;
}

const entries = z.object({ entries: z.array(z.object({ id: z.string() })) });

function listEntries(directory: string): readonly { readonly list: string; readonly id: string }[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)\d+\.json$/.test(name))
    .flatMap((name) => {
      const found = entries.safeParse(JSON.parse(readFileSync(join(directory, name), 'utf8'))).data?.entries ?? [];
      return found.map(({ id }) => ({ list: name.replace(/\/?\d+\.json$/, ''), id }));
    });
}

const countOf = (places: readonly { readonly list: string }[], list: string): number =>
  places.filter((one) => one.list === list).length;

function readRooms(directory: string): readonly Room[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .map((name) => room.parse(JSON.parse(readFileSync(join(directory, name), 'utf8'))));
}
