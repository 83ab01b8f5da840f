import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { connect } from '../unit/delivery/support/connect';
import { MINUTE, openWorld, type World } from './harness/open-world';

const DELIVERIES = 60;
/** As many connections as one process of the tests has at most. */
const POOL = 10;
let world: World;
let other: Knex;
beforeEach(async () => {
  world = await openWorld({ dialect: 'postgres' });
  other = connect(world.address);
});
afterEach(async () => {
  await other.destroy();
  await world.close();
});

/** What a failover does to everybody who is connected. */
const cutEverybody = async (): Promise<void> => {
  await other.raw(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
};

/** Waits until every connection that the pool may still hold has noticed its end: a look of the test is not repeated. */
const connectedAgain = async (): Promise<void> => {
  const asked = await Promise.allSettled(Array.from({ length: POOL }, () => world.db.raw('select pg_sleep(0.05)')));
  if (asked.some(({ status }) => status === 'rejected')) await connectedAgain();
};

describe('R23: the database fails over in the middle of a tick', () => {
  it('again and again: everything goes out, nothing twice, and a doubt stands in front of a person', async () => {
    for (let count = 1; count <= DELIVERIES; count += 1) {
      const version = await world.sign({ summary: `第${count}项：职工看普通门诊，超过200元的部分可以报销。` });
      await world.plan(version, { account: 'weibo' });
    }
    world.clock.set('2026-11-23T09:00:00+08:00');
    for (let round = 0; round < 8; round += 1) {
      const working = world.work().catch(() => undefined);
      await pause(40 + round * 25);
      await cutEverybody();
      await working;
      await connectedAgain();
      world.clock.pass(MINUTE);
    }
    await world.live(60 * MINUTE);

    const texts = world.seen('weibo').map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    const { items } = await world.parts.store.list({ limit: DELIVERIES });
    const states = items.map(({ state }) => state);
    expect(states.filter((state) => state !== 'published' && state !== 'uncertain')).toEqual([]);
    expect(texts.length).toBeGreaterThanOrEqual(states.filter((state) => state === 'published').length);
    expect(states.filter((state) => state === 'published').length).toBeGreaterThan(DELIVERIES / 2);
    expect(await world.parts.store.toldSince('uncertain', 0)).toBeGreaterThanOrEqual(
      states.filter((state) => state === 'uncertain').length,
    );
  }, 120_000);
});
