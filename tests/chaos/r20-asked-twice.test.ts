import { HOUR, openWorld, type World } from './harness/open-world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('R20: the same request twice', () => {
  it('planned by several processes at the same moment: one plan is made, one post is public', async () => {
    const version = await world.sign();
    const workers = await Promise.all([world.startWorker(), world.startWorker(), world.startWorker()]);
    const answers = await Promise.all(
      workers.map((worker) =>
        worker.plan({
          explainer: version.explainer,
          version: version.id,
          by: '李编辑',
          deliveries: [{ account: 'weibo', at: 'now' }],
        }),
      ),
    );
    expect(answers.sort()).toEqual(['done', 'plan.exists', 'plan.exists']);
    await world.live(2 * HOUR);
    expect(world.seen('weibo')).toHaveLength(1);
  });

  it('a double click on send again sends once', async () => {
    const { id } = await world.planOne('weibo');
    world.sandbox.faults.add({ platform: 'weibo', endpoint: 'share.json', kind: 'error-code', code: 10014 });
    await world.live(2 * HOUR);
    const before = world.commitCalls('weibo');
    expect(await world.get(id)).toMatchObject({ state: 'manual' });
    const clicks = await Promise.allSettled([world.act(id, 'retry'), world.act(id, 'retry')]);
    expect(clicks.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await world.live(HOUR);
    expect(world.commitCalls('weibo')).toBe(before + 1);
    expect(world.seen('weibo')).toHaveLength(1);
  });

  it('two ticks at once work on everything once', async () => {
    const { id } = await world.planOne('weibo', { at: 'now' });
    await Promise.all([world.engine.tick(), world.engine.tick(), world.engine.tick()]);
    await world.engine.idle();
    expect((await world.get(id)).state).toBe('published');
    expect(world.commitCalls('weibo')).toBe(1);
  });
});
