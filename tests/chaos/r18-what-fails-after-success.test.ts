import { HOUR, MINUTE, openWorld, type World } from './harness/open-world';
import { breakNotices } from './harness/silent-notices';
import { TABLES } from '../../src/delivery/schema';

let world: World;
beforeEach(async () => {
  // What breaks is said in the words of SQLite; what must survive it is the same code on both.
  world = await openWorld({ dialect: 'sqlite' });
});
afterEach(() => world.close());

const DUE = '2026-11-23T09:00:00+08:00';

describe('R18: what fails after success does not undo it', () => {
  it.each(['website', 'weibo'] as const)(
    '%s: notices that cannot be settled leave it published, once',
    async (name) => {
      const { id } = await world.planOne(name);
      // Something to settle, and no way to do it.
      await world
        .db(TABLES.notices)
        .insert({ id: 'n1', occasion: 'x', kind: 'uncertain', text: '', delivery: id, at: 0 });
      await breakNotices(world.db);
      await world.live(25 * HOUR);
      expect((await world.get(id)).state).toBe('published');
      if (name === 'weibo') expect(world.commitCalls('weibo')).toBe(1);
    },
  );

  it('a dependant is found by its own look when waking it failed', async () => {
    const deliveries = await world.plan(await world.sign(), { account: 'website' }, { account: 'weibo' });
    const weibo = deliveries.find(({ account }) => account === 'weibo');
    jest.spyOn(world.parts.store, 'wakeDependants').mockRejectedValue(new Error('database'));
    await world.live(HOUR + 2 * MINUTE);
    expect((await world.get(weibo?.id ?? '')).state).toBe('published');
    expect(world.commitCalls('weibo')).toBe(1);
  });

  it('a log that throws changes nothing of what was published', async () => {
    const { id } = await world.planOne('weibo');
    world.clock.set(DUE);
    await world.work();
    expect((await world.get(id)).state).toBe('published');
    const { receipt } = await world.get(id);
    // The watch meets a platform that cannot be asked, and a log on a full disk.
    world.sandbox.faults.add({ platform: 'weibo', endpoint: 'statuses/show.json', kind: 'http-5xx', times: 100 });
    Object.assign(world.parts, {
      log: () => {
        throw new Error('ENOSPC');
      },
    });
    await world.live(26 * HOUR);
    expect(await world.get(id)).toMatchObject({ state: 'published', receipt });
    expect(world.seen('weibo')).toHaveLength(1);
  });
});
