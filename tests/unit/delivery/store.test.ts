import type { Delivery } from '../../../src/delivery/delivery';
import { createStore } from '../../../src/delivery/store';
import { memoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';
import { connect } from './support/connect';

const LEASE = 30_000;
let room: Newsroom;
let id: string;
beforeEach(async () => {
  room = await openNewsroom({ publishers: [memoryPublisher('wechat')] });
  id = (await room.planOne('wechat')).id;
  room.clock.set('2026-11-23T09:00:00+08:00');
});
afterEach(() => room.close());

const claimed = async (owner: string): Promise<Delivery> => {
  const delivery = await room.parts.store.claim(id, owner, LEASE);
  if (!delivery) throw new Error(`${owner} did not get it`);
  return delivery;
};

describe('a claim', () => {
  it('goes to one of many who ask at the same moment, over connections of their own', async () => {
    const others = Array.from({ length: 4 }, () => connect(room.address));
    try {
      const claims = await Promise.all(
        others.map((db, index) => createStore(db, room.clock.now).claim(id, `worker${index}`, LEASE)),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
    } finally {
      await Promise.all(others.map((db) => db.destroy()));
    }
  });

  it('is not given before the time to look has come', async () => {
    room.clock.set('2026-11-23T08:00:00+08:00');
    expect(await room.parts.store.claim(id, 'early', LEASE)).toBeNull();
    expect(await room.parts.store.due(10)).toEqual([]);
  });

  it('R6: passes to somebody else when the lease has run out, not a moment before', async () => {
    await claimed('dead');
    room.clock.pass(LEASE);
    expect(await room.parts.store.claim(id, 'heir', LEASE)).toBeNull();
    room.clock.pass(1);
    expect(await room.parts.store.due(10)).toEqual([{ id, account: 'wechat' }]);
    expect(await claimed('heir')).toMatchObject({ leaseOwner: 'heir', fence: 2 });
  });

  it('is kept by renewing, and given back by releasing', async () => {
    const mine = await claimed('slow');
    room.clock.pass(20_000);
    expect(await room.parts.store.renew(mine, LEASE)).toBe(true);
    room.clock.pass(20_000);
    expect(await room.parts.store.claim(id, 'other', LEASE)).toBeNull();
    await room.parts.store.release(mine);
    expect((await claimed('other')).fence).toBe(2);
  });
});

describe('a worker that was late', () => {
  it('R3: cannot store its intent to commit, nor change anything else', async () => {
    const late = await claimed('late');
    const lateReady = await room.parts.store
      .move(late, 'preparing')
      .then((d) => d && room.parts.store.move(d, 'ready'));
    if (!lateReady) throw new Error('not ready');
    room.clock.pass(LEASE + 1);
    const heir = await claimed('heir');

    expect(await room.parts.store.move(lateReady, 'committing', { intentAt: 1 })).toBeNull();
    expect(await room.parts.store.renew(late, LEASE)).toBe(false);
    await room.parts.store.release(late);
    expect(await room.get(id)).toEqual(heir);
  });

  it('finds its work taken away by a person who decided meanwhile', async () => {
    const working = await claimed('worker');
    await room.act(id, 'cancel');
    expect(await room.parts.store.move(working, 'preparing')).toBeNull();
    expect((await room.get(id)).state).toBe('cancelled');
  });

  it('finds it taken away also where the decision left the state as it was', async () => {
    const working = await claimed('worker');
    await room.act(id, 'reschedule', { at: '2026-11-23T15:00:00+08:00' });
    expect(await room.parts.store.move(working, 'preparing')).toBeNull();
    expect(await room.get(id)).toMatchObject({ state: 'planned', dueAt: Date.parse('2026-11-23T15:00:00+08:00') });
  });
});

describe('a person', () => {
  it('cannot decide on a state that has changed since it was read', async () => {
    const seen = await room.get(id);
    await room.parts.store.move(await claimed('worker'), 'preparing');
    expect(await room.parts.store.decide(seen, 'held')).toBeNull();
    expect((await room.get(id)).state).toBe('preparing');
  });
});

describe('what is due', () => {
  it('comes most urgent first, without the accounts that have no place left', async () => {
    const later = await room.planOne('wechat', { at: '2026-11-23T09:30:00+08:00' });
    room.clock.set('2026-11-23T10:00:00+08:00');
    expect((await room.parts.store.due(10)).map((one) => one.id)).toEqual([id, later.id]);
    expect(await room.parts.store.due(1)).toHaveLength(1);
    expect(await room.parts.store.due(10, ['wechat'])).toEqual([]);
  });
});

describe('a move', () => {
  it('keeps everything that it was not asked to change', async () => {
    const delivery = await claimed('worker');
    const moved = await room.parts.store.move(delivery, 'preparing', { done: { uploaded: ['甲'] }, tries: 2 });
    expect(moved).toEqual({
      ...delivery,
      state: 'preparing',
      done: { uploaded: ['甲'] },
      tries: 2,
      updatedAt: room.clock.now().getTime(),
    });
  });
});
