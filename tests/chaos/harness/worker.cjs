'use strict';
/**
 * A process of the built product's engine, steered over IPC: started, told what time it is, made to work, and killed
 * where a scenario says so. The places to die are wrapped around the product; nothing of them is in it.
 *
 * @typedef {object} WorkerSettings
 * @property {string} dist directory of the built product
 * @property {string} database a `postgres://` URL or the path of a file
 * @property {string} media directory
 * @property {object[]} accounts connected accounts
 * @property {number} at what time it is, milliseconds; stands still until told
 * @property {number} lease milliseconds
 * @property {string} owner
 * @property {'in-prepare' | 'before-intent' | 'after-intent' | 'after-answer' | 'after-store' | null} dieAt
 * @property {boolean} stopAfterPage the process stops (SIGSTOP) once it has placed the page of an explainer
 * @property {object} [locks] times of the locks, where processes share them
 * @property {number} blockBeforeIntent milliseconds for which the whole process stands still before its first intent
 */
const files = require('node:fs/promises');
const { join } = require('node:path');

/** @type {WorkerSettings} */
const settings = JSON.parse(process.argv[2] ?? '{}');
const product = (/** @type {string} */ path) => require(join(settings.dist, path));

const knex = require('knex');
const { createEngine } = product('src/delivery/engine.js');
const { createMediaStore } = product('src/delivery/media-store.js');
const { createSharedLock } = product('src/delivery/shared-lock.js');
const { createMutex } = product('src/delivery/mutex.js');
const { createPlan } = product('src/delivery/plan.js');
const { createSeal } = product('src/delivery/seal.js');
const { createSharedCache } = product('src/delivery/shared-cache.js');
const { createStore } = product('src/delivery/store.js');
const { loadPublishers } = product('publishers/registry.js');

let at = settings.at;
let mustBlock = settings.blockBeforeIntent > 0;
const now = () => new Date(at);
const isPostgres = settings.database.startsWith('postgres://');
const db = isPostgres
  ? knex({ client: 'pg', connection: settings.database, pool: { min: 0, max: 10 } })
  : knex({
      client: 'better-sqlite3',
      connection: { filename: settings.database },
      useNullAsDefault: true,
      pool: {
        min: 1,
        max: 1,
        afterCreate: (raw, done) => {
          raw.pragma('busy_timeout = 20000');
          // Tests end processes, never the machine.
          raw.pragma('synchronous = off');
          done(null, raw);
        },
      },
    });

if (settings.stopAfterPage) {
  const rename = files.rename;
  files.rename = async (from, to) => {
    await rename(from, to);
    if (/explainers.*index\.html$/.test(to)) process.kill(process.pid, 'SIGSTOP');
  };
}

/** Ends this process as a power cut would: nothing runs any more, not even `finally`. */
function dieHere(place) {
  if (settings.dieAt !== place) return;
  process.kill(process.pid, 'SIGKILL');
  standStill(60_000);
}

function standStill(milliseconds) {
  const end = Date.now() + milliseconds;
  while (Date.now() < end);
}

const store = createStore(db, now);
const { intend, move } = store;
store.intend = async (...args) => {
  if (mustBlock) {
    mustBlock = false;
    standStill(settings.blockBeforeIntent);
  }
  dieHere('before-intent');
  const after = await intend(...args);
  dieHere('after-intent');
  return after;
};
store.move = async (from, to, ...rest) => {
  const after = await move(from, to, ...rest);
  if (from.state === 'committing') dieHere('after-store');
  return after;
};

const publishers = new Map(
  [...loadPublishers()].map(([name, publisher]) => [
    name,
    {
      ...publisher,
      prepare: async (...args) => {
        dieHere('in-prepare');
        return publisher.prepare(...args);
      },
      commit: async (...args) => {
        const outcome = await publisher.commit(...args);
        dieHere('after-answer');
        return outcome;
      },
    },
  ]),
);

const parts = {
  store,
  publishers,
  accounts: async () => settings.accounts,
  media: createMediaStore(settings.media),
  cache: createSharedCache(db, now, createSeal('test')),
  exclusive: isPostgres ? createSharedLock(db, settings.owner, () => undefined, settings.locks) : createMutex(),
  now,
  log: (level, message, facts) => {
    if (level === 'error') console.error(message, JSON.stringify(facts));
  },
  owner: settings.owner,
  lease: settings.lease,
};
const engine = createEngine(parts);

const COMMANDS = {
  work: async () => {
    await engine.tick();
    await engine.idle();
    return 'done';
  },
  set: async (/** @type {number} */ instant) => {
    at = instant;
    return 'done';
  },
  /** Answers `done` or the code of the refusal. */
  plan: (/** @type {object} */ request) =>
    createPlan(parts, request).then(
      () => 'done',
      (/** @type {{ code?: string }} */ refusal) => refusal.code ?? String(refusal),
    ),
};

process.on('message', async (/** @type {{ id: number, command: keyof COMMANDS, argument: any }} */ asked) => {
  process.send?.({ id: asked.id, answer: await COMMANDS[asked.command](asked.argument) });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ id: 0, answer: 'done' });
