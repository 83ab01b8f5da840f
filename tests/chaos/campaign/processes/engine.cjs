'use strict';
/**
 * A process of the built product that delivers, without Strapi. It loads everything and waits for `go`, so that a
 * killed one is replaced at once.
 *
 * @typedef {object} EngineSettings
 * @property {string} dist directory of the built product
 * @property {object} publishing as config/publishing.ts gives it
 * @property {{ realStart: number, start: number, factor: number }} clock
 * @property {Record<string, object[]>} quotas by publisher, instead of the channels' own
 */
const { join } = require('node:path');
const { clockOf, handOverInRealTime } = require('./clock.cjs');

/** @type {EngineSettings} */
const settings = JSON.parse(process.argv[2] ?? '{}');
const product = (/** @type {string} */ path) => require(join(settings.dist, path));

const { assembleDelivery } = product('src/delivery/assemble.js');
const { startWorking } = product('src/delivery/start-working.js');
const { openDatabase } = product('src/open-database.js');
const { createDesk } = product('publishers/micro-broadcast/desk.js');

const { clock, publishing } = settings;
const now = clockOf(clock);
const log = (level, message, facts) => {
  if (level !== 'debug')
    console.log(JSON.stringify({ at: now().toISOString(), pid: process.pid, level, message, ...facts }));
};

/**
 * A claim is kept by two clocks: the database's columns hold the campaign's time, the process itself measures its lease
 * in real time. So the lease that is stored is longer by the factor, and both run out at the same moment.
 */
function onBothClocks(store) {
  const { claim, renew } = store;
  store.claim = (id, owner, lease) => claim(id, owner, lease * clock.factor);
  store.renew = (delivery, lease) => renew(delivery, lease * clock.factor);
  return store;
}

async function work() {
  const db = openDatabase(publishing);
  const delivering = await assembleDelivery(db, publishing, log, now);
  handOverInRealTime(clock, delivering.dispatcher);
  const parts = delivering.at(now);
  onBothClocks(parts.store);
  parts.publishers = new Map(
    [...parts.publishers].map(([name, publisher]) => [
      name,
      { ...publisher, quotas: () => settings.quotas[name] ?? [] },
    ]),
  );
  const { engine } = await startWorking({ ...delivering, parts });
  showRooms(parts);
  // The product looks each second; here a second is shorter. SQLite's one process looks at once, as after a start.
  if (!delivering.dispatcher.handOver) setInterval(() => tick(engine), Math.max(50, 1_000 / clock.factor));
  process.send?.({ ready: process.pid });
}

const tick = (engine) => engine.tick().catch((error) => log('error', 'tick failed', { error: String(error) }));

/** What the web's part of the product does each second: says in live rooms what is due. */
function showRooms(parts) {
  const { site: siteDir, siteState: siteStateDir } = publishing.paths;
  const desk = createDesk({ siteDir, siteStateDir, now, exclusive: parts.exclusive, log });
  let busy = false;
  setInterval(async () => {
    if (busy) return;
    busy = true;
    await desk.releaseDue(now()).catch((error) => log('error', 'rooms', { error: String(error) }));
    busy = false;
  }, 1_000);
}

process.on('message', (message) => {
  if (message !== 'go') return;
  work().catch((error) => {
    log('error', 'could not start', { error: error instanceof Error ? error.stack : String(error) });
    process.exit(1);
  });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ loaded: true });
