import { HttpFailure, type Outcome, type Publisher } from '../../../publishers/contract';
import { problem } from '../../../publishers/problems';
import type { Delivery } from '../../../src/delivery/delivery';
import { freeze } from '../../../src/delivery/freeze';
import { memoryPublisher, type MemoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const REASON = { reason: '数据有误' };

let room: Newsroom | null = null;
afterEach(async () => {
  await room?.close();
  room = null;
});

/** Something published, and how often the channel was asked to take it back. */
async function published(change: (base: Publisher) => Partial<Publisher> = () => ({})) {
  let asked = 0;
  const channel: MemoryPublisher = memoryPublisher('wechat', (base) => {
    const changed = { ...base, ...change(base) };
    const { withdraw } = changed;
    return {
      ...changed,
      withdraw:
        withdraw &&
        ((...given): Promise<Outcome> => {
          asked += 1;
          return withdraw(...given);
        }),
    };
  });
  const own = await openNewsroom({ publishers: [channel] });
  room = own;
  const { id } = await own.planOne('wechat', { at: 'now' });
  await own.work();
  return { own, id, channel, asked: () => asked };
}

const withdrawalOf = async (own: Newsroom, id: string): Promise<Delivery> => {
  const found = await own.parts.store.withdrawalOf(id);
  if (!found) throw new Error('nobody asked for a withdrawal');
  return found;
};

/** Takes the thing out of the readers' sight, as a platform does. */
const takingBack =
  (channel: () => MemoryPublisher, id: () => string): NonNullable<Publisher['withdraw']> =>
  (receipt) => {
    const { visible } = channel();
    visible.splice(visible.indexOf(id()), 1);
    return Promise.resolve({ state: 'published', receipt });
  };

describe('a withdrawal', () => {
  it('is a delivery of its own; when it is done, what it took back is withdrawn, for the reason given', async () => {
    const { own, id, asked } = await published();
    await own.act(id, 'withdraw', REASON);
    expect((await own.get(id)).state).toBe('published');
    await own.work();
    expect(await own.get(id)).toMatchObject({ state: 'withdrawn', holdReason: '数据有误', nextAt: null });
    expect(await withdrawalOf(own, id)).toMatchObject({ kind: 'withdraw', state: 'published', reason: '数据有误' });
    expect(asked()).toBe(1);
    expect(await own.audited()).toEqual(expect.arrayContaining(['request-withdrawal', 'withdraw']));
  });

  it('tells the channel what readers are to find there', async () => {
    const told: unknown[] = [];
    const { own, id } = await published(() => ({
      withdraw: (receipt, reason, _io, removal) => {
        told.push({ reason, removal });
        return Promise.resolve({ state: 'published', receipt });
      },
    }));
    await own.act(id, 'withdraw', { reason: '涉密', kind: 'gone' });
    await own.work();
    expect(told).toEqual([{ reason: '涉密', removal: { kind: 'gone' } }]);
    expect((await own.get(id)).state).toBe('withdrawn');
  });

  it('leads readers on only where the channel can, and only to what is published there', async () => {
    const deleting = await published();
    const { version } = await deleting.own.get(deleting.id);
    const move = { ...REASON, kind: 'moved', to: version };
    await expect(deleting.own.act(deleting.id, 'withdraw', move)).rejects.toMatchObject({
      status: 422,
      code: 'withdraw.cannot-move',
    });
    await deleting.own.close();

    const told: unknown[] = [];
    const { own, id } = await published(() => ({
      leadsOn: true,
      withdraw: (receipt, _reason, _io, removal) => {
        told.push(removal);
        return Promise.resolve({ state: 'published', receipt });
      },
    }));
    const { explainer } = await own.get(id);
    const nowhere = { status: 422, code: 'withdraw.moved-nowhere' };
    for (const body of [
      { ...REASON, kind: 'moved' },
      { ...REASON, to: 'somewhere' },
      { ...REASON, kind: 'moved', to: 'never-published' },
      { ...REASON, kind: 'moved', to: explainer },
    ]) {
      await expect(own.act(id, 'withdraw', body)).rejects.toMatchObject(nowhere);
    }
    const other = await own.planOne('wechat', { at: 'now' });
    await own.work();
    await own.act(id, 'withdraw', { ...REASON, kind: 'moved', to: other.explainer });
    await own.work();
    expect(told).toEqual([{ kind: 'moved', to: other.explainer }]);
    expect(told).toHaveLength(1);
  });

  it('asked for twice is one', async () => {
    const { own, id, asked } = await published();
    await own.act(id, 'withdraw', REASON);
    await expect(own.act(id, 'withdraw', REASON)).rejects.toMatchObject({ status: 409, code: 'withdraw.exists' });
    await own.live(HOUR);
    expect(asked()).toBe(1);
  });

  it('is not kept back by a freeze', async () => {
    const { own, id } = await published();
    await freeze(own.parts.store, null, '重大事件', '王主任', own.clock.now());
    await own.act(id, 'withdraw', REASON);
    await own.work();
    expect((await own.get(id)).state).toBe('withdrawn');
  });

  it('whose answer was lost is asked about: gone means done, and the call is not repeated', async () => {
    let channel: MemoryPublisher | null = null;
    let published_ = '';
    const world = await published(() => ({
      withdraw: async (...args) => {
        if (!channel) throw new Error('no channel');
        const own = channel;
        await takingBack(
          () => own,
          () => published_,
        )(...args);
        throw new HttpFailure('reset', true, 'ECONNRESET');
      },
    }));
    channel = world.channel;
    published_ = world.id;
    await world.own.act(world.id, 'withdraw', REASON);
    await world.own.work();
    expect((await withdrawalOf(world.own, world.id)).state).toBe('uncertain');
    await world.own.live(MINUTE);
    expect((await world.own.get(world.id)).state).toBe('withdrawn');
    expect(world.asked()).toBe(1);
  });

  it('that certainly had no effect is made again', async () => {
    let calls = 0;
    const { own, id, asked } = await published((base) => ({
      withdraw: (receipt, reason, io) => {
        calls += 1;
        if (calls === 1) return Promise.reject(new HttpFailure('reset', true, 'ECONNRESET'));
        return base.withdraw?.(receipt, reason, io) ?? Promise.reject(new Error('no withdraw'));
      },
    }));
    await own.act(id, 'withdraw', REASON);
    await own.live(10 * MINUTE);
    expect((await own.get(id)).state).toBe('withdrawn');
    expect(asked()).toBe(2);
  });

  it('is a task for a person where the channel cannot take things back; his word ends it', async () => {
    const { own, id } = await published(() => ({ withdraw: undefined }));
    await own.act(id, 'withdraw', REASON);
    const task = await withdrawalOf(own, id);
    expect(task).toMatchObject({ state: 'manual', problem: { code: 'delivery.withdraw-by-hand' } });
    expect(await own.noticeTexts()).toEqual([expect.stringContaining('删除')]);
    await own.live(HOUR);
    expect((await own.get(id)).state).toBe('published');
    await own.act(task.id, 'resolve', { found: false });
    expect((await own.get(id)).state).toBe('withdrawn');
    expect((await own.get(task.id)).state).toBe('published');
  });

  it('that the platform refuses becomes a task for a person; the thing stays published', async () => {
    const { own, id } = await published(() => ({
      withdraw: () => Promise.resolve({ state: 'rejected', problem: problem('media.gone', { name: 'x' }) }),
    }));
    await own.act(id, 'withdraw', REASON);
    await own.work();
    expect((await own.get(id)).state).toBe('published');
    const task = await withdrawalOf(own, id);
    expect(task).toMatchObject({ state: 'manual', problem: { code: 'media.gone' } });
    expect(await own.parts.store.attempts(task.id)).toContainEqual(
      expect.objectContaining({ step: 'withdraw', outcome: 'rejected' }),
    );
  });
});
