import { problem } from '../../../publishers/problems';
import type { ReadBack } from '../../../publishers/contract';
import { memoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DIFFERENT: ReadBack = { state: 'different', problem: problem('website.differs', { what: '标题' }) };

let room: Newsroom;
let looks: number[];
let seen: () => Promise<ReadBack>;
let id: string;
beforeEach(async () => {
  looks = [];
  seen = () => Promise.resolve({ state: 'same' });
  const website = memoryPublisher('website', () => ({
    readBack: () => {
      looks.push(room.clock.now().getTime());
      return seen();
    },
  }));
  room = await openNewsroom({ publishers: [website] });
  id = (await room.planOne('website', { at: 'now' })).id;
  await room.work();
});
afterEach(() => room.close());

describe('what the public sees', () => {
  it('is read back soon after publication, after an hour and after a day, then no more', async () => {
    const at = room.clock.now().getTime();
    await room.live(72 * HOUR);
    expect(looks.map((look) => look - at)).toEqual([MINUTE, HOUR, 24 * HOUR]);
    expect(await room.get(id)).toMatchObject({ state: 'published', problem: null, nextAt: null });
  });

  it('and differs from what was signed stays published, with the problem and one message to staff', async () => {
    seen = () => Promise.resolve(DIFFERENT);
    await room.live(2 * HOUR);
    expect(await room.get(id)).toMatchObject({ state: 'published', problem: { code: 'website.differs' } });
    expect(await room.noticeTexts()).toHaveLength(1);
    expect((await room.parts.store.attempts(id)).filter(({ outcome }) => outcome === 'different')).toHaveLength(1);
  });

  it('and is right again loses the problem', async () => {
    seen = () => Promise.resolve(DIFFERENT);
    await room.live(2 * MINUTE);
    seen = () => Promise.resolve({ state: 'same' });
    await room.live(2 * HOUR);
    expect((await room.get(id)).problem).toBeNull();
  });

  it('R7: and is gone is withdrawn, with an alarm', async () => {
    seen = () =>
      Promise.resolve({ state: 'gone', problem: problem('delivery.removed-by-platform', { platform: '网站' }) });
    await room.live(2 * MINUTE);
    expect((await room.get(id)).state).toBe('withdrawn');
    expect(await room.noticeTexts()).toHaveLength(1);
  });

  it('R18: and could not be read, or broke while it was read, says nothing', async () => {
    seen = () => Promise.reject(new Error('a bug'));
    await room.live(2 * HOUR);
    expect(await room.get(id)).toMatchObject({ state: 'published', problem: null });
    expect(await room.noticeTexts()).toEqual([]);
  });
});
