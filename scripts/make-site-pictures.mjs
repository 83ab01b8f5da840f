/**
 * Takes the pictures of docs/site.md from a running demo: every type of page at three widths beside each other, light,
 * dark and in elder mode; one page printed and in forced colours. Run by hand after a change of the site's look, a minute
 * and a half after the first `npm start`, when the live room is on the air:
 *
 *     MINGBAI_API_TOKEN=… node scripts/make-site-pictures.mjs [site] [type of page]…
 *
 * Default: http://localhost:1337, all types. With the demo's token it publishes two explainers and takes them back, to
 * show what then stands there. Needs Chromium and Chinese fonts, as the browser tests.
 */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { publishDemoPiece } from './lib/demo-piece.mjs';
import { ensureChromium } from './lib/ensure-chromium.mjs';
import { pageTypes } from './lib/page-types.mjs';
import { ROOT } from './lib/root.mjs';

/**
 * @typedef {object} Look
 * @property {string} name
 * @property {readonly number[]} widths CSS pixels
 * @property {Parameters<import('playwright-core').Page['emulateMedia']>[0]} [media]
 * @property {boolean} [elder]
 *
 * @typedef {object} View
 * @property {string} name
 * @property {string} path from the root
 * @property {readonly Look[]} looks
 * @property {string} [click] what is clicked before the picture, by selector
 */

const [site = 'http://localhost:1337', ...chosen] = process.argv.slice(2);
const token = process.env['MINGBAI_API_TOKEN'];
const OUT = join(ROOT, 'docs', 'images', 'site');
const WIDTHS = [390, 768, 1440];
/** @type {readonly Look[]} */
const MODES = [
  { name: 'light', widths: WIDTHS },
  { name: 'dark', widths: WIDTHS, media: { colorScheme: 'dark' } },
  { name: 'elder', widths: WIDTHS, elder: true },
];
/** A4 less its margins, and a system that puts its own colours in place of ours. @type {readonly Look[]} */
const ELSEWHERE = [
  { name: 'print', widths: [680], media: { media: 'print' } },
  { name: 'forced-colours', widths: [390, 1440], media: { forcedColors: 'active', colorScheme: 'dark' } },
];
/** What of a long page is shown, CSS pixels. */
const TALLEST = 2_400;
const GAP = 24;
/** Of a picture, against CSS pixels. */
const SCALE = 0.5;

/** @type {(browser: import('playwright-core').Browser, view: View, look: Look, width: number) => Promise<{ data: Buffer, info: import('sharp').OutputInfo }>} */
async function photograph(browser, { path, click }, { media, elder }, width) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', ...media });
  await page.goto(site + path);
  if (elder) await page.getByRole('button', { name: '长辈版' }).click();
  // What lies over a page lies in the middle of the window.
  const tall = click === undefined ? await page.locator('html').evaluate((root) => root.scrollHeight) : 900;
  await page.setViewportSize({ width, height: Math.min(tall, TALLEST) });
  // Pictures that wait until they are near are near now.
  await page.waitForLoadState('networkidle');
  // A film that is still looked for shows a turning wheel, which then fades.
  if ((await page.locator('video').count()) > 0) await page.waitForTimeout(2_000);
  if (click !== undefined) await page.locator(click).first().click();
  const picture = await page.screenshot({ animations: 'disabled' });
  await page.close();
  return sharp(picture)
    .resize({ width: Math.round(width * SCALE) })
    .png()
    .toBuffer({ resolveWithObject: true });
}

/** @type {(browser: import('playwright-core').Browser, view: View) => Promise<void>} */
async function takePictures(browser, view) {
  for (const look of view.looks) {
    /** @type {{ data: Buffer, info: import('sharp').OutputInfo }[]} */
    const shots = [];
    for (const width of look.widths) shots.push(await photograph(browser, view, look, width));
    const lefts = shots.map((_, index) => shots.slice(0, index).reduce((left, { info }) => left + info.width + GAP, 0));
    const file = join(OUT, `${view.name}-${look.name}.webp`);
    await sharp({
      create: {
        width: shots.reduce((sum, { info }) => sum + info.width + GAP, -GAP),
        height: Math.max(...shots.map(({ info }) => info.height)),
        channels: 3,
        background: '#8B9096',
      },
    })
      .composite(shots.map(({ data }, index) => ({ input: data, left: lefts[index] ?? 0, top: 0 })))
      .webp({ quality: 55, effort: 6 })
      .toFile(file);
    console.log(relative(ROOT, file));
  }
}

mkdirSync(OUT, { recursive: true });
const executablePath = await ensureChromium({ logs: join(ROOT, '.tmp', 'logs'), env: process.env });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const isWanted = (/** @type {string} */ name) => chosen.length === 0 || chosen.includes(name);
const take = (/** @type {View} */ view) => (isWanted(view.name) ? takePictures(browser, view) : undefined);
try {
  const types = await pageTypes(site);
  for (const [name, path] of Object.entries(types)) {
    await take({ name, path, looks: name === 'text' ? [...MODES, ...ELSEWHERE] : MODES });
  }
  const [, policy] = /^\/policies\/([^/]+)\//.exec(types['policy'] ?? '') ?? [];
  if (token && policy && ['leave', 'withdrawn', 'gone'].some(isWanted)) {
    const [one, other] = [
      await publishDemoPiece(site, { token, policy }),
      await publishDemoPiece(site, { token, policy }),
    ];
    await take({ name: 'leave', path: one.path, looks: MODES, click: 'a[data-leave]' });
    await one.takeBack('withdrawn', '补贴标准引用了征求意见稿，与印发的文件不一致。更正后另行发布。');
    await take({ name: 'withdrawn', path: one.path, looks: MODES });
    await other.takeBack('gone', '含有不应公开的个人信息。');
    await take({ name: 'gone', path: other.path, looks: MODES });
  }
} finally {
  await browser.close();
}
