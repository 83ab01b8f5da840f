import { HttpFailure, type Json } from '../../../publishers/contract';
import { problem } from '../../../publishers/problems';
import { createEngine } from '../../../src/delivery/engine';
import { TABLES } from '../../../src/delivery/schema';
import { memoryPublisher, type MemoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let room: Newsroom | null = null;
async function open(...publishers: MemoryPublisher[]): Promise<Newsroom> {
  room = await openNewsroom({ publishers });
  return room;
}
afterEach(async () => {
  await room?.close();
  room = null;
});

const steps = async (own: Newsroom, id: string) =>
  (await own.parts.store.attempts(id)).map(({ step, outcome }) => `${step} ${outcome}`);

describe('a delivery', () => {
  it('is prepared ahead, committed at the due second and never before', async () => {
    const wechat = memoryPublisher('wechat');
    const own = await open(wechat);
    const { id } = await own.planOne('wechat');
    await own.live(59 * MINUTE - SECOND);
    expect((await own.get(id)).state).toBe('planned');
    await own.live(SECOND);
    expect((await own.get(id)).state).toBe('ready');
    await own.live(MINUTE - 1);
    expect(wechat.commits).toEqual([]);
    await own.live(1);
    expect(await own.get(id)).toMatchObject({ state: 'published', receipt: { id: `wechat-${id}` }, problem: null });
    expect(await steps(own, id)).toEqual(['prepare ready', 'commit published']);
  });

  it('that is woken before its second waits for it all the same', async () => {
    const wechat = memoryPublisher('wechat');
    const own = await open(wechat);
    const { id } = await own.planOne('wechat');
    await own.live(HOUR - 30 * SECOND);
    expect((await own.get(id)).state).toBe('ready');
    await own.parts.store.wake((q) => void q.where({ id }), own.clock.now().getTime());
    await own.work();
    expect(wechat.commits).toEqual([]);
    await own.live(30 * SECOND);
    expect(wechat.commits).toEqual([id]);
  });

  it('says while it is pending what a person can do, and no longer once it is out', async () => {
    let confirmed = false;
    const own = await open(
      memoryPublisher('wechat', (base) => ({
        commit: () => Promise.resolve({ state: 'pending', answer: 1, askAgainAfter: 60 }),
        confirm: (pending, io) =>
          confirmed
            ? base.commit(pending.prepared, io, pending.delivery)
            : Promise.resolve({
                state: 'pending',
                answer: 2,
                askAgainAfter: 60,
                meanwhile: problem('wechat.mass-awaits-confirmation'),
              }),
      })),
    );
    const { id } = await own.planOne('wechat', { at: 'now' });
    await own.work();
    expect(await own.get(id)).toMatchObject({ state: 'pending', problem: null });
    await own.live(MINUTE);
    expect(await own.get(id)).toMatchObject({
      state: 'pending',
      problem: { code: 'wechat.mass-awaits-confirmation', severity: 'warning' },
    });
    expect(await own.noticeTexts()).toEqual([]);
    confirmed = true;
    await own.live(MINUTE);
    expect(await own.get(id)).toMatchObject({ state: 'published', problem: null });
  });

  it('goes out as soon as possible when it is due now', async () => {
    const own = await open(memoryPublisher('wechat'));
    const { id } = await own.planOne('wechat', { at: 'now' });
    await own.work();
    expect((await own.get(id)).state).toBe('published');
  });

  it('waits for its dependency, then follows at once', async () => {
    const website = memoryPublisher('website', () => ({
      prepare: (_rendition, done) =>
        Promise.resolve(
          done === null ? { state: 'wait', done: true, askAgainAfter: 600 } : { state: 'ready', prepared: 'late' },
        ),
    }));
    const wechat = memoryPublisher('wechat');
    const own = await open(website, wechat);
    const [site, other] = await own.plan(await own.sign(), { account: 'website' }, { account: 'wechat' });
    await own.live(HOUR + 8 * MINUTE);
    expect(wechat.commits).toEqual([]);
    await own.live(2 * MINUTE);
    expect([...website.visible, ...wechat.visible]).toEqual([site?.id, other?.id]);
  });
});

describe('preparation', () => {
  it('goes on after each sub-step with what the last one achieved', async () => {
    const seen: Json[] = [];
    const own = await open(
      memoryPublisher('wechat', () => ({
        prepare: (_rendition, done) => {
          seen.push(done);
          const count = typeof done === 'number' ? done : 0;
          return Promise.resolve(
            count < 3 ? { state: 'progress', done: count + 1 } : { state: 'ready', prepared: 'all' },
          );
        },
      })),
    );
    await own.planOne('wechat', { at: 'now' });
    await own.work();
    expect(seen).toEqual([null, 1, 2, 3]);
  });

  it('tries again with growing pauses while the platform cannot be reached, and is on time when it can', async () => {
    let tries = 0;
    const wechat = memoryPublisher('wechat', (base) => ({
      prepareAhead: 600,
      prepare: (...args) => {
        tries += 1;
        if (tries <= 5) return Promise.reject(new HttpFailure('no route', false, 'EHOSTUNREACH'));
        return base.prepare(...args);
      },
    }));
    const own = await open(wechat);
    const { id } = await own.planOne('wechat');
    await own.live(51 * MINUTE);
    expect(await own.get(id)).toMatchObject({ state: 'preparing', problem: { code: 'delivery.unreachable' } });
    await own.live(9 * MINUTE);
    expect(await own.get(id)).toMatchObject({ state: 'published', problem: null });
    expect(tries).toBe(6);
  });

  it('is left to a person when waiting would last beyond the grace, with the reason', async () => {
    const own = await open(
      memoryPublisher('wechat', () => ({
        prepare: () => Promise.resolve({ state: 'later', problem: problem('wechat.45009'), askAgainAfter: 15 * 3_600 }),
      })),
    );
    const { id } = await own.planOne('wechat');
    await own.live(HOUR);
    expect(await own.get(id)).toMatchObject({ state: 'missed', problem: { code: 'wechat.45009' } });
    expect(await own.noticeTexts()).toHaveLength(1);
  });

  it('goes to a person who posts by hand where the platform does not allow the interface', async () => {
    const own = await open(
      memoryPublisher('wechat', () => ({
        prepare: () => Promise.resolve({ state: 'rejected', problem: problem('wechat.48001') }),
      })),
    );
    const { id } = await own.planOne('wechat', { at: 'now' });
    await own.work();
    expect((await own.get(id)).state).toBe('manual');
  });

  it.each(['prepare', 'check'])('whose %s crashes three times is rejected, as a bug of ours', async (step) => {
    let broken: string | null = null;
    const crash = (here: string): void => {
      if (broken === here) throw new Error('bug');
    };
    const wechat = memoryPublisher('wechat', (base) => ({
      check: (rendition) => {
        crash('check');
        return base.check(rendition);
      },
      prepare: (...args) => {
        crash('prepare');
        return base.prepare(...args);
      },
    }));
    const own = await open(wechat);
    const { id } = await own.planOne('wechat', { at: 'now' });
    broken = step;
    await own.live(5 * MINUTE);
    expect(await own.get(id)).toMatchObject({ state: 'rejected', problem: { code: 'delivery.crashed' } });
    expect(await steps(own, id)).toEqual(['prepare crashed', 'prepare crashed', 'prepare rejected']);
    expect(await own.noticeTexts()).toHaveLength(1);
  });
});

describe('commit', () => {
  it('refused for now is tried again with growing pauses, within the grace', async () => {
    let tries = 0;
    const wechat = memoryPublisher('wechat', (base) => ({
      commit: (...args) => {
        tries += 1;
        if (tries < 4) {
          return Promise.resolve({ state: 'rejected', problem: problem('delivery.unreachable', { platform: '微信' }) });
        }
        return base.commit(...args);
      },
    }));
    const own = await open(wechat);
    const { id } = await own.planOne('wechat', { at: 'now' });
    await own.live(5 * MINUTE);
    expect((await own.get(id)).state).toBe('published');
    expect(wechat.visible).toEqual([id]);
    expect(await own.noticeTexts()).toEqual([]);
  });

  it('that was interrupted is asked about first, and runs again only where nothing happened for certain', async () => {
    const website = memoryPublisher('website');
    const own = await open(website);
    const { id } = await own.planOne('website');
    await own.db(TABLES.deliveries).where({ id }).update({ state: 'committing', intent_at: 1, prepared: '"x"' });
    await own.live(HOUR);
    expect(website.visible).toEqual([id]);
    expect(await steps(own, id)).toEqual(['confirm absent', 'commit published']);
  });

  it('that was interrupted is left to a person when the platform cannot be asked for ten minutes', async () => {
    const wechat = memoryPublisher('wechat', () => ({ confirm: () => Promise.reject(new Error('no route')) }));
    const own = await open(wechat);
    const { id } = await own.planOne('wechat', { at: 'now' });
    const at = own.clock.now().getTime();
    await own.db(TABLES.deliveries).where({ id }).update({ state: 'committing', intent_at: at });
    await own.live(9 * MINUTE);
    expect((await own.get(id)).state).toBe('committing');
    await own.live(10 * MINUTE);
    expect((await own.get(id)).state).toBe('uncertain');
    expect(wechat.commits).toEqual([]);
    expect(await own.noticeTexts()).toHaveLength(1);
  });
});

describe('a platform that has accepted', () => {
  const deciding = (decision: () => Awaited<ReturnType<MemoryPublisher['confirm']>>) =>
    memoryPublisher('wechat', () => ({
      commit: () => Promise.resolve({ state: 'pending', answer: { publishId: '7' }, askAgainAfter: 30 }),
      confirm: ({ answer }) => {
        expect(answer).toMatchObject({ publishId: '7' });
        return Promise.resolve(decision());
      },
    }));

  it('is asked until it has decided', async () => {
    let asked = 0;
    const own = await open(
      deciding(() =>
        ++asked < 4
          ? { state: 'pending', answer: { publishId: '7' }, askAgainAfter: 30 }
          : { state: 'published', receipt: { id: '7', url: null, at: '2026-11-23T01:00:00.000Z' } },
      ),
    );
    const { id } = await own.planOne('wechat', { at: 'now' });
    await own.live(MINUTE);
    expect((await own.get(id)).state).toBe('pending');
    await own.live(MINUTE);
    expect((await own.get(id)).state).toBe('published');
    expect(asked).toBe(4);
  });

  it('and stays silent for a day is a question for a person', async () => {
    const own = await open(deciding(() => ({ state: 'pending', answer: { publishId: '7' }, askAgainAfter: 600 })));
    const { id } = await own.planOne('wechat', { at: 'now' });
    await own.live(23 * HOUR);
    expect((await own.get(id)).state).toBe('pending');
    await own.live(2 * HOUR);
    expect(await own.get(id)).toMatchObject({ state: 'uncertain', problem: { code: 'delivery.no-result-in-time' } });
  });

  it('is asked again soon after a question that got no answer, however many came before', async () => {
    let asked = 0;
    const own = await open(
      deciding(() => {
        asked += 1;
        if (asked === 20) throw new Error('no route');
        return asked < 22
          ? { state: 'pending', answer: { publishId: '7' }, askAgainAfter: 10 }
          : { state: 'published', receipt: { id: '7', url: null, at: '2026-11-23T01:00:00.000Z' } };
      }),
    );
    const { id } = await own.planOne('wechat', { at: 'now' });
    await own.live(11 * MINUTE);
    expect((await own.get(id)).state).toBe('published');
  });
});

describe('a published delivery', () => {
  it('is looked at three times in a day by its receipt, and stays published when nobody answers', async () => {
    const asked: Json[] = [];
    const own = await open(
      memoryPublisher('weibo', () => ({
        confirm: ({ answer }) => {
          asked.push(answer);
          return Promise.reject(new Error('no route'));
        },
      })),
    );
    const { id } = await own.planOne('weibo', { at: 'now' });
    await own.live(48 * HOUR);
    expect(asked).toEqual(Array(3).fill({ id: `weibo-${id}` }));
    expect(await own.get(id)).toMatchObject({ state: 'published', nextAt: null });
  });

  it('that the platform took back is withdrawn, with an alarm', async () => {
    const wechat = memoryPublisher('wechat');
    const own = await open(wechat);
    const { id } = await own.planOne('wechat', { at: 'now' });
    await own.work();
    wechat.visible.length = 0;
    await own.live(11 * MINUTE);
    expect(await own.get(id)).toMatchObject({ state: 'withdrawn', problem: { code: 'delivery.removed-by-platform' } });
    expect(await own.noticeTexts()).toHaveLength(1);
  });
});

describe('one delivery among others', () => {
  it('R14: whose row cannot be read does not keep the others from going out', async () => {
    const wechat = memoryPublisher('wechat');
    const own = await open(wechat);
    const broken = await own.planOne('wechat');
    const whole = await own.planOne('wechat');
    await own.db(TABLES.deliveries).where({ id: broken.id }).update({ problem: 'no JSON', next_at: 1 });
    await own.live(2 * HOUR);
    expect(wechat.visible).toEqual([whole.id]);
  });

  it('R11: is not hidden behind hundreds that wait for an account whose platform hangs', async () => {
    let release: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (release = resolve));
    const wechat = memoryPublisher('wechat', (base) => ({
      commit: async (...args) => {
        await hanging;
        return base.commit(...args);
      },
    }));
    const website = memoryPublisher('weibo');
    const own = await open(wechat, website);
    const version = await own.sign();
    const template = (await own.plan(version, { account: 'wechat', at: 'now' }))[0];
    const row = (await own.db(TABLES.deliveries).where({ id: template?.id }).first()) as Record<string, unknown>;
    const copies = Array.from({ length: 250 }, (_, index) => ({ ...row, id: `copy${index}`, slot: `copy${index}` }));
    await own.db.batchInsert(TABLES.deliveries, copies, 20);
    own.clock.pass(SECOND);
    const free = await own.planOne('weibo', { at: 'now' });
    await own.engine.tick();
    while ((await own.get(free.id)).state !== 'published') await new Promise((resolve) => setTimeout(resolve, 10));
    expect(wechat.visible).toEqual([]);
    release();
    await own.engine.idle();
    expect(wechat.visible).toHaveLength(251);
  });

  it('waits where its account is gone from the settings, and goes on when it is back', async () => {
    const wechat = memoryPublisher('wechat');
    const own = await open(wechat);
    const { id } = await own.planOne('wechat', { at: 'now' });
    const blind = createEngine({ ...own.parts, accounts: () => Promise.resolve([]) });
    await blind.tick();
    await blind.idle();
    expect((await own.get(id)).state).toBe('planned');
    await own.live(2 * MINUTE);
    expect(wechat.visible).toEqual([id]);
  });
});

describe('an engine that stops', () => {
  it('waits for what it has begun and takes nothing more', async () => {
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    const wechat = memoryPublisher('wechat', (base) => ({
      commit: async (...args) => {
        await slow;
        return base.commit(...args);
      },
    }));
    const own = await open(wechat);
    const { id } = await own.planOne('wechat', { at: 'now' });
    await own.engine.tick();
    while (wechat.commits.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const stopped = own.engine.stop(20_000);
    const late = await own.planOne('wechat', { at: 'now' });
    await own.engine.tick();
    release();
    await stopped;
    expect((await own.get(id)).state).toBe('published');
    expect((await own.get(late.id)).state).toBe('planned');
  });
});
