/**
 * Lets Lighthouse judge every type of page of a running demo as on a phone, and prints the marks as the table of
 * docs/site.md, then what cost points:
 *
 *     node scripts/judge-site.mjs [site] [type of page]…
 *
 * Default: http://localhost:1337, all types. Installs Lighthouse in tests/bench/lighthouse. Needs Chromium, as the browser tests.
 * A live room is judged while it is on the home page.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureChromium } from './lib/ensure-chromium.mjs';
import { ensureRivals } from './lib/ensure-rivals.mjs';
import { pageTypes } from './lib/page-types.mjs';
import { ROOT } from './lib/root.mjs';

const [site = 'http://localhost:1337', ...chosen] = process.argv.slice(2);
const CATEGORIES = /** @type {const} */ (['performance', 'accessibility', 'best-practices', 'seo']);

const logs = join(ROOT, '.tmp', 'logs');
const chromePath = await ensureChromium({ logs, env: process.env });
const folder = await ensureRivals('lighthouse', { logs });
const require = createRequire(join(folder, 'package.json'));
const load = (/** @type {string} */ name) => import(pathToFileURL(require.resolve(name)).href);
const { default: lighthouse } = await load('lighthouse');
const { launch } = await load('chrome-launcher');

const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', '--no-sandbox'] });
/** @type {string[]} */
const lost = [];
try {
  console.log(`| page | ${CATEGORIES.join(' | ')} | first paint | largest paint | blocked | moved |`);
  console.log(`| --- |${' ---: |'.repeat(CATEGORIES.length + 4)}`);
  for (const [name, path] of Object.entries(await pageTypes(site))) {
    // Lighthouse takes an answer of 404 for a page that failed.
    if (name === 'not-found' || (chosen.length > 0 && !chosen.includes(name))) continue;
    const { lhr } = await lighthouse(site + path, { port: chrome.port, onlyCategories: [...CATEGORIES] });
    const marks = CATEGORIES.map((category) => Math.round(lhr.categories[category].score * 100));
    const seen = [
      'first-contentful-paint',
      'largest-contentful-paint',
      'total-blocking-time',
      'cumulative-layout-shift',
    ].map((audit) => lhr.audits[audit].displayValue);
    console.log(`| ${[name, ...marks, ...seen].join(' | ')} |`);
    for (const category of CATEGORIES) {
      for (const { id, weight } of lhr.categories[category].auditRefs) {
        const { score, title, displayValue } = lhr.audits[id];
        if (weight > 0 && score !== null && score < 0.9)
          lost.push(`${name}: ${category}: ${id}: ${title} ${displayValue ?? ''}`);
      }
    }
  }
} finally {
  await chrome.kill();
}
if (lost.length > 0) console.log(`\n${lost.join('\n')}`);
