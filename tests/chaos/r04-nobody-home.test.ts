import { MINUTE, openWorld, type World } from './harness/open-world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('R4: nobody was home at the due time', () => {
  it('goes out when the service is back within the grace, and the delay can be read off', async () => {
    const version = await world.sign();
    const [site, weibo] = await world.plan(version, { account: 'website' }, { account: 'weibo' });
    world.clock.set('2026-11-23T08:49:59+08:00');
    const before = await world.startWorker({ owner: 'before' });
    await before.work();
    world.clock.set('2026-11-23T08:50:00+08:00');
    await before.readClock();
    await before.work();
    await before.kill();
    expect((await world.get(site?.id ?? '')).state).toBe('ready');

    world.clock.set('2026-11-23T09:20:00+08:00');
    expect(world.seen('weibo')).toEqual([]);
    const after = await world.startWorker({ owner: 'after' });
    for (let second = 0; second < 10; second += 1) {
      await after.work();
      world.clock.pass(1_000);
      await after.readClock();
    }
    for (const planned of [site, weibo]) {
      const delivery = await world.get(planned?.id ?? '');
      expect(delivery.state).toBe('published');
      const late = (delivery.publishedAt ?? 0) - delivery.dueAt;
      expect(late).toBeGreaterThanOrEqual(20 * MINUTE);
      expect(late).toBeLessThan(21 * MINUTE);
    }
    expect(world.seen('weibo')).toHaveLength(1);
    expect(await world.noticeTexts()).toEqual([]);
  });
});
