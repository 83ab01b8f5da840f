import { APART } from '../../../src/delivery/apart';
import { freeze, freezeState, lift } from '../../../src/delivery/freeze';
import { memoryPublisher, type MemoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

const MINUTE = 60_000;
let room: Newsroom;
let wechat: MemoryPublisher;
let weibo: MemoryPublisher;
beforeEach(async () => {
  wechat = memoryPublisher('wechat');
  weibo = memoryPublisher('weibo');
  room = await openNewsroom({ publishers: [wechat, weibo] });
});
afterEach(() => room.close());

const stop = (accounts: readonly string[] | null) =>
  freeze(room.parts.store, accounts, '全市哀悼日', '王主任', room.clock.now());

describe('a freeze', () => {
  it('of everything lets nothing out, and after it is lifted everything goes out once', async () => {
    await stop(null);
    const first = await room.planOne('wechat');
    const second = await room.planOne('weibo');
    await room.live(90 * MINUTE);
    expect([...wechat.visible, ...weibo.visible]).toEqual([]);
    expect(await room.get(first.id)).toMatchObject({
      state: 'held',
      holdBy: 'freeze',
      holdReason: '全市哀悼日',
      problem: { code: 'delivery.frozen' },
    });
    expect(await freezeState(room.parts.store)).toMatchObject({ reason: '全市哀悼日', accounts: null });

    await lift(room.parts.store, '王主任', room.clock.now());
    await room.live(MINUTE);
    expect([...wechat.visible, ...weibo.visible]).toEqual([first.id, second.id]);
    expect(await freezeState(room.parts.store)).toBeNull();
    expect(await room.audited()).toEqual(expect.arrayContaining(['freeze', 'unfreeze']));
  });

  it('is lifted without a burst: what it held goes out one after another, in its order', async () => {
    await stop(null);
    const ids = [];
    for (let count = 0; count < 4; count += 1) ids.push((await room.planOne('wechat')).id);
    await room.live(90 * MINUTE);
    await lift(room.parts.store, '王主任', room.clock.now());
    for (let seen = 1; seen <= 4; seen += 1) {
      await room.work();
      expect(wechat.visible).toEqual(ids.slice(0, seen));
      await room.live(APART);
    }
  });

  it('of one account leaves the others alone', async () => {
    await stop(['wechat']);
    await room.planOne('wechat');
    const free = await room.planOne('weibo');
    await room.live(61 * MINUTE);
    expect(wechat.visible).toEqual([]);
    expect(weibo.visible).toEqual([free.id]);
  });

  it('that comes between preparation and the due second still stops it', async () => {
    const { id } = await room.planOne('wechat');
    room.clock.set('2026-11-23T08:59:30+08:00');
    await room.work();
    expect((await room.get(id)).state).toBe('ready');
    await stop(null);
    await room.live(10 * MINUTE);
    expect(wechat.commits).toEqual([]);
    expect((await room.get(id)).state).toBe('held');
  });

  it('that outlasts the grace leaves the decision to a person', async () => {
    await stop(null);
    const { id } = await room.planOne('wechat', { grace: 'PT30M' });
    await room.live(100 * MINUTE);
    expect((await room.get(id)).state).toBe('missed');
    await lift(room.parts.store, '王主任', room.clock.now());
    await room.live(10 * MINUTE);
    expect(wechat.commits).toEqual([]);
  });

  it('leaves a delivery alone that a person holds', async () => {
    const { id } = await room.planOne('wechat');
    await room.act(id, 'hold', { reason: '等批示' });
    await stop(null);
    await lift(room.parts.store, '王主任', room.clock.now());
    await room.live(70 * MINUTE);
    expect(await room.get(id)).toMatchObject({ state: 'held', holdBy: 'person', holdReason: '等批示' });
  });
});
