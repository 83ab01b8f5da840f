import fc from 'fast-check';
import type { Quota } from '../../../publishers/contract';
import { APART } from '../../../src/delivery/apart';
import { earliest, schedule, windowStart } from '../../../src/delivery/quota';
import { TABLES } from '../../../src/delivery/schema';
import { spend } from '../../../src/delivery/store/quota-uses';
import { memoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const shown = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16);
const perDay: Quota = { name: 'day', title: '每天 1 次群发', mode: 'mass', limit: 1, window: 'day' };
const perHour: Quota = { name: 'hour', title: '每小时 2 条', mode: null, limit: 2, window: 'hour' };

describe('a window', () => {
  it.each([
    ['day', '2026-11-23T00:00', '2026-11-23T00:00'],
    ['day', '2026-11-23T23:59', '2026-11-23T00:00'],
    ['month', '2026-11-30T23:59', '2026-11-01T00:00'],
    ['month', '2027-01-01T00:00', '2027-01-01T00:00'],
  ] as const)('of a %s at %s begins at %s in China', (window, moment, start) => {
    expect(shown(windowStart(window, at(moment)))).toBe(start);
  });
});

describe('the first moment with room', () => {
  it('is the wanted one while there is room', () => {
    expect(earliest(perDay, [at('2026-11-22T09:00')], at('2026-11-23T09:00'))).toBe(at('2026-11-23T09:00'));
  });

  it('of a day that is used up is the next midnight in China, of a month the first of the next', () => {
    expect(shown(earliest(perDay, [at('2026-11-23T08:00')], at('2026-11-23T09:00')))).toBe('2026-11-24T00:00');
    const monthly = { ...perDay, window: 'month', limit: 4 } as const;
    const uses = ['01', '08', '15', '22'].map((day) => at(`2026-12-${day}T09:00`));
    expect(shown(earliest(monthly, uses, at('2026-12-29T09:00')))).toBe('2027-01-01T00:00');
  });

  it('of an hour is one hour after the use that has to leave', () => {
    const uses = [at('2026-11-23T08:10'), at('2026-11-23T08:30')];
    expect(shown(earliest(perHour, uses, at('2026-11-23T09:00')))).toBe('2026-11-23T09:10');
  });

  it('never lets more through in any window than the quota allows, whatever is wanted, and keeps the order', () => {
    const windows = fc.constantFrom('minute', 'hour', 'day', 'month');
    const minutes = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 25 });
    fc.assert(
      fc.property(windows, fc.integer({ min: 1, max: 4 }), minutes, (window, limit, offsets) => {
        const quota: Quota = { ...perHour, window, limit };
        const wanted = offsets.sort((a, b) => a - b).map((offset) => at('2026-11-23T00:00') + offset * 60_000);
        const times = schedule(quota, [], wanted);
        times.forEach((time, index) => {
          expect(time).toBeGreaterThanOrEqual(wanted[index] ?? 0);
          const within = times.filter((other) => other >= windowStart(window, time) && other <= time);
          expect(within.length).toBeLessThanOrEqual(limit);
          if (index > 0) expect(time).toBeGreaterThanOrEqual(times[index - 1] ?? 0);
        });
      }),
    );
  });
});

describe('R25: deliveries over a quota', () => {
  let room: Newsroom;
  const weibo = memoryPublisher('weibo', () => ({ quotas: () => [perHour] }));
  beforeEach(async () => {
    weibo.visible.length = 0;
    weibo.commits.length = 0;
    room = await openNewsroom({ publishers: [weibo] });
  });
  afterEach(() => room.close());
  const MINUTE = 60_000;
  const HOUR = 60 * MINUTE;

  it('are told so when they are planned, held until the window opens, and go out in their order', async () => {
    const planned = [];
    for (let count = 0; count < 5; count += 1) planned.push(await room.planOne('weibo', { grace: 'PT6H' }));
    expect(planned.map(({ problem }) => problem?.code ?? null)).toEqual([
      null,
      null,
      'plan.over-quota',
      'plan.over-quota',
      'plan.over-quota',
    ]);
    expect(planned[4]?.problem?.what).toContain('每小时 2 条');
    expect(planned[4]?.problem?.what).toContain('2026-11-23 11:00');

    await room.live(HOUR);
    const ids = planned.map(({ id }) => id);
    // Both find room in the same second, and neither waits for the other.
    expect([...weibo.visible].sort()).toEqual(ids.slice(0, 2).sort());
    expect(await room.get(ids[2] ?? '')).toMatchObject({
      state: 'held',
      holdBy: 'quota',
      lateCause: 'quota',
      problem: { code: 'delivery.quota' },
    });
    await room.live(HOUR + MINUTE);
    expect(weibo.visible.slice(2)).toEqual(ids.slice(2, 4));
    await room.live(HOUR);
    expect(weibo.visible.slice(2)).toEqual(ids.slice(2));
    expect(await room.noticeTexts()).toEqual([]);
  });

  it('get their turns in their order, also while one that still finds room has not used it yet', async () => {
    const planned = [];
    for (let count = 0; count < 4; count += 1) planned.push(await room.planOne('weibo', { grace: 'PT6H' }));
    const now = at('2026-11-23T09:00');
    const [first, , third, fourth] = planned;
    if (!first || !third || !fourth) throw new Error('not planned');
    await room.db(TABLES.deliveries).update({ state: 'ready' });
    await room.db(TABLES.deliveries).where({ id: first.id }).update({ state: 'published' });
    expect(await spend(room.db, first, [perHour], now)).toBeNull();
    const turns = [];
    for (const one of [third, fourth]) turns.push((await spend(room.db, one, [perHour], now))?.opensAt);
    expect(turns).toEqual([now + HOUR, now + HOUR + APART]);
  });

  it('that would wait beyond their grace are said to, and are missed, not sent', async () => {
    for (let count = 0; count < 2; count += 1) await room.planOne('weibo');
    const third = await room.planOne('weibo', { grace: 'PT30M' });
    expect(third.problem?.code).toBe('plan.after-grace');
    await room.live(5 * HOUR);
    expect((await room.get(third.id)).state).toBe('missed');
    expect(weibo.visible).toHaveLength(2);
  });

  it('planned before others push those back, and the planner is told', async () => {
    await room.planOne('weibo', { at: '2026-11-23T09:10:00+08:00' });
    await room.planOne('weibo', { at: '2026-11-23T09:20:00+08:00' });
    const early = await room.planOne('weibo', { at: '2026-11-23T09:00:00+08:00' });
    expect(early.problem).toMatchObject({ code: 'plan.pushes-others', severity: 'warning' });
    await room.live(4 * HOUR);
    expect(weibo.visible).toHaveLength(3);
    expect(weibo.visible[0]).toBe(early.id);
  });

  it('count what was sent, not what was certainly refused', async () => {
    const ids = [];
    for (let count = 0; count < 2; count += 1) ids.push((await room.planOne('weibo')).id);
    await room.live(HOUR);
    await room.parts.store.unspend(ids[0] ?? '');
    const third = await room.planOne('weibo', { at: 'now' });
    expect(third.problem).toBeNull();
    await room.work();
    expect((await room.get(third.id)).state).toBe('published');
  });
});
