import type { Delivery } from '../../../src/delivery/delivery';
import { TABLES } from '../../../src/delivery/schema';
import { openInsight, type InsightWorld } from './open-insight';

let world: InsightWorld;
let delivery: Delivery;
beforeEach(async () => {
  world = await openInsight({});
  delivery = await world.publish();
});
afterEach(() => world.close());

const TOTALS = 'datacube/getarticletotaldetail';
const shown = async () => (await world.insight.statistics(delivery.explainer)).articles[0];
const days = async () => (await shown())?.days ?? [];

describe('how an article was read', () => {
  it('is known on the next morning, by source, and grows day by day', async () => {
    await world.lookAt('2026-11-24T08:30:00+08:00');
    const [first, ...none] = await days();
    expect(none).toEqual([]);
    expect(first?.day).toBe('2026-11-23');
    expect(first?.readers).toBeGreaterThan(0);
    expect(first?.sources.map(({ source }) => source)).toContain('公众号消息');
    expect(first?.sources.reduce((sum, { readers }) => sum + readers, 0)).toBe(first?.readers);
    await world.lookAt('2026-11-25T08:31:00+08:00');
    const [again, second] = await days();
    expect(again).toEqual(first);
    expect(second?.day).toBe('2026-11-24');
    expect(second?.readers).toBeGreaterThan(first?.readers ?? 0);
  });

  it('is asked for once a day, not before half past eight', async () => {
    await world.lookAt('2026-11-23T20:00:00+08:00');
    const asked = world.calls(TOTALS);
    await world.lookAt('2026-11-24T07:00:00+08:00');
    await world.lookAt('2026-11-24T08:29:00+08:00');
    expect(world.calls(TOTALS)).toBe(asked);
    await world.lookAt('2026-11-24T08:30:00+08:00');
    await world.lookAt('2026-11-24T12:00:00+08:00');
    expect(world.calls(TOTALS)).toBe(asked + 1);
  });

  it('is asked for again when the platform has not counted yet', async () => {
    world.sandbox.scenarios.statisticsDelayed = true;
    await world.lookAt('2026-11-24T08:30:00+08:00');
    expect(await days()).toEqual([]);
    world.sandbox.scenarios.statisticsDelayed = false;
    await world.lookAt('2026-11-24T09:31:00+08:00');
    expect(await days()).toHaveLength(1);
  });

  it('says why the newest numbers are missing', async () => {
    world.sandbox.faults.add({ platform: 'wechat', endpoint: TOTALS, kind: 'error-code', code: 61503 });
    await world.lookAt('2026-11-24T08:30:00+08:00');
    expect(await shown()).toMatchObject({ days: [], problem: { code: 'wechat.61503' } });
    await world.lookAt('2026-11-24T09:31:00+08:00');
    expect(await shown()).toMatchObject({ problem: null });
  });

  it('ends with the thirtieth day', async () => {
    await world.lookAt('2026-12-20T09:00:00+08:00');
    const counted = (await days()).length;
    const asked = world.calls(TOTALS);
    await world.lookAt('2027-01-05T09:00:00+08:00');
    expect(world.calls(TOTALS)).toBe(asked);
    expect((await days()).length).toBe(counted);
  });

  it('tells the platform’s number of an article for which it was not known', async () => {
    await world.lookAt('2026-11-23T20:00:00+08:00');
    const numbers = () => world.room.db(TABLES.wechatArticles).pluck('message') as Promise<(string | null)[]>;
    const [number] = await numbers();
    expect(number).toMatch(/^\d+$/);
    await world.room.db(TABLES.wechatArticles).update({ message: null });
    await world.lookAt('2026-11-24T08:30:00+08:00');
    expect(await numbers()).toEqual([number]);
    expect(await days()).toHaveLength(1);
  });
});
