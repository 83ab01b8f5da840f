import { problem } from '../../../publishers/problems';
import { markNoticeRead, notices } from '../../../src/delivery/notices';
import { memoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

const HOUR = 3_600_000;
let room: Newsroom;
let answers: boolean;
beforeEach(async () => {
  answers = false;
  const unsure = memoryPublisher('wechat', (base) => ({
    commit: async (prepared, io, delivery) => {
      if (!answers) throw new Error('the line broke');
      return base.commit(prepared, io, delivery);
    },
    confirm: () =>
      Promise.resolve({ state: 'uncertain', problem: problem('delivery.no-answer', { platform: '微信' }) }),
  }));
  const refusing = memoryPublisher('weibo', () => ({
    prepare: () => Promise.resolve({ state: 'rejected', problem: problem('media.gone', { name: '封面.png' }) }),
  }));
  const failing = memoryPublisher('website', () => ({ commit: () => Promise.reject(new Error('disk full')) }));
  room = await openNewsroom({ publishers: [unsure, refusing, failing] });
});
afterEach(() => room.close());

describe('staff', () => {
  it('are told once of a doubtful delivery, with what happened and what to do, however often it is looked at', async () => {
    const { id } = await room.planOne('wechat');
    await room.live(26 * HOUR);
    expect((await room.get(id)).state).toBe('uncertain');
    expect(await notices(room.parts.store)).toMatchObject([
      { kind: 'uncertain', delivery: id, readAt: null, text: expect.stringMatching(/可能已经发布.*请先到/s) as string },
    ]);
  });

  it('are told once of a publication that keeps failing and is tried again, not at every try', async () => {
    const { id } = await room.planOne('website');
    await room.live(4 * HOUR);
    const tries = (await room.parts.store.attempts(id)).filter(({ step }) => step === 'commit').length;
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(60);
    expect((await room.get(id)).state).toBe('missed');
    expect((await notices(room.parts.store)).map(({ kind }) => kind).sort()).toEqual(['missed', 'uncertain']);
  });

  it('are told anew when the same trouble comes back after somebody has acted', async () => {
    const { id } = await room.planOne('weibo', { at: 'now' });
    await room.work();
    expect(await room.noticeTexts()).toHaveLength(1);
    await room.act(id, 'retry');
    expect(await notices(room.parts.store)).toMatchObject([{ readAt: room.clock.now().toISOString() }]);
    await room.work();
    expect((await notices(room.parts.store)).filter(({ readAt }) => readAt === null)).toHaveLength(1);
    expect(await room.noticeTexts()).toHaveLength(2);
  });

  it('need not read on when the matter is settled', async () => {
    const { id } = await room.planOne('wechat', { at: 'now' });
    await room.work();
    await room.act(id, 'resolve', { found: true, url: 'https://mp.weixin.qq.com/s/abc' });
    expect((await notices(room.parts.store)).filter(({ readAt }) => readAt === null)).toEqual([]);
  });

  it('mark a notice as read, and it goes below the unread ones', async () => {
    await room.planOne('weibo', { at: 'now' });
    await room.work();
    room.clock.pass(HOUR);
    await room.planOne('weibo', { at: 'now' });
    await room.work();
    const [newest, older] = await notices(room.parts.store);
    await markNoticeRead(room.parts.store, newest?.id ?? '', room.clock.now());
    expect((await notices(room.parts.store)).map(({ id }) => id)).toEqual([older?.id, newest?.id]);
  });
});
