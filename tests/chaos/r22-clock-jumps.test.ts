import { HOUR, MINUTE, SECOND, openWorld, type World } from './harness/open-world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('R22: the clock jumps', () => {
  it('an hour ahead, past the due time: it goes out within its grace, once', async () => {
    const { id } = await world.planOne('weibo');
    world.clock.set('2026-11-23T08:30:00+08:00');
    await world.work();
    world.clock.pass(HOUR);
    await world.live(MINUTE);
    expect((await world.get(id)).state).toBe('published');
    world.clock.pass(-HOUR);
    await world.live(30 * HOUR);
    expect(world.seen('weibo')).toHaveLength(1);
    expect(world.commitCalls('weibo')).toBe(1);
  });

  it('an hour back between preparation and sending: it waits for nine o’clock as the clock then says', async () => {
    const { id } = await world.planOne('weibo');
    world.clock.set('2026-11-23T08:59:50+08:00');
    await world.work();
    world.clock.pass(-HOUR);
    await world.live(HOUR + 9 * SECOND);
    expect(world.seen('weibo')).toEqual([]);
    await world.live(SECOND);
    expect(await world.get(id)).toMatchObject({
      state: 'published',
      publishedAt: Date.parse('2026-11-23T09:00:00+08:00'),
    });
    expect(world.seen('weibo')).toHaveLength(1);
  });

  it.each([HOUR, -HOUR])('by %d ms while the platform is still working: it ends as published, once', async (jump) => {
    world.sandbox.scenarios.publishMs = 20_000;
    const { id } = await world.planOne('wechat');
    world.clock.set('2026-11-23T09:00:00+08:00');
    await world.work();
    expect((await world.get(id)).state).toBe('pending');
    world.clock.pass(jump);
    await world.live(3 * HOUR);
    expect(await world.get(id)).toMatchObject({ state: 'published', receipt: { id: world.seen('wechat')[0]?.id } });
    expect(world.seen('wechat')).toHaveLength(1);
    expect(world.commitCalls('wechat')).toBe(1);
  });

  it('while another process holds the work: the lease seems over, and still one of both sends', async () => {
    const { id } = await world.planOne('weibo');
    world.clock.set('2026-11-23T09:00:00+08:00');
    const slow = await world.startWorker({ owner: 'slow', blockBeforeIntent: 3_000 });
    const working = slow.work();
    while ((await world.get(id)).leaseOwner !== 'slow') await new Promise((resolve) => setTimeout(resolve, 20));
    world.clock.pass(HOUR);
    await world.live(MINUTE);
    await working;
    await world.live(MINUTE);
    expect((await world.get(id)).state).toBe('published');
    expect(world.seen('weibo')).toHaveLength(1);
    expect(world.commitCalls('weibo')).toBe(1);
  });
});
