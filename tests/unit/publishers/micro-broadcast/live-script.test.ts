import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createDesk, type Desk } from '../../../../publishers/micro-broadcast/desk';
import { roomInput, updateInput } from '../../../../publishers/micro-broadcast/inputs';
import { liveMessage } from '../../../../publishers/micro-broadcast/live-message';
import { assets } from '../../../../publishers/website/assets';
import { siteSettings } from '../../../../publishers/website/settings';
import { testIo } from '../weibo/io';

/** Debian's place for it. */
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

let browser: Browser;
let page: Page;
let dir: string;
let desk: Desk;
let server: Server;
let address: string;
/** Open event streams and what each has been told. */
let streams: Map<ServerResponse, number>;
let withEvents: boolean;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
});
afterAll(() => browser.close());

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'mingbai-live-'));
  desk = createDesk({
    siteDir: path.join(dir, 'site'),
    siteStateDir: path.join(dir, 'state'),
    ...testIo({ connection: {} }),
  });
  streams = new Map();
  withEvents = true;
  server = createServer((request, response) => void answer(request.url ?? '', response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a string only for pipes
  await desk.openRoom({
    ...roomInput.parse({ title: '发布会', hashtag: '门诊新政' }),
    ids: ['r1'],
    siteUrl: address,
    site: siteSettings.parse({}),
    explainer: null,
    delivery: null,
    script: [],
    endsAfter: null,
    startNow: true,
  });
  page = await browser.newPage({ viewport: { width: 390, height: 700 } });
});
afterEach(async () => {
  await page.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(dir, { recursive: true });
});

async function answer(url: string, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(url, address);
  if (pathname === '/live/r1/events' && withEvents) {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: ping\ndata: \n\n');
    streams.set(response, Number(searchParams.get('cursor')));
    return tell();
  }
  const asset = [...assets().values()].find((one) => one.url === pathname);
  const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const body = asset?.data ?? (await readFile(path.join(dir, 'site', name)).catch(() => null));
  const type = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript' }[
    path.extname(name)
  ];
  response.writeHead(body === null ? 404 : 200, { 'content-type': type ?? 'application/json' }).end(body ?? '');
}

async function tell(): Promise<void> {
  const room = await desk.readRoom('r1');
  for (const [stream, cursor] of streams) {
    if (!room || room.cursor === cursor) continue;
    stream.write(`event: update\ndata: ${JSON.stringify(liveMessage(room, cursor))}\n\n`);
    streams.set(stream, room.cursor);
  }
}

const say = (text: string) => desk.postUpdate('r1', updateInput.parse({ text }));
const numbers = () => page.$$eval('[data-seq]', (entries) => entries.map((entry) => entry.id.replace('update-', '')));
const open = () => page.goto(`${address}/live/r1/`);
const pill = () => page.getByRole('button', { name: /条新内容|从头看/ });
/** CSS pixels from the top of what is seen. */
const place = (number: number) =>
  page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top, `update-${number}`);

describe('a reader with scripts', () => {
  it('sees news, corrections, removals and the end without a reload', async () => {
    await say('一');
    await open();
    await page.evaluate(() => document.body.setAttribute('data-same', 'yes'));
    await say('二');
    await tell();
    await pill().click();
    await page.waitForSelector('#update-2');
    expect(await numbers()).toEqual(['2', '1']);
    await desk.correctUpdate('r1', 1, { text: '改过的一', note: '写错了' });
    await desk.removeUpdate('r1', 2, '误发');
    await tell();
    await page.waitForSelector('#update-2.is-removed');
    expect(await page.locator('#update-1').textContent()).toContain('改过的一');
    await desk.endRoom('r1');
    await tell();
    await page.getByText('直播已结束', { exact: true }).waitFor();
    await pill().click();
    expect(await numbers()).toEqual(['1', '2']);
    expect(await page.locator('body').getAttribute('data-same')).toBe('yes');
  });

  it.each([
    ['at the top', 0, 12],
    ['further down', 900, 6],
  ])(
    'is not moved away from what is being read %s, but told how much is new, and goes on there by the keyboard',
    async (_where, scrolled, read) => {
      for (let n = 1; n <= 12; n++) await say(`第 ${n} 次说话，足够长，能占满一屏以上的地方。`);
      await open();
      await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), scrolled);
      const before = await place(read);
      await say('新的');
      await say('更新的');
      await tell();
      await pill().waitFor();
      expect(await pill().textContent()).toBe('有 2 条新内容');
      expect(await place(read)).toBe(before);
      const box = await pill().boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeLessThan(700);
      await pill().press('Enter');
      await page.waitForSelector('#update-14');
      expect((await numbers()).slice(0, 3)).toEqual(['14', '13', '12']);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('update-14');
      expect(await pill().count()).toBe(0);
    },
  );

  it('goes on reading when the broadcast ends, and takes the order of events when it suits', async () => {
    for (let n = 1; n <= 12; n++) await say(`第 ${n} 次说话，足够长，能占满一屏以上的地方。`);
    await open();
    const before = await place(12);
    await say('最后的');
    await desk.endRoom('r1');
    await tell();
    await page.getByText('直播已结束', { exact: true }).waitFor();
    // Pages scroll by whole pixels.
    expect(Math.abs(((await place(12)) ?? 0) - (before ?? 0))).toBeLessThan(1);
    await pill().click();
    expect(await numbers()).toEqual(Array.from({ length: 13 }, (_, index) => String(index + 1)));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('update-1');
  });

  it('is kept up to date by asking where events do not come through', async () => {
    withEvents = false;
    await open();
    await say('一');
    await page.waitForSelector('#update-1');
    expect(await numbers()).toEqual(['1']);
  });

  it('sees nothing of a broadcast that is withdrawn', async () => {
    await say('一');
    await open();
    await page.waitForSelector('#update-1');
    await desk.withdrawRoom('r1', '数据有误');
    await tell();
    await page.waitForSelector('text=数据有误');
    expect(await numbers()).toEqual([]);
  });
});

it('a reader without scripts is never reloaded, but asks with a link', async () => {
  await say('一');
  const still = await browser.newPage({ javaScriptEnabled: false });
  await still.goto(`${address}/live/r1/#update-1`);
  await say('二');
  await still.getByRole('link', { name: '刷新看有没有新内容' }).click();
  await still.getByText('第 2 条').waitFor();
  expect(await still.content()).not.toMatch(/http-equiv="?refresh/i);
  await still.close();
});
