import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from '../../publishers/contract';
import { website } from '../../publishers/website';
import { isWithdrawn, movedTo } from '../../publishers/website/withdrawn';
import { testIo } from '../unit/publishers/weibo/io';
import { createRandom } from './campaign/random';
import { drawDeeds } from './site/deeds';
import type { Deed } from './site/deeds';
import { disagreements } from './site/disagreements';
import { createExpected } from './site/expected';
import { deadLinks, halfFiles, mediaNamed, mediaOn, readSite, served } from './site/read-site';
import { startPublishing } from './site/start-publishing';

/** More of it by hand: `MINGBAI_SITE_DEEDS=1000 MINGBAI_SITE_EXPLAINERS=300 MINGBAI_SITE_SEED=7`. */
const fromEnvironment = (name: string, otherwise: number): number =>
  Number(process.env[`MINGBAI_SITE_${name}`] ?? otherwise);
const SEED = fromEnvironment('SEED', 26);
const EXPLAINERS = fromEnvironment('EXPLAINERS', 60);
const DEEDS = fromEnvironment('DEEDS', 150);
/** A process is killed after at most so many deeds, and at most so many milliseconds into the next. */
const MOST_DEEDS = 14;
const INTO_THE_NEXT = 60;
/** Deeds that come between one that broke off and its second run. */
const LATER = 4;

const account: Account = {
  name: 'website',
  publisher: 'website',
  title: '网站',
  siteUrl: 'https://yunlan.example',
  settings: {},
};

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingbai-killed-'));
  await Promise.all([mkdir(join(directory, 'site')), mkdir(join(directory, 'state'))]);
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** Puts what broke off behind some others, as the engine's turns may; what happens to one explainer keeps its order. */
function putOff(deeds: readonly Deed[]): readonly Deed[] {
  const [broken, ...rest] = deeds;
  if (!broken) return deeds;
  const meanwhile = rest.slice(0, LATER);
  const mayWait = meanwhile.every(
    ({ touches, deed }) => deed !== 'rebuild' && !touches.some((id) => broken.touches.includes(id)),
  );
  return mayWait ? [...meanwhile, broken, ...rest.slice(LATER)] : deeds;
}

describe('a website whose process is killed again and again while it publishes, updates, takes back and rebuilds', () => {
  it('never shows half a page or a dead link, and agrees in every list once the deeds are done', async () => {
    const connection = { siteDir: join(directory, 'site'), siteStateDir: join(directory, 'state') };
    const random = createRandom(SEED);
    const expected = createExpected();
    const prepared = new Map<string, Deed>();
    const last = { deed: 'rebuild', touches: [], of: { settings: { icp: '最后的备案号' } } } as const;
    let open: readonly Deed[] = [
      { ...last, of: { settings: { icp: '最初的备案号' } } },
      ...drawDeeds(random, account, EXPLAINERS, DEEDS),
      last,
      { deed: 'await', touches: [], of: {} },
    ];
    let at = Date.parse('2026-11-23T01:00:00.000Z');
    let kills = 0;
    while (open.length > 0) {
      const process = await startPublishing(connection, account, at);
      let dying: Promise<void> | null = null;
      for (let life = random.whole(0, MOST_DEEDS); open.length > 0; life -= 1) {
        const [deed] = open;
        if (!deed) break;
        if (life === 0) dying = pause(random.whole(0, INTO_THE_NEXT)).then(() => process.kill());
        const outcome = await process.tell(deed);
        if (outcome === null) break;
        expect(outcome).not.toMatchObject({ state: 'rejected' });
        expected.note(deed, outcome.receipt?.at ?? '');
        if (deed.deed === 'publish') prepared.set(deed.of.delivery, deed);
        open = open.slice(1);
      }
      await (dying ?? process.kill());
      at += 60 * 60_000;
      kills += 1;

      const all = readSite(connection.siteDir);
      const files = served(all);
      expect(halfFiles(files)).toEqual([]);
      expect([...files.keys()].filter((name) => name.includes('.tmp'))).toEqual([]);
      expect(deadLinks(files)).toEqual([]);
      expect([...mediaNamed(files)].filter((name) => !files.has(name))).toEqual([]);
      if (open.length > 0 && random.chance(0.4)) open = putOff(open);
    }
    expect(kills).toBeGreaterThan(5);

    const files = readSite(connection.siteDir);
    expect(disagreements(files, expected)).toEqual({});
    expect([...files.keys()].filter((name) => name.includes('.tmp'))).toEqual([]);
    expect(
      [...files]
        .filter(([name, text]) => name.endsWith('.html') && !text.includes('最后的备案号'))
        .map(([name]) => name),
    ).toEqual([]);
    for (const [id, { kind, to }] of expected.takenBack) {
      const address = `/explainers/${id}/`;
      expect(await isWithdrawn(connection.siteStateDir, address)).toBe(kind !== 'moved');
      const leads = await movedTo(connection.siteStateDir, address);
      expect(leads === null).toBe(to === null);
    }
    const shown = [...expected.shown.values()].flatMap(({ picture }) => picture ?? []);
    const lying = mediaOn(files).map((name) => name.slice('/media/'.length, '/media/'.length + 64));
    expect([...new Set(lying)].sort()).toEqual([...new Set(shown)].sort());
    const io = testIo({ connection, files: {} });
    for (const [id, { delivery }] of expected.shown) {
      const deed = prepared.get(delivery);
      if (deed?.deed !== 'publish') throw new Error(`nobody published ${id}`);
      const pending = {
        delivery,
        prepared: { payload: deed.of.rendition.payload, media: {} },
        intentAt: '',
        answer: null,
      };
      expect(await website.confirm(pending, io)).toMatchObject({ state: 'published' });
    }
  }, 240_000);
});
