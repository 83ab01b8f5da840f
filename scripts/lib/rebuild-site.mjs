import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { loadEnvFile } from './load-env-file.mjs';
import { refusal } from './refusal.mjs';
import { ROOT } from './root.mjs';
import { settings as readSettings } from './settings.mjs';

const USAGE = [
  '用法：npm run site:rebuild',
  '',
  '  把整个网站按现在的程序和设置重新生成一遍，只替换有变化的页面。产品正在运行时，由它在后台完成，期间照常发布；',
  '  没有运行时，直接在这里完成。随时可以中断，下次从断开的地方接着做。',
].join('\n');

/** How often progress is read, milliseconds. */
const LOOK_EVERY = 500;
/** By then a running product has seen the request, milliseconds. */
const SEEN_WITHIN = 60_000;

/**
 * `npm run site:rebuild`: asks the running product to draw the whole site anew and shows how far it is; draws it itself
 * where no product runs. Never both: two programs with locks of their own must not write one site.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function main(args) {
  if (args.length > 0) {
    console.log(USAGE);
    return args.includes('--help') ? 0 : 1;
  }
  loadEnvFile();
  const settings = readSettings(process.env, { sandbox: false });
  const logs = join(settings.dataDir, 'logs');
  await ensureInstalled({ logs });
  await ensureBuilt({ logs });
  const site = openSite();
  const id = randomUUID();
  await site.ask(id);
  if (await isRunning(settings.local)) return watch(site, id);
  if (process.env.DATABASE_URL) {
    throw refusal(
      '本机没有正在运行的产品。已登记重建请求，下一个启动的产品会完成它。',
      '使用 PostgreSQL 时，网站由提供网页的进程重建：请在那里启动，或先运行 npm start。',
    );
  }
  return rebuildHere(site, id, settings.local);
}

/** What of the built product this needs. */
function openSite() {
  const required = createRequire(import.meta.url);
  const product = (/** @type {string} */ path) => required(join(ROOT, 'dist', path));
  const { paths } = product('src/environment.js').readEnvironment();
  const places = { site: paths.site, state: paths.siteState };
  const { askedChange, readRebuild } = product('publishers/website/state/rebuild.js');
  const { noLockNeeded, writeFileAtomic } = product('publishers/website/files.js');
  return {
    places,
    product,
    /** @param {string} id */
    async ask(id) {
      const { name, data } = askedChange(id);
      await writeFileAtomic(places.state, name, data, noLockNeeded);
    },
    /** @returns {Promise<{ asked: string | null, pass: string, percent: number, replaced: number } | null>} */
    progress: () => readRebuild(places),
  };
}

/** @typedef {ReturnType<typeof openSite>} Site */

/** @param {Site} site @param {string} id */
async function watch(site, id) {
  console.log('产品正在运行，由它在后台重建。');
  const begun = performance.now();
  let shown = -1;
  for (;;) {
    const progress = await site.progress();
    if (progress?.asked === id) {
      if (progress.percent !== shown) console.log(`重建网站 ${progress.percent}%`);
      shown = progress.percent;
      if (progress.pass === 'done') return finished(progress);
    } else if (performance.now() - begun > SEEN_WITHIN) {
      throw refusal('产品还没有开始重建。', '请查看它的日志；请求已登记，不需要再提。');
    }
    await pause(LOOK_EVERY);
  }
}

/** @param {Site} site @param {string} id @param {string} local address of a product on this machine */
async function rebuildHere(site, id, local) {
  const { createMutex } = site.product('src/delivery/mutex.js');
  const { rebuildSite } = site.product('publishers/website/rebuild/rebuild-site.js');
  const { readFrame } = site.product('publishers/website/state/frame.js');
  const frame = await readFrame(site.places);
  if (!frame) throw refusal('网站还没有生成过。', '请先运行一次 npm start。');
  let mayGoOn = true;
  const looking = setInterval(() => void isRunning(local).then((runs) => (mayGoOn &&= !runs)), LOOK_EVERY);
  process.once('SIGINT', () => (mayGoOn = false));
  process.once('SIGTERM', () => (mayGoOn = false));
  const io = {
    connection: { siteDir: site.places.site, siteStateDir: site.places.state },
    exclusive: createMutex(),
    now: () => new Date(),
    log: (/** @type {string} */ level, /** @type {string} */ message, /** @type {{ percent?: number }} */ facts) => {
      if (facts.percent !== undefined) console.log(`重建网站 ${facts.percent}%`);
      else if (level !== 'info') console.error(message, facts);
    },
  };
  try {
    const done = await rebuildSite(io, frame, { asked: id, rest: 0, mayGoOn: () => mayGoOn });
    if (done) return finished(done);
  } finally {
    clearInterval(looking);
  }
  if (await isRunning(local)) return watch(site, id);
  console.log('已中断，下次从这里接着做。');
  return 130;
}

/** @param {{ replaced: number }} progress */
function finished({ replaced }) {
  console.log(`网站已重建，替换了 ${replaced} 个文件。`);
  return 0;
}

/** @param {string} local */
const isRunning = (local) =>
  fetch(`${local}/_live`, { signal: AbortSignal.timeout(2_000) }).then(
    () => true,
    () => false,
  );
