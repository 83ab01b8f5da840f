/**
 * Draws the pictures of docs/wechat.md: five explainers of the demo as articles by us and by wenyan-core, both as WeChat
 * would keep them, on a phone 375 CSS pixels wide, light and dark. Run by hand after a change of the themes:
 *
 *     node scripts/make-wechat-pictures.mjs
 *
 * Installs wenyan-core in tests/bench/rivals. Needs Chromium and Chinese fonts, as the browser tests.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { compileTests } from './lib/compile-tests.mjs';
import { ensureChromium } from './lib/ensure-chromium.mjs';
import { ensureRivals } from './lib/ensure-rivals.mjs';
import { ROOT } from './lib/root.mjs';

const EXPLAINERS = ['insurance-residence', 'trade-in-text', 'preschool-text', 'flexible-interview', 'estates-video'];
/** The theme that each is shown in: three of them between five. @type {Record<string, string>} */
const THEMES = { 'trade-in-text': 'zhu', 'preschool-text': 'su' };
const SCHEMES = /** @type {const} */ (['light', 'dark']);
const OUT = path.join(ROOT, 'docs/images/wechat');
const MEDIA = path.join(ROOT, 'src/seed/media');
const PHONE = { viewport: { width: 375, height: 800 }, deviceScaleFactor: 1.4 };
/** What of a long article is shown, CSS pixels. */
const TALLEST = 2_600;
const GAP = 28;

/** What the app's own style sheet does to the elements of an article, and its page in both schemes. */
const APP = `
*{box-sizing:border-box}
body{margin:0;padding:20px 16px;font:17px/1.6 system-ui,-apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif;background:#fff;color:rgba(0,0,0,.9)}
body.dark{background:#191919;color:#a3a3a3}
main{overflow:hidden;overflow-wrap:break-word;text-align:justify}
h1,h2,h3,h4,p,section,blockquote,ul,ol,figure,pre{margin:0;padding:0}
h1,h2,h3,h4{font-weight:400;font-size:16px}
.title{margin-bottom:18px;font-size:22px;line-height:1.4;font-weight:500}
ul,ol{padding-left:2.2em}
blockquote{padding-left:10px;border-left:3px solid #dbdbdb}
img{max-width:100%;height:auto!important;vertical-align:bottom}
table{margin-bottom:10px;border-collapse:collapse}
td,th{padding:5px 10px;border:1px solid #ddd;word-break:break-all}
.dark td,.dark th{border-color:rgba(255,255,255,.2)}
a{text-decoration:none}
`;

const logs = path.join(ROOT, '.tmp', 'logs');
const executablePath = await ensureChromium({ logs, env: process.env });
await ensureRivals('rivals', { logs });
const compiled = await compileTests({ folder: path.join('tests', 'bench'), label: '编译对比程序', logs });
const require = createRequire(import.meta.url);
const { sideBySide } = require(path.join(compiled, 'tests/bench/rivals/side-by-side.js'));
const { darkMode } = require(path.join(compiled, 'publishers/wechat/dark-mode.js'));

/** @param {string} name of a file of the demo */
const dataAddress = (name) => `data:image/png;base64,${readFileSync(path.join(MEDIA, name)).toString('base64')}`;

/**
 * @param {string} title
 * @param {string} article
 * @param {'light' | 'dark'} scheme
 */
function documentOf(title, article, scheme) {
  const { html, rules } = scheme === 'dark' ? darkMode(article) : { html: article, rules: [] };
  const dark = rules.map(
    (/** @type {string} */ rule, /** @type {number} */ number) => `[data-dark="${number}"]{${rule}}`,
  );
  return `<!doctype html><meta charset="utf-8"><style>${APP}${dark.join('')}</style><body class="${scheme}"><h1 class="title">${title}</h1><main>${html}</main>`;
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} html
 */
async function photograph(browser, html) {
  const page = await browser.newPage(PHONE);
  await page.setContent(html, { waitUntil: 'load' });
  const tall = await page.locator('html').evaluate((root) => root.scrollHeight);
  const height = Math.min(tall, TALLEST);
  await page.setViewportSize({ width: PHONE.viewport.width, height });
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

/**
 * @param {Buffer[]} pictures from left to right
 * @param {string} file
 */
async function beside(pictures, file) {
  const sizes = await Promise.all(pictures.map((picture) => sharp(picture).metadata()));
  const width = Math.max(...sizes.map((size) => size.width));
  const height = Math.max(...sizes.map((size) => size.height));
  await sharp({
    create: { width: (width + GAP) * pictures.length - GAP, height, channels: 3, background: '#8B9096' },
  })
    .composite(pictures.map((input, index) => ({ input, left: index * (width + GAP), top: 0 })))
    .webp({ quality: 60, effort: 6 })
    .toFile(file);
  console.log(path.relative(ROOT, file));
}

mkdirSync(OUT, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const key of EXPLAINERS) {
    const { title, ours, theirs } = await sideBySide(key, THEMES[key] ?? 'qing', ROOT, dataAddress);
    for (const scheme of SCHEMES) {
      const pictures = [];
      for (const article of [ours, theirs])
        pictures.push(await photograph(browser, documentOf(title, article, scheme)));
      await beside(pictures, path.join(OUT, `${key}-${scheme}.webp`));
    }
  }
} finally {
  await browser.close();
}
