import { memoryPublisher } from '../unit/delivery/support/memory-publisher';
import { openNewsroom } from '../unit/delivery/support/newsroom';
import { HOUR } from './harness/open-world';

const DAY = 24 * HOUR;

describe('R17: planned far ahead', () => {
  it.each([
    ['25 days', '2026-12-18T09:00:00+08:00'],
    ['14 months', '2028-01-23T09:00:00+08:00'],
  ])('%s: waits all the time and goes out at its second', async (_how, at) => {
    const wechat = memoryPublisher('wechat');
    const room = await openNewsroom({ publishers: [wechat] });
    try {
      const { id } = await room.planOne('wechat', { at });
      const due = Date.parse(at);
      // Looked at each day, as a service does that runs all the time.
      while (room.clock.now().getTime() + DAY < due) {
        room.clock.pass(DAY);
        await room.work();
      }
      expect((await room.get(id)).state).toBe('planned');
      await room.live(due - room.clock.now().getTime() - 1);
      expect(wechat.commits).toEqual([]);
      await room.live(1);
      expect(await room.get(id)).toMatchObject({ state: 'published', publishedAt: due });
    } finally {
      await room.close();
    }
  });
});
