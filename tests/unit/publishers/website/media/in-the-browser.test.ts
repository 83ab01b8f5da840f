import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import sharp from 'sharp';
import { createSiteHandler } from '../../../../../src/site/serve-site';
import { violations } from '../../../../browser/site/violations';
import { openTestSite, versionOf } from '../test-site';
import type { TestSite } from '../test-site';

/** Debian's place for it. */
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const headers = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'",
};

let site: TestSite;
let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  site = await openTestSite();
  await site.ensure();
  await site.publish(await imageSet());
  await site.publish(await film());
  const policies = versionOf('ended', 1).content.policies.map((policy) => ({ ...policy, validity: '废止' as const }));
  await site.publish(versionOf('ended', 1, { policies }));
  const handle = createSiteHandler({
    directory: site.siteDir,
    generation: path.join(site.siteStateDir, 'generation'),
    memory: 1_000_000,
    isWithdrawn: () => Promise.resolve(false),
    headers,
  });
  server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a string only for pipes
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
}, 120_000);
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await site.close();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

async function imageSet() {
  const images = await Promise.all(
    ['#14527a', '#1f6b4f', '#8a5a00'].map(async (background, index) => {
      const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
      const bytes = await sharp({ create: { width: 1_000, height: 700, channels: 3, background, noise } })
        .jpeg()
        .toBuffer();
      const media = site.file(`${index}.jpg`, 'image/jpeg', bytes, {
        width: 1_000,
        height: 700,
        alt: `第${index + 1}张`,
      });
      return { media, caption: `说明${index + 1}`, longDescription: `图中文字${index + 1}` };
    }),
  );
  return versionOf('pictures', 1, { form: 'image', images });
}

async function film() {
  const scratch = await mkdtemp(path.join(tmpdir(), 'mingbai-film-'));
  const file = path.join(scratch, 'film.mp4');
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '10'];
  execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=s=1280x720:r=10:d=8', ...coding, file]);
  const media = site.file('film.mp4', 'video/mp4', await readFile(file));
  await rm(scratch, { recursive: true });
  const captions =
    'WEBVTT\n\n00:00.000 --> 00:02.000\n大家好\n\n00:02.000 --> 00:05.000\n今天说租房\n\n00:05.000 --> 00:08.000\n再见\n';
  const chapters = [
    { at: 0, title: '开头' },
    { at: 5, title: '结尾' },
  ];
  return versionOf('film', 1, {
    form: 'video',
    video: { media, poster: null, captions, transcript: '大家好。今天说租房。再见。', chapters },
  });
}

async function open(name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(`${address}/explainers/${name}/`);
  return page;
}
const shown = (page: Page) => page.locator('.gallery li:not([inert]) figcaption').innerText();

test('the gallery turns by key and by button, and takes the smallest file that the screen needs', async () => {
  const page = await open('pictures');
  await page.locator('[data-gallery-track]').focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('.gallery-place')?.textContent === '2 / 3');
  await page.getByRole('button', { name: '下一张' }).first().click();
  await page.waitForFunction(() => document.querySelector('.gallery-place')?.textContent === '3 / 3');
  expect(await shown(page)).toContain('说明3');
  const file = await page.evaluate(() => document.querySelector<HTMLImageElement>('.gallery img')?.currentSrc);
  expect(file).toMatch(/-480\.avif$/);
});

test('a picture opens over the whole screen by key, is enlarged, turned and closed, and the gallery stands where it was left', async () => {
  const page = await open('pictures', { viewport: { width: 1_280, height: 800 } });
  const link = page.locator('[data-gallery-zoom]').first();
  await link.focus();
  await page.keyboard.press('Enter');
  const viewer = page.getByRole('dialog', { name: '放大的图片' });
  await viewer.waitFor();
  expect(await viewer.locator('img').getAttribute('alt')).toBe('第1张');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('+');
  expect(await viewer.getByRole('button', { name: '缩小' }).count()).toBe(1);
  await page.keyboard.press('-');
  await page.keyboard.press('ArrowRight');
  expect(await viewer.locator('.viewer-words').innerText()).toContain('2 / 3');
  expect(await viewer.locator('.viewer-words').innerText()).toContain('说明2');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('dialog[open]'));
  await page.waitForFunction(() => document.querySelector('.gallery-place')?.textContent === '2 / 3');
});

test('a finger turns the picture that fills the screen', async () => {
  const page = await open('pictures', { hasTouch: true });
  await page.locator('[data-gallery-zoom]').first().tap();
  const stage = page.locator('.viewer-stage');
  const touch = (x: number) => ({ touches: [{ identifier: 0, clientX: x, clientY: 300 }] });
  await stage.dispatchEvent('touchstart', { ...touch(300), changedTouches: touch(300).touches });
  await stage.dispatchEvent('touchend', { touches: [], changedTouches: touch(100).touches });
  expect(await page.locator('.viewer-words').innerText()).toContain('2 / 3');
});

test('without a script the pictures stand below each other, each leads to its large file, and the text is one tap away', async () => {
  const page = await open('pictures', { javaScriptEnabled: false });
  for (const number of [1, 2, 3]) {
    const figure = page.locator('.gallery li').nth(number - 1);
    await figure.getByText('看图中文字').click();
    expect(await figure.getByText(`图中文字${number}`).isVisible()).toBe(true);
    const href = await figure.locator('a').getAttribute('href');
    expect((await fetch(address + (href ?? ''))).headers.get('content-type')).toBe('image/jpeg');
  }
});

test('chapters and sentences seek, the transcript follows, and the other size goes on where the first one was', async () => {
  const page = await open('film');
  const at = () => page.evaluate(() => document.querySelector('video')?.currentTime ?? -1);
  const file = () => page.evaluate(() => document.querySelector('video')?.currentSrc ?? '');
  await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 1);
  expect(await file()).toMatch(/-480\.mp4$/);
  await page.getByRole('link', { name: '结尾' }).click();
  await page.waitForFunction(() => document.querySelector('.is-said')?.textContent === '再见。');
  expect(await at()).toBeGreaterThanOrEqual(5);
  await page.evaluate(() => document.querySelector('video')?.pause());
  await page.locator('[data-transcript]').focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => document.querySelector('.is-said')?.textContent === '今天说租房。');
  await page.evaluate(() => document.querySelector('video')?.pause());
  const before = await at();
  await page.getByRole('button', { name: '高清' }).click();
  await page.waitForFunction(() => /-720\.mp4$/.test(document.querySelector('video')?.currentSrc ?? ''));
  await page.waitForFunction((from) => (document.querySelector('video')?.currentTime ?? 0) >= from - 0.1, before);
  expect(await page.getByRole('button', { name: '高清' }).getAttribute('aria-pressed')).toBe('true');
});

test.each(['pictures', 'film', 'ended'])(
  'nothing on the page of %s stands in anybody’s way, light or dark',
  async (name) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(name, { colorScheme });
      expect({ colorScheme, grave: await violations(page) }).toEqual({ colorScheme, grave: [] });
    }
  },
);

test('a film is served in ranges, so that a player can seek in it', async () => {
  const html = await site.read('explainers/film/index.html');
  const url = address + (/src="(\/media\/[^"]+-720\.mp4)"/.exec(html)?.[1] ?? '');
  const part = await fetch(url, { headers: { range: 'bytes=100-199' } });
  expect([part.status, part.headers.get('content-type')]).toEqual([206, 'video/mp4']);
  expect((await part.arrayBuffer()).byteLength).toBe(100);
});
