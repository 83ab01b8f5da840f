/**
 * Takes the pictures of docs/site.md from a running demo: every type of page at three widths beside each other, light,
 * dark and in elder mode. Run by hand after a change of the site's look, a minute and a half after the first
 * `npm start`, when the live room is on the air:
 *
 *     node scripts/make-site-pictures.mjs [site] [type of page]…
 *
 * Default: http://localhost:1337, all types. Needs Chromium and Chinese fonts, as the browser tests.
 */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { ensureChromium } from './lib/ensure-chromium.mjs';
import { pageTypes } from './lib/page-types.mjs';
import { ROOT } from './lib/root.mjs';

const [site = 'http://localhost:1337', ...chosen] = process.argv.slice(2);
const OUT = join(ROOT, 'docs', 'images', 'site');
/** CSS pixels. */
const WIDTHS = [390, 768, 1440];
const MODES = /** @type {const} */ (['light', 'dark', 'elder']);
/** What of a long page is shown, CSS pixels. */
const TALLEST = 2_400;
const GAP = 24;
/** Of a picture, against CSS pixels. */
const SCALE = 0.5;

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} path
 * @param {number} width
 * @param {typeof MODES[number]} mode
 */
async function photograph(browser, path, width, mode) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: mode === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(site + path);
  if (mode === 'elder') await page.getByRole('button', { name: '长辈版' }).click();
  const tall = await page.locator('html').evaluate((root) => root.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(tall, TALLEST) });
  // Pictures that wait until they are near are near now.
  await page.waitForLoadState('networkidle');
  // A film that is still looked for shows a turning wheel, which then fades.
  if ((await page.locator('video').count()) > 0) await page.waitForTimeout(2_000);
  const picture = await page.screenshot({ animations: 'disabled' });
  await context.close();
  return sharp(picture)
    .resize({ width: Math.round(width * SCALE) })
    .png()
    .toBuffer({ resolveWithObject: true });
}

mkdirSync(OUT, { recursive: true });
const executablePath = await ensureChromium({ logs: join(ROOT, '.tmp', 'logs'), env: process.env });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const [name, path] of Object.entries(await pageTypes(site))) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    for (const mode of MODES) {
      /** @type {{ data: Buffer, info: import('sharp').OutputInfo }[]} */
      const shots = [];
      for (const width of WIDTHS) shots.push(await photograph(browser, path, width, mode));
      const lefts = shots.map((_, index) =>
        shots.slice(0, index).reduce((left, { info }) => left + info.width + GAP, 0),
      );
      const file = join(OUT, `${name}-${mode}.webp`);
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
} finally {
  await browser.close();
}
