import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { accountHealth, checkHealth } from '../../src/delivery/health';
import { impatient } from './harness/impatient';
import { HOUR, MINUTE, openWorld, type World } from './harness/open-world';

const TOKEN = 'stable_token';
let world: World;
beforeEach(async () => {
  world = await openWorld({ change: { wechat: impatient(1_500) } });
  // The site has been started, so that its own account is well.
  for (const name of ['site', 'state']) mkdirSync(join(world.directory, name));
});
afterEach(() => world.close());

const health = async () => (await accountHealth(world.parts)).find(({ name }) => name === 'wechat');

/** Lets time pass with the looks at the accounts that the product takes every few seconds. */
async function liveWithHealth(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    await world.live(MINUTE);
    await checkHealth(world.parts);
  }
}

describe('R10: trouble on the way to a token is not a refusal', () => {
  it.each([
    ['the line breaks', { kind: 'drop-after' }],
    ['500', { kind: 'http-5xx', code: 500 }],
    ['429', { kind: 'http-5xx', code: 429 }],
    ['an answer without sense', { kind: 'truncated' }],
  ] as const)('%s: tried again within the grace, nobody is told, the account stays as it was', async (_how, fault) => {
    const { id } = await world.planOne('wechat');
    world.sandbox.faults.add({ platform: 'wechat', endpoint: TOKEN, times: 3, ...fault });
    await world.live(2 * HOUR);
    expect((await world.get(id)).state).toBe('published');
    expect(world.seen('wechat')).toHaveLength(1);
    expect(await world.noticeTexts()).toEqual([]);
    expect(await health()).toMatchObject({ heldSince: null });
  });
});

describe('R10: the platform refuses the account itself', () => {
  const refuse = () =>
    world.sandbox.faults.add({ platform: 'wechat', endpoint: TOKEN, kind: 'error-code', code: 40125, times: 1_000 });

  it('one notice that lists the next seven days; held, not failed; the other accounts go on', async () => {
    const ids = [];
    for (const at of ['2026-11-23T09:00:00+08:00', '2026-11-23T09:05:00+08:00', '2026-11-27T09:00:00+08:00'])
      ids.push((await world.planOne('wechat', { at, grace: 'PT6H' })).id);
    const far = await world.planOne('wechat', { at: '2026-12-20T09:00:00+08:00' });
    const weibo = await world.planOne('weibo');
    refuse();
    await liveWithHealth(70);

    expect(await Promise.all(ids.map(async (id) => (await world.get(id)).state))).toEqual(['held', 'held', 'planned']);
    expect(await world.get(ids[0] ?? '')).toMatchObject({ holdBy: 'account', problem: { code: 'wechat.40125' } });
    expect((await world.get(weibo.id)).state).toBe('published');
    const told = await world.noticeTexts();
    expect(told).toHaveLength(1);
    for (const id of ids) expect(told[0]).toContain((await world.get(id)).explainer);
    expect(told[0]).not.toContain(far.explainer);
    expect(await health()).toMatchObject({ healthy: false, problem: { code: 'wechat.40125' } });
  });

  it('is found well again by a read-only question; what was held goes out, once, in its order', async () => {
    const first = await world.planOne('wechat', { grace: 'PT6H' });
    const second = await world.planOne('wechat', { at: '2026-11-23T09:00:01+08:00', grace: 'PT6H' });
    refuse();
    await liveWithHealth(90);
    expect((await world.get(first.id)).state).toBe('held');
    expect(world.commitCalls('wechat')).toBe(0);

    world.sandbox.faults.clear();
    await liveWithHealth(30);
    expect([(await world.get(first.id)).state, (await world.get(second.id)).state]).toEqual(['published', 'published']);
    expect(world.seen('wechat').map(({ marker }) => marker)).toEqual([first.id, second.id]);
    expect(await health()).toMatchObject({ healthy: true, heldSince: null });
  });

  it('for good: missed when its grace ends, and a person is told', async () => {
    const { id } = await world.planOne('wechat', { grace: 'PT1H' });
    refuse();
    await world.live(4 * HOUR);
    expect((await world.get(id)).state).toBe('missed');
    expect(world.commitCalls('wechat')).toBe(0);
    expect(await world.noticeTexts()).toHaveLength(2);
  });
});
