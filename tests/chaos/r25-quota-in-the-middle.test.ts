import type { Publisher, Quota } from '../../publishers/contract';
import { HOUR, SECOND, openWorld, type World } from './harness/open-world';

const NINE = Date.parse('2026-11-23T09:00:00+08:00');
const MIDNIGHT = Date.parse('2026-11-24T00:00:00+08:00');
const A_DAY: Quota = { name: 'day', title: '每天 3 条', mode: null, limit: 3, window: 'day' };
const limited = (publisher: Publisher): Publisher => ({ ...publisher, quotas: () => [A_DAY] });

/** Says of 45009 when it ends, as the platform's documents do. */
const tellingWhen = (publisher: Publisher): Publisher => ({
  ...publisher,
  commit: async (prepared, io, delivery) => {
    const outcome = await publisher.commit(prepared, io, delivery);
    return outcome.state === 'rejected' && outcome.problem.code === 'wechat.45009'
      ? { ...outcome, askAgainAfter: (MIDNIGHT - io.now().getTime()) / SECOND }
      : outcome;
  },
});

let world: World;
afterEach(() => world.close());

async function planBatch(account: 'wechat' | 'weibo', count: number, grace: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const version = await world.sign({ summary: `第${index + 1}项：职工看普通门诊，超过200元的部分可以报销。` });
    const at = new Date(NINE + index * 1_000).toISOString();
    ids.push(...(await world.plan(version, { account, at, grace })).map(({ id }) => id));
  }
  return ids;
}
const states = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await world.get(id)).state));

describe('R25: the quota of the day ends in the middle of a batch', () => {
  it('as we count it: the rest is held until the day begins anew, and goes out in its order', async () => {
    world = await openWorld({ change: { weibo: limited } });
    const ids = await planBatch('weibo', 6, 'PT20H');
    await world.live(3 * HOUR);
    expect(await states(ids)).toEqual(['published', 'published', 'published', 'held', 'held', 'held']);
    expect(world.commitCalls('weibo')).toBe(3);
    expect((await world.get(ids[3] ?? '')).holdBy).toBe('quota');

    await world.live(14 * HOUR);
    expect(await states(ids)).toEqual(Array(6).fill('published'));
    const order = world.seen('weibo').map(({ text }) => /第(\d)项/.exec(text)?.[1]);
    expect(order).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(Date.parse(world.seen('weibo')[3]?.at ?? '')).toBeGreaterThanOrEqual(MIDNIGHT);
  });

  it('as the platform counts it (45009): waits for midnight without asking again, and each goes out once', async () => {
    world = await openWorld({ change: { wechat: tellingWhen } });
    const ids = await planBatch('wechat', 3, 'PT20H');
    world.sandbox.faults.add({
      platform: 'wechat',
      endpoint: 'freepublish/submit',
      kind: 'error-code',
      code: 45009,
      times: 3,
    });
    await world.live(14 * HOUR);
    expect(world.commitCalls('wechat')).toBe(3);
    expect(world.seen('wechat')).toEqual([]);
    expect((await states(ids)).filter((state) => state !== 'ready' && state !== 'held')).toEqual([]);
    await world.live(4 * HOUR);
    expect(await states(ids)).toEqual(Array(3).fill('published'));
    expect(world.seen('wechat')).toHaveLength(3);
    expect(await world.noticeTexts()).toEqual([]);
  });

  it('and the grace ends before it opens: missed, never sent late', async () => {
    world = await openWorld({ change: { weibo: limited } });
    const ids = await planBatch('weibo', 5, 'PT2H');
    await world.live(20 * HOUR);
    expect(await states(ids)).toEqual(['published', 'published', 'published', 'missed', 'missed']);
    expect(world.commitCalls('weibo')).toBe(3);
    expect(await world.noticeTexts()).toHaveLength(2);
  });
});
