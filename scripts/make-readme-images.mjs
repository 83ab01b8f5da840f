/**
 * Takes the pictures of the README from a running demo. Run by hand as soon as the first `npm start` says that it is
 * ready; it waits for the live room, which goes off the air some minutes later:
 *
 *     node scripts/make-readme-images.mjs [site] [phones] [data directory]
 *
 * Defaults: http://localhost:1337, http://localhost:1338, .data. Needs Chromium and Chinese fonts, as the browser tests.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { demoUsers } from './lib/demo-users.mjs';
import { ROOT } from './lib/root.mjs';

const [site = 'http://localhost:1337', phones = 'http://localhost:1338', dataDir = path.join(ROOT, '.data')] =
  process.argv.slice(2);
const OUT = path.join(ROOT, 'docs/images');
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
/** Drawn a little larger and made smaller, so that the panels are in the picture. */
const DESK = { viewport: { width: 1760, height: 1100 }, deviceScaleFactor: 1.64 };
/** What the demo brings out while somebody watches. */
const title = '户口不在云澜，医保也能在这里办';

/** @typedef {import('playwright-core').Page} Page */

/** What each phone picture shows: where to go, and what to open there. @type {Record<string, (page: Page) => Promise<unknown>>} */
const PICTURES = {
  // Opens a minute and a half after the start and is shown on the home page while it is on the air.
  broadcast: async (page) => {
    const room = page.getByRole('region', { name: '微直播' }).getByRole('link', { name: title });
    for (await page.goto(site); (await room.count()) === 0; await page.reload()) await page.waitForTimeout(2_000);
    await room.click();
    await page.locator('#update-5').waitFor({ timeout: 120_000 });
  },
  website: async (page) => {
    await page.goto(site);
    await page.getByRole('link', { name: title, exact: true }).click();
  },
  wechat: async (page) => {
    await page.goto(`${phones}/phone/wechat`);
    await page.getByRole('link', { name: title }).click();
  },
  weibo: (page) => page.goto(`${phones}/phone/weibo`),
};

/** @param {Page} page */
async function newsroom(page) {
  const editor = demoUsers(dataDir).find(({ email }) => email.startsWith('editor@'));
  if (!editor) throw new Error(`${dataDir} has no demo users`);
  await page.goto(`${site}/admin/auth/login`);
  await page.getByLabel('邮箱').fill(editor.email);
  await page.getByRole('textbox', { name: '密码' }).fill(editor.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: /工作台/ }).waitFor();
  await page.goto(
    `${site}/admin/content-manager/collection-types/api::explainer.explainer?_q=${encodeURIComponent(title)}`,
  );
  await page.getByRole('row').filter({ hasText: title }).click();
  await page.getByRole('list', { name: '投放' }).evaluate((list) => list.scrollIntoView({ block: 'end' }));
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {number} width of the picture, pixels
 */
async function take(page, name, width) {
  await page.waitForLoadState('networkidle');
  const file = path.join(OUT, `${name}.png`);
  await sharp(await page.screenshot({ animations: 'disabled' }))
    .resize({ width })
    .png({ palette: true, colours: 256, dither: 0, effort: 10, compressionLevel: 9 })
    .toFile(file);
  console.log(path.relative(ROOT, file));
}

mkdirSync(OUT, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  for (const [name, go] of Object.entries(PICTURES)) {
    const page = await browser.newPage(PHONE);
    await go(page);
    await take(page, name, 780);
    await page.close();
  }
  const desk = await browser.newPage(DESK);
  await newsroom(desk);
  await take(desk, 'newsroom', 1440);
} finally {
  await browser.close();
}
