import { HOUR, openWorld, type World } from './harness/open-world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('R21: cancelled at the last moment', () => {
  it('half a second before its time: nothing goes out', async () => {
    const { id } = await world.planOne('weibo');
    world.clock.set('2026-11-23T08:59:59.500+08:00');
    await world.work();
    expect((await world.get(id)).state).toBe('ready');
    await world.act(id, 'cancel');
    await world.live(4 * HOUR);
    expect((await world.get(id)).state).toBe('cancelled');
    expect(world.commitCalls('weibo')).toBe(0);
  });

  it('while it is being sent: either it is cancelled and not public, or public and the person hears no', async () => {
    for (let round = 0; round < 12; round += 1) {
      const version = await world.sign({ summary: `第${round}次：职工看普通门诊，超过200元的部分可报销。` });
      const [delivery] = await world.plan(version, { account: 'weibo', at: 'now' });
      const id = delivery?.id ?? '';
      const before = world.seen('weibo').length;
      const ticking = world.engine.tick();
      for (let turn = 0; turn < round; turn += 1) await world.get(id);
      const cancelled = await world.act(id, 'cancel').then(
        () => true,
        () => false,
      );
      await ticking;
      await world.engine.idle();
      const { state } = await world.get(id);
      expect(state).toBe(cancelled ? 'cancelled' : 'published');
      expect(world.seen('weibo').length - before).toBe(cancelled ? 0 : 1);
    }
  });
});
