import { SECOND, openWorld, type World } from './harness/open-world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const DUE = '2026-11-23T09:00:00+08:00';

describe('R6: a worker died with its work in hand', () => {
  it('while preparing: another one goes on within a minute, not before the lease has run out', async () => {
    const { id } = await world.planOne('weibo');
    world.clock.set('2026-11-23T08:59:00+08:00');
    const dead = await world.startWorker({ owner: 'dead', dieAt: 'in-prepare' });
    expect(await dead.work()).toBe('died');
    expect(await world.get(id)).toMatchObject({ state: 'preparing', leaseOwner: 'dead' });

    world.clock.pass(29 * SECOND);
    await world.work();
    expect(await world.get(id)).toMatchObject({ state: 'preparing', leaseOwner: 'dead' });
    await world.live(30 * SECOND);
    expect((await world.get(id)).state).toBe('ready');
    await world.live(10 * SECOND);
    expect(await world.get(id)).toMatchObject({ state: 'published', publishedAt: Date.parse(DUE) });
  });

  it('while committing: another one asks what happened within a minute, and sends nothing', async () => {
    const { id } = await world.planOne('weibo');
    world.clock.set(DUE);
    const dead = await world.startWorker({ owner: 'dead', dieAt: 'after-answer' });
    expect(await dead.work()).toBe('died');
    await world.live(60 * SECOND);
    expect(await world.get(id)).toMatchObject({ state: 'published', receipt: { id: world.seen('weibo')[0]?.id } });
    expect(world.commitCalls('weibo')).toBe(1);
  });
});

describe('R3: several processes, one schedule', () => {
  it('with clocks that differ and one that stands still beyond its lease send everything exactly once', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 24; count += 1) {
      const version = await world.sign({ summary: `第${count + 1}项：职工看普通门诊，超过200元的部分可报销。` });
      ids.push(...(await world.plan(version, { account: 'weibo' })).map(({ id }) => id));
    }
    world.clock.set(DUE);
    const workers = await Promise.all([
      world.startWorker({ owner: 'blocked', lease: 1_000, blockBeforeIntent: 4_000 }),
      world.startWorker({ owner: 'ahead', lease: 1_000, skew: 90 * SECOND }),
      world.startWorker({ owner: 'behind', lease: 1_000, skew: -90 * SECOND }),
    ]);
    for (let round = 0; round < 6; round += 1) {
      await Promise.all(workers.map((worker) => worker.work()));
      world.clock.pass(30 * SECOND);
      await Promise.all(workers.map((worker) => worker.readClock()));
    }
    await world.live(3_600 * SECOND);

    const texts = world.seen('weibo').map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    const states = await Promise.all(ids.map(async (id) => (await world.get(id)).state));
    expect(states.filter((state) => state !== 'published')).toEqual([]);
    expect(texts).toHaveLength(24);
    expect(world.commitCalls('weibo')).toBe(24);
  });
});
