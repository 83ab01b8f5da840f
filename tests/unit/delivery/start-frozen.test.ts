import { freeze, freezeState, lift } from '../../../src/delivery/freeze';
import { startFrozen } from '../../../src/delivery/start-frozen';
import { memoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

const MINUTE = 60_000;

let room: Newsroom | null = null;
afterEach(async () => {
  await room?.close();
  room = null;
});

/** A newsroom restored from a backup of 08:00, at 09:05: the first delivery was due meanwhile, the second is not yet. */
async function restored() {
  const wechat = memoryPublisher('wechat');
  const own = (room = await openNewsroom({ publishers: [wechat] }));
  const meanwhile = await own.planOne('wechat', { grace: 'PT2H' });
  const later = await own.planOne('wechat', { at: '2026-11-23T10:00:00+08:00' });
  own.clock.set('2026-11-23T09:05:00+08:00');
  return { own, wechat, meanwhile, later };
}

it('sends what was due meanwhile when nobody says that this is a restore: hence the switch', async () => {
  const { own, wechat, meanwhile } = await restored();
  await own.work();
  expect(wechat.commits).toEqual([meanwhile.id]);
});

describe('a start after a restore', () => {
  it('sends nothing, though it is within its grace, and says why', async () => {
    const { own, wechat, meanwhile } = await restored();
    await startFrozen(own.parts);
    await own.live(90 * MINUTE);
    expect(wechat.commits).toEqual([]);
    expect(await own.get(meanwhile.id)).toMatchObject({ state: 'missed', problem: { code: 'delivery.restored' } });
    expect(await freezeState(own.parts.store)).toMatchObject({ accounts: null });
    expect(await own.noticeTexts()).toEqual([expect.stringMatching(/有 1 条投放/)]);
  });

  it('lets only what was not due yet go out when people lift the freeze', async () => {
    const { own, wechat, meanwhile, later } = await restored();
    await startFrozen(own.parts);
    await own.live(10 * MINUTE);
    await lift(own.parts.store, '王主任', own.clock.now());
    await own.live(120 * MINUTE);
    expect(wechat.commits).toEqual([later.id]);
    expect((await own.get(meanwhile.id)).state).toBe('missed');
    await own.act(meanwhile.id, 'retry');
    await own.live(MINUTE);
    expect(wechat.commits).toEqual([later.id, meanwhile.id]);
  });

  it('tells nobody twice, and leaves a freeze that people have set as it is', async () => {
    const { own } = await restored();
    await freeze(own.parts.store, null, '重大活动', '王主任', own.clock.now());
    await startFrozen(own.parts);
    await startFrozen(own.parts);
    expect(await freezeState(own.parts.store)).toMatchObject({ reason: '重大活动', accounts: null });
    expect(await own.noticeTexts()).toHaveLength(1);
  });

  it('widens a freeze of one account', async () => {
    const { own } = await restored();
    await freeze(own.parts.store, ['weibo'], '演练', '王主任', own.clock.now());
    await startFrozen(own.parts);
    expect(await freezeState(own.parts.store)).toMatchObject({ accounts: null });
  });
});
