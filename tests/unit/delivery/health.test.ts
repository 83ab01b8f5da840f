import { accountHealth, checkHealth } from '../../../src/delivery/health';
import { status } from '../../../src/delivery/status';
import { problem } from '../../../publishers/problems';
import { beat } from '../../../src/delivery/workers';
import { memoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

let room: Newsroom;
let wellAgain: boolean;
beforeEach(async () => {
  wellAgain = false;
  const well = memoryPublisher('website');
  const ill = memoryPublisher('wechat', () => ({
    verify: () =>
      Promise.resolve(
        wellAgain
          ? { healthy: true, problem: null }
          : { healthy: false, problem: problem('delivery.unreachable', { platform: '微信' }) },
      ),
  }));
  const broken = memoryPublisher('weibo', () => ({ verify: () => Promise.reject(new Error('bug')) }));
  room = await openNewsroom({ publishers: [well, ill, broken] });
});
afterEach(() => room.close());

describe('the health of accounts', () => {
  it('counts as good before the first check', async () => {
    expect((await accountHealth(room.parts)).every(({ healthy }) => healthy)).toBe(true);
  });

  it('is what the last check found; a check that breaks down is a finding like any other', async () => {
    await checkHealth(room.parts, true);
    expect(await accountHealth(room.parts)).toMatchObject([
      { name: 'website', healthy: true, problem: null },
      { name: 'wechat', healthy: false, problem: { code: 'delivery.unreachable' } },
      { name: 'weibo', healthy: false, problem: { what: expect.stringContaining('渠道weibo') as string } },
    ]);
    wellAgain = true;
    await checkHealth(room.parts, true);
    expect((await accountHealth(room.parts))[1]).toEqual({
      name: 'wechat',
      healthy: true,
      problem: null,
      heldSince: null,
    });
  });
});

describe('the gauges', () => {
  it('show what is overdue, what waits for people, and how long ago the engine looked', async () => {
    const { id } = await room.planOne('website');
    await room.planOne('wechat', { at: '2026-11-23T10:00:00+08:00' });
    expect((await status(room.parts)).tickAgeSeconds).toBeNull();
    await beat(room.parts);
    room.clock.set('2026-11-23T09:00:10+08:00');
    expect(await status(room.parts)).toMatchObject({
      overdue: 1,
      oldestOpenSeconds: 10,
      missed: 0,
      held: 0,
      tickAgeSeconds: 3_610,
      frozen: null,
    });
    await room.act(id, 'hold');
    expect(await status(room.parts)).toMatchObject({
      overdue: 0,
      oldestOpenSeconds: 0,
      held: 1,
    });
  });
});
