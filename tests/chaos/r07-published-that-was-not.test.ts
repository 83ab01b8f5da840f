import fc from 'fast-check';
import type { Publisher } from '../../publishers/contract';
import { memoryPublisher } from '../unit/delivery/support/memory-publisher';
import { openNewsroom } from '../unit/delivery/support/newsroom';
import { HOUR, openWorld, type World } from './harness/open-world';

describe('R7: accepted is not published', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  it.each([
    [2, 'wechat.publish-original'],
    [3, 'wechat.publish-failed'],
    [4, 'wechat.publish-review'],
  ] as const)('WeChat decides %d: rejected with words, and nothing is public', async (result, code) => {
    world.sandbox.scenarios.nextPublish = result;
    const { id } = await world.planOne('wechat');
    await world.live(HOUR);
    expect((await world.get(id)).state).toBe('pending');
    await world.live(HOUR);
    expect(await world.get(id)).toMatchObject({ state: 'rejected', receipt: null, problem: { code } });
    expect(world.seen('wechat')).toEqual([]);
    expect(await world.noticeTexts()).toHaveLength(1);
  });

  it.each([5, 6] as const)('WeChat takes it away again (%d): withdrawn, with an alarm', async (result) => {
    world.sandbox.scenarios.nextPublish = result;
    // Time enough to see it published in between.
    world.sandbox.scenarios.publishMs = 60_000;
    const { id } = await world.planOne('wechat');
    await world.live(26 * HOUR);
    expect(await world.get(id)).toMatchObject({
      state: 'withdrawn',
      problem: { code: 'delivery.removed-by-platform' },
    });
    expect((await world.parts.store.attempts(id)).map(({ outcome }) => outcome)).toContain('published');
    expect(await world.noticeTexts()).toEqual([expect.stringContaining('看不到了')]);
  });
});

describe('R7: an exception anywhere in a channel', () => {
  type Place = 'check' | 'prepare' | 'before sending' | 'after sending' | 'confirm';

  /** Throws where and as often as `plan` says: one entry per call of that step, true = throws. */
  function throwing(plan: Readonly<Record<Place, readonly boolean[]>>) {
    const calls = new Map<Place, number>();
    let armed = false;
    const risk = (place: Place): void => {
      if (!armed) return;
      const call = calls.get(place) ?? 0;
      calls.set(place, call + 1);
      if (plan[place][call]) throw new Error(`thrown in ${place}`);
    };
    const change = (base: Publisher): Partial<Publisher> => ({
      check: (rendition) => {
        risk('check');
        return base.check(rendition);
      },
      prepare: (...args) => {
        risk('prepare');
        return base.prepare(...args);
      },
      commit: async (...args) => {
        risk('before sending');
        const outcome = await base.commit(...args);
        risk('after sending');
        return outcome;
      },
      confirm: (...args) => {
        risk('confirm');
        return base.confirm(...args);
      },
    });
    return { publisher: memoryPublisher('wechat', change), arm: () => void (armed = true) };
  }

  it('never ends in published without being public, nor in being public twice', async () => {
    const throws = fc.array(fc.boolean(), { maxLength: 8 });
    const plans = fc.record({
      check: throws,
      prepare: throws,
      'before sending': throws,
      'after sending': throws,
      confirm: throws,
    });
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const { publisher, arm } = throwing(plan);
        const room = await openNewsroom({ publishers: [publisher] });
        try {
          const { id } = await room.planOne('wechat', { at: 'now' });
          arm();
          await room.live(6 * HOUR);
          const { state, receipt } = await room.get(id);
          const times = publisher.visible.filter((one) => one === id).length;
          expect(times).toBeLessThanOrEqual(1);
          if (state === 'published') expect(times).toBe(1);
          else expect(receipt).toBeNull();
          // Public or not, nobody has to wonder: it is done, or a person was told.
          if (state !== 'published') expect(await room.noticeTexts()).not.toEqual([]);
        } finally {
          await room.close();
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
