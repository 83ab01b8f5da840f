'use strict';
/** What the built product makes of times under this process's TZ: read, shown, planned, stored, rendered. Prints JSON. */
const { join } = require('node:path');
const knex = require('knex');

const { dist, content, times } = JSON.parse(process.argv[2] ?? '{}');
const product = (/** @type {string} */ path) => require(join(dist, path));
const { chinaTime } = product('src/delivery/china-time.js');
const { parseInstant } = product('src/delivery/instant.js');
const { createPlan } = product('src/delivery/plan.js');
const { presentDelivery } = product('src/delivery/present.js');
const { migrate } = product('src/delivery/schema.js');
const { createStore } = product('src/delivery/store.js');
const { hashOf } = product('src/delivery/hash.js');
const { loadPublishers } = product('publishers/registry.js');

async function tell() {
  const now = () => new Date('2026-01-01T00:00:00Z');
  const db = knex({ client: 'better-sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true });
  await migrate(db);
  const store = createStore(db, now);
  const publishers = loadPublishers();
  const accountOf = (name) => ({ name, publisher: name, title: name, siteUrl: 'https://a.example', settings: {} });
  const parts = {
    store,
    now,
    publishers,
    accounts: async () => [{ account: accountOf('weibo'), connection: {} }],
  };
  const told = [];
  for (const [index, at] of times.entries()) {
    const id = `version${index}`;
    const signedAt = now().toISOString();
    await store.addVersion({ id, explainer: id, number: 1, signedAt, signedBy: '李编辑', hash: 'x', content });
    const request = { explainer: id, version: id, by: '李编辑', deliveries: [{ account: 'weibo', at }] };
    const [delivery] = (await createPlan(parts, request)).deliveries;
    const [row] = await db('mb_deliveries').where({ id: delivery.id });
    const { dueAt, zone, hash } = presentDelivery(delivery, []);
    told.push({ at, instant: parseInstant(at), stored: row.due_at, shown: chinaTime(row.due_at), dueAt, zone, hash });
  }
  const version = await store.version('version0');
  const renditions = [...publishers.values()].map((publisher) => [
    publisher.name,
    hashOf(publisher.render(version, accountOf(publisher.name), 'publish')),
  ]);
  await db.destroy();
  console.log(JSON.stringify({ told, renditions }));
}

tell().catch((error) => {
  console.error(error);
  process.exit(1);
});
