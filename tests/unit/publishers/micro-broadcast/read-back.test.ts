import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Io, ReadBack, Receipt, Rendition } from '../../../../publishers/contract';
import { microBroadcast } from '../../../../publishers/micro-broadcast';
import { createDesk } from '../../../../publishers/micro-broadcast/desk';
import type { Script } from '../../../../publishers/micro-broadcast/script';
import { illustrated } from '../../../contract/contents';
import { directoryPlace } from '../../../contract/directory-place';
import type { Place } from '../../../contract/place';
import { publishAt } from '../../../contract/publish-at';
import { sampleVersion } from '../article/sample-version';

let place: Place;
let rendition: Rendition<Script>;
let receipt: Receipt;

beforeEach(async () => {
  const { content, files } = await illustrated();
  place = await directoryPlace('micro-broadcast', 'live', files);
  rendition = microBroadcast.render({ ...sampleVersion(), content }, place.account, 'publish');
  receipt = await publishAt(microBroadcast, rendition, place);
});
afterEach(() => place.close());

const directory = (name: 'siteDir' | 'siteStateDir') => place.io.connection[name] ?? '';
const desk = () =>
  createDesk({
    ...place.io,
    now: () => place.io.clock,
    siteDir: directory('siteDir'),
    siteStateDir: directory('siteStateDir'),
  });
const page = () => join(directory('siteDir'), `live/${receipt.id}/index.html`);
const mark = () => join(directory('siteStateDir'), `live-pages/${receipt.id}.json`);
const read = (io: Io = place.io): Promise<ReadBack> => microBroadcast.readBack(receipt, rendition, io);
const alter = async (from: string | RegExp, to: string) => {
  const before = await readFile(page(), 'utf8');
  expect(before).toMatch(from);
  await writeFile(page(), before.replace(from, to));
};
const differing = async () => {
  const found = await read();
  return found.state === 'different' ? found.problem.what : found.state;
};

test('a room that goes on, is corrected and ends is the same all the while', async () => {
  place.pass(120_000);
  await desk().releaseDue(place.io.clock);
  expect(await read()).toEqual({ state: 'same' });
  await desk().correctUpdate(receipt.id, 1, { text: '更正后的话', note: '数字有误' });
  expect(await read()).toEqual({ state: 'same' });
  await desk().endRoom(receipt.id);
  expect(await read()).toEqual({ state: 'same' });
});

test('updates that come while we look are no forgery', async () => {
  const http: Io['http'] = async (request) => {
    for (const text of ['第一次更正', '第二次更正']) {
      await desk().correctUpdate(receipt.id, 1, { text, note: '数字有误' });
    }
    return place.io.http(request);
  };
  expect(await read({ ...place.io, http })).toEqual({ state: 'unknown' });
});

test('words that the desk never said are found', async () => {
  await alter('</ol>', '<li>中奖信息请加微信</li></ol>');
  expect(await differing()).toContain('直播内容');
});

test('another title and another hashtag are found by name', async () => {
  await alter(/(<h1[^>]*>).*?(?=<\/h1>)/s, '$1别的直播');
  await alter(/#门诊共济#/g, '#博彩#');
  expect(await differing()).toContain('：标题、话题。');
});

describe('a room of before there were marks', () => {
  beforeEach(() => rm(mark()));

  test('is the same by its title, hashtag and link', async () => {
    expect(await read()).toEqual({ state: 'same' });
  });

  test('is different without its link', async () => {
    await alter(/href="\/explainers\/[^"]*"/, 'href="https://elsewhere.example/"');
    expect(await differing()).toContain('链接');
  });
});

test('a room that was taken back is gone, in the words of the desk', async () => {
  await microBroadcast.withdraw?.(receipt, '数据有误', place.io);
  expect(await read()).toMatchObject({ state: 'gone', problem: { code: 'broadcast.withdrawn' } });
});
