'use strict';
/**
 * A process of the built product's website that does what it is told, one thing after the other, and is killed meanwhile.
 * What is told twice is done as the engine would after a crash: it asks what happened, and does it again where it did not.
 *
 * @typedef {object} SiteSettings
 * @property {string} dist directory of the built product
 * @property {Record<string, string>} connection directories of the site
 * @property {object} account of the website
 * @property {Record<string, string>} pictures as they were signed, by sha256
 * @property {number} at what time it is when it starts, milliseconds; each deed takes a minute
 */
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** @type {SiteSettings} */
const settings = JSON.parse(process.argv[2] ?? '{}');
const product = (/** @type {string} */ path) => require(join(settings.dist, path));

const { createMutex } = product('src/delivery/mutex.js');
const { website } = product('publishers/website/index.js');
const { ensureSite } = product('publishers/website/ensure-site.js');
const { isRebuildDue } = product('publishers/website/rebuild/is-due.js');
const { rebuildSite } = product('publishers/website/rebuild/rebuild-site.js');
const { removeLeftovers } = product('publishers/website/rebuild/remove-leftovers.js');
const { siteOf } = product('publishers/website/settings.js');
const { readFrame } = product('publishers/website/state/frame.js');
const { placesOf } = product('publishers/website/places.js');

let at = settings.at;
const io = {
  connection: settings.connection,
  exclusive: createMutex(),
  now: () => new Date(at),
  media: async (/** @type {{ sha256: string }} */ { sha256 }) => Buffer.from(settings.pictures[sha256] ?? ''),
  log: (/** @type {string} */ level, /** @type {string} */ message, /** @type {object} */ facts) => {
    if (level === 'error') console.error(message, facts);
  },
};
const places = placesOf(io);
let rebuilding = Promise.resolve();

/** Where it is due. */
async function rebuild(/** @type {object} */ frame) {
  const { due, asked } = await isRebuildDue(places, frame);
  if (due) await rebuildSite(io, frame, { asked, rest: 0, mayGoOn: () => true });
}

/** What a process does that starts: it clears up and completes what was begun. */
async function start() {
  await removeLeftovers(places, new Date(), 0);
  const frame = await readFrame(places);
  if (frame) rebuilding = rebuild(frame);
  process.send?.({ id: 0, outcome: { state: 'ready' } });
}

/** Once for each delivery, kept as the engine keeps it: what it has put on the site may be gone when it is published. */
async function prepareOnce(/** @type {any} */ rendition, /** @type {string} */ delivery) {
  const kept = join(settings.connection.siteStateDir ?? '', '..', 'prepared');
  const file = join(kept, `${delivery}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  let done = null;
  for (;;) {
    const step = await website.prepare(rendition, done, io, delivery);
    if (step.state === 'ready') {
      mkdirSync(kept, { recursive: true });
      writeFileSync(`${file}.tmp`, JSON.stringify(step.prepared));
      renameSync(`${file}.tmp`, file);
      return step.prepared;
    }
    done = step.done;
  }
}

const DEEDS = {
  publish: async (/** @type {any} */ { rendition, delivery }) => {
    const prepared = await prepareOnce(rendition, delivery);
    const pending = { delivery, prepared, intentAt: io.now().toISOString(), answer: null };
    const known = await website.confirm(pending, io);
    return known.state === 'absent' ? website.commit(prepared, io, delivery) : known;
  },
  withdraw: (/** @type {any} */ { receipt, reason, removal }) => website.withdraw(receipt, reason, io, removal),
  /** `await` waits for its end. */
  rebuild: async (/** @type {any} */ { settings: chosen }) => {
    const account = { ...settings.account, settings: chosen };
    await ensureSite(io, account);
    rebuilding = rebuilding.then(() => rebuild({ site: siteOf(account), siteUrl: account.siteUrl }));
    return { state: 'begun' };
  },
  await: async () => {
    await rebuilding;
    return { state: 'done' };
  },
};

process.on('message', async (/** @type {{ id: number, deed: keyof typeof DEEDS, of: object }} */ told) => {
  at += 60_000;
  const outcome = await DEEDS[told.deed](told.of);
  process.send?.({ id: told.id, outcome });
});
process.on('disconnect', () => process.exit(0));
void start();
