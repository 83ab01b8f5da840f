import fs from 'node:fs/promises';
import path from 'node:path';
import { applyChanges } from '../../../../publishers/website/changes';
import { treeDirectory } from '../../../../publishers/website/manifest/tree';
import { placesOf, type Places } from '../../../../publishers/website/places';
import { createMetrics } from '../../../../src/metrics/metrics';
import { lastReport } from '../../../../src/site/integrity/last-report';
import { watchSite } from '../../../../src/site/integrity/watch-site';
import { memoryPublisher } from '../../delivery/support/memory-publisher';
import { accountOf, openNewsroom, type Newsroom } from '../../delivery/support/newsroom';
import { parseMetrics } from '../../metrics/parse-metrics';
import { textOf } from './guarded-site';

const PAGE = 'explainers/abc/index.html';
const HOUR = 60 * 60_000;

let room: Newsroom;
let places: Places;
beforeEach(async () => {
  room = await openNewsroom({
    publishers: [memoryPublisher('website')],
    accounts: (directory) => [
      accountOf('website', 'website', {
        siteDir: path.join(directory, 'site'),
        siteStateDir: path.join(directory, 'state'),
        siteKey: Buffer.alloc(32, 5).toString('base64'),
      }),
    ],
  });
  const [website] = await room.parts.accounts();
  places = placesOf({ connection: website?.connection ?? {}, exclusive: room.parts.exclusive });
  await publish({ [PAGE]: textOf(PAGE), 'index.html': textOf('首页') });
});
afterEach(() => room.close());

const publish = (files: Readonly<Record<string, string>>): Promise<void> =>
  applyChanges(
    places,
    Object.entries(files).map(([name, data]) => ({ in: 'site', name, data }) as const),
    () => true,
  );
const watch = (restores = true) =>
  watchSite(room.parts, { restores, media: path.join(room.directory, 'media'), pace: () => Promise.resolve() });
const at = (name: string): string => path.join(places.site, name);
const gauges = async () => parseMetrics(await createMetrics(room.parts).text());

test('each hour what was altered is put right, and staff are told what it was, once for each time', async () => {
  const { look } = watch();
  await look();
  expect(await room.noticeTexts()).toEqual([]);
  await fs.writeFile(at(PAGE), 'hacked');
  await fs.writeFile(at('casino.html'), 'foreign');
  await look();
  // Not due yet.
  expect(await fs.readFile(at(PAGE), 'utf8')).toBe('hacked');

  room.clock.pass(HOUR);
  await look();
  expect(await fs.readFile(at(PAGE), 'utf8')).toBe(textOf(PAGE));
  await expect(fs.access(at('casino.html'))).rejects.toThrow('ENOENT');
  const [text = ''] = await room.noticeTexts();
  expect(text).toContain(`被改动：${PAGE}（已恢复）`);
  expect(text).toContain('来历不明：casino.html（已移走）');

  room.clock.pass(HOUR);
  await look();
  expect(await room.noticeTexts()).toHaveLength(1);
  await fs.writeFile(at(PAGE), 'hacked again');
  room.clock.pass(HOUR);
  await look();
  expect(await room.noticeTexts()).toHaveLength(2);
});

test('where nothing is to be put right by itself, staff are told once, and anew only when it had gone', async () => {
  const { look } = watch(false);
  await fs.writeFile(at(PAGE), 'hacked');
  for (let hour = 0; hour < 3; hour += 1) {
    await look();
    room.clock.pass(HOUR);
  }
  expect(await fs.readFile(at(PAGE), 'utf8')).toBe('hacked');
  expect(await room.noticeTexts()).toHaveLength(1);
  await publish({ [PAGE]: textOf('第二版') });
  await look();
  await fs.writeFile(at(PAGE), 'hacked');
  room.clock.pass(HOUR);
  await look();
  expect(await room.noticeTexts()).toHaveLength(2);
});

test('monitors see what the last check found, whoever made it', async () => {
  expect((await gauges()).get('mingbai_site_check_age_seconds')).toBe(Number.POSITIVE_INFINITY);
  await fs.rm(at(PAGE));
  await fs.writeFile(at('casino.html'), 'foreign');
  await watch(false).look();
  room.clock.pass(90_000);
  expect(Object.fromEntries(await gauges())).toMatchObject({
    'mingbai_site_files{trouble="missing"}': 1,
    'mingbai_site_files{trouble="foreign"}': 1,
    'mingbai_site_files{trouble="altered"}': 0,
    mingbai_site_left_files: 2,
    mingbai_site_list_whole: 1,
    mingbai_site_check_age_seconds: 90,
  });
  room.clock.pass(HOUR);
  await watch().look();
  expect(Object.fromEntries(await gauges())).toMatchObject({
    'mingbai_site_files{trouble="missing"}': 1,
    mingbai_site_left_files: 0,
  });
});

test('of two processes that find a check due, one makes it', async () => {
  await fs.writeFile(at('casino.html'), 'foreign');
  await Promise.all([watch().look(), watch().look()]);
  expect(await room.noticeTexts()).toHaveLength(1);
  expect((await lastReport(places.state))?.counts.foreign).toBe(1);
});

test('a site that is older than its list is entered as it is, and staff are told to look', async () => {
  await fs.rm(treeDirectory(places), { recursive: true });
  await publish({ 'new/index.html': textOf('new') });
  await watch().look();
  expect(await room.noticeTexts()).toEqual([expect.stringContaining('登记了 2 个现有文件')]);
  await fs.writeFile(at(PAGE), 'hacked');
  room.clock.pass(HOUR);
  await watch().look();
  expect(await fs.readFile(at(PAGE), 'utf8')).toBe(textOf(PAGE));
});

test('a list that was forged is not made anew by itself: staff are told, and nothing is touched', async () => {
  await fs.writeFile(path.join(treeDirectory(places), 'root.json'), '{"body":"{}","signature":""}');
  await watch().look();
  room.clock.pass(HOUR);
  await watch().look();
  expect(await room.noticeTexts()).toEqual([expect.stringContaining('签名不符')]);
  expect(await fs.readFile(at(PAGE), 'utf8')).toBe(textOf(PAGE));
  expect((await gauges()).get('mingbai_site_list_whole')).toBe(0);
});

test('a check that is stopped ends at the next file, says nothing of the rest, and is due again', async () => {
  let stop: (() => Promise<void>) | null = null;
  const watching = watchSite(room.parts, {
    restores: true,
    media: room.directory,
    pace: () => {
      void stop?.();
      return Promise.resolve();
    },
  });
  stop = watching.start();
  await watching.look();
  expect(await lastReport(places.state)).toBeNull();
});
