import { problem } from '../../../publishers/problems';
import { memoryPublisher } from './support/memory-publisher';
import { openNewsroom } from './support/newsroom';

const DAY = 24 * 3_600_000;

describe('a refusal after which it may be public all the same', () => {
  it('is a doubt, whatever the channel calls it: asked about, told, and never sent again', async () => {
    const publisher = memoryPublisher('wechat', () => ({
      commit: () => Promise.resolve({ state: 'rejected', problem: problem('wechat.-1') }),
      confirm: () => Promise.reject(new Error('no answer')),
    }));
    const room = await openNewsroom({ publishers: [publisher] });
    const { id } = await room.planOne('wechat');
    await room.live(DAY);
    expect((await room.get(id)).state).toBe('uncertain');
    expect(publisher.commits).toEqual([id]);
    expect(await room.noticeTexts()).toHaveLength(1);
    await room.close();
  });
});
