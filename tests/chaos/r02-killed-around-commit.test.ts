import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { HOUR, openWorld, type World } from './harness/open-world';

const ACCOUNTS = ['website', 'micro-broadcast', 'wechat', 'weibo'] as const;
type Name = (typeof ACCOUNTS)[number];
const isPlatform = (name: Name): name is 'wechat' | 'weibo' => name === 'wechat' || name === 'weibo';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** How many things of this delivery readers can see. */
const visible = async (account: Name, id: string): Promise<number> => {
  if (isPlatform(account)) return world.seen(account).length;
  const { explainer } = await world.get(id);
  const page = world.sitePage(explainer);
  return existsSync(account === 'website' ? page : page.replace('/explainers/', '/live/')) ? 1 : 0;
};

/** Brings a delivery to its due second in another process, which dies there. */
async function dieAround(account: Name, dieAt: 'before-intent' | 'after-intent' | 'after-answer' | 'after-store') {
  const { id } = await world.planOne(account);
  world.clock.set('2026-11-23T09:00:00+08:00');
  const worker = await world.startWorker({ dieAt });
  expect(await worker.work()).toBe('died');
  return id;
}

async function expectPublishedOnce(account: Name, id: string): Promise<void> {
  await world.live(26 * HOUR);
  const delivery = await world.get(id);
  expect(delivery.state).toBe('published');
  expect(await visible(account, id)).toBe(1);
  if (isPlatform(account)) {
    expect(delivery.receipt?.id).toBe(world.seen(account)[0]?.id);
    expect(world.commitCalls(account)).toBe(1);
  }
}

describe.each(ACCOUNTS)('R2: killed on the way to %s', (account) => {
  it('before the intent was stored: goes out once', async () => {
    const id = await dieAround(account, 'before-intent');
    expect((await world.get(id)).state).toBe('ready');
    expect(await visible(account, id)).toBe(0);
    await expectPublishedOnce(account, id);
  });

  it('after the intent, before sending: goes out once where we can tell, else waits for a person', async () => {
    const id = await dieAround(account, 'after-intent');
    expect((await world.get(id)).state).toBe('committing');
    expect(await visible(account, id)).toBe(0);
    if (!isPlatform(account)) {
      await expectPublishedOnce(account, id);
      return;
    }
    await world.live(26 * HOUR);
    expect((await world.get(id)).state).toBe('uncertain');
    expect(await visible(account, id)).toBe(0);
    expect(world.commitCalls(account)).toBe(0);
    expect(await world.noticeTexts()).toHaveLength(1);
  });

  it('after the answer, before it was stored: is found, and not sent again', async () => {
    const id = await dieAround(account, 'after-answer');
    expect((await world.get(id)).state).toBe('committing');
    await expectPublishedOnce(account, id);
  });

  it('after the answer was stored: goes on from there', async () => {
    const id = await dieAround(account, 'after-store');
    expect((await world.get(id)).state).toMatch(/^(published|pending)$/);
    await expectPublishedOnce(account, id);
  });
});

describe.each(['wechat', 'weibo'] as const)('R2: killed on the way to %s', (account) => {
  it('after sending, before the answer: is found by its own mark, not by being the newest', async () => {
    const { id } = await world.planOne(account);
    world.clock.set('2026-11-23T09:00:00+08:00');
    const endpoint = account === 'wechat' ? 'freepublish/submit' : 'statuses/share.json';
    world.sandbox.faults.add({ platform: account, endpoint, kind: 'hang-after' });
    const worker = await world.startWorker();
    const working = worker.work();
    while (world.commitCalls(account) === 0) await pause(20);
    await worker.kill();
    expect(await working).toBe('died');
    const [ours] = account === 'weibo' ? world.seen(account) : [];

    // Somebody else posts on the same account before we are back.
    await fetch(`${world.sandbox.url}/_posts`, { method: 'POST', body: JSON.stringify({ text: '今天的天气预报' }) });
    await world.live(26 * HOUR);
    const delivery = await world.get(id);
    expect(delivery.state).toBe('published');
    const mine = world.seen(account).filter(({ text, title }) => !`${title}${text}`.includes('天气'));
    expect(mine).toHaveLength(1);
    expect(delivery.receipt?.id).toBe(mine[0]?.id);
    if (ours) expect(delivery.receipt?.id).toBe(ours.id);
    expect(world.commitCalls(account)).toBe(1);
  });
});
