import { memoryPublisher } from '../unit/delivery/support/memory-publisher';
import { openNewsroom, type Newsroom } from '../unit/delivery/support/newsroom';
import { HOUR } from './harness/open-world';

const DAY = 24 * HOUR;
const wechat = memoryPublisher('wechat');

let room: Newsroom;
beforeEach(async () => {
  wechat.commits.length = 0;
  room = await openNewsroom({ publishers: [wechat] });
});
afterEach(() => room.close());

/** A delivery due at nine, in a service that comes back three days later. */
async function missed(): Promise<string> {
  const { id } = await room.planOne('wechat');
  room.clock.pass(3 * DAY);
  await room.live(2 * HOUR);
  return id;
}

describe('R5: far too late', () => {
  it('is missed: nothing is sent, and staff are told once, with the time that was planned', async () => {
    const id = await missed();
    expect(await room.get(id)).toMatchObject({ state: 'missed', problem: { code: 'delivery.missed' } });
    await room.live(3 * DAY);
    expect(wechat.commits).toEqual([]);
    expect(await room.noticeTexts()).toEqual([expect.stringContaining('2026-11-23 09:00')]);
  });

  it('can be published now', async () => {
    const id = await missed();
    await room.act(id, 'retry');
    await room.work();
    expect((await room.get(id)).state).toBe('published');
    expect(wechat.commits).toEqual([id]);
  });

  it('can get a new time', async () => {
    const id = await missed();
    await room.act(id, 'reschedule', { at: '2026-11-28T09:00:00+08:00' });
    await room.live(DAY);
    expect(wechat.commits).toEqual([]);
    await room.live(DAY);
    expect((await room.get(id)).publishedAt).toBe(Date.parse('2026-11-28T09:00:00+08:00'));
  });

  it('can be cancelled', async () => {
    const id = await missed();
    await room.act(id, 'cancel');
    await room.live(DAY);
    expect(wechat.commits).toEqual([]);
  });

  it('two hundred times at once tells staff of all in fewer than ten notices', async () => {
    for (let count = 0; count < 200; count += 1) await room.planOne('wechat');
    room.clock.pass(3 * DAY);
    await room.live(HOUR);
    const { total } = await room.parts.store.list({ states: ['missed'], limit: 1 });
    expect(total).toBe(200);
    const texts = await room.noticeTexts();
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.length).toBeLessThan(10);
    expect(texts.filter((text) => text.includes('还有多条'))).toHaveLength(1);
    expect(wechat.commits).toEqual([]);
  });
});
