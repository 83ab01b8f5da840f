import { ACTION_BODIES, ALLOWED, type Action } from '../../../src/delivery/actions';
import type { Delivery } from '../../../src/delivery/delivery';
import { freeze, lift } from '../../../src/delivery/freeze';
import { TABLES } from '../../../src/delivery/schema';
import { STATES, type State } from '../../../src/delivery/states';
import { memoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

/** A body with which each action may be asked for. */
const BODIES: Readonly<Record<Action, unknown>> = {
  cancel: {},
  hold: { reason: '等领导确认' },
  resume: {},
  reschedule: { at: '2026-11-24T09:00:00+08:00' },
  retry: {},
  resolve: { found: true, url: 'https://mp.weixin.qq.com/s/abc' },
  withdraw: { reason: '数据有误' },
};
const AFTERWARDS: Readonly<Record<Action, State>> = {
  cancel: 'cancelled',
  hold: 'held',
  resume: 'planned',
  reschedule: 'planned',
  retry: 'planned',
  resolve: 'published',
  // It stays published until its withdrawal, a delivery of its own, is done.
  withdraw: 'published',
};
const ACTIONS = Object.keys(ACTION_BODIES) as Action[]; // the keys of a record typed by Action
const EACH = ACTIONS.flatMap((action) => STATES.map((state): [Action, State] => [action, state]));

let room: Newsroom;
beforeEach(async () => {
  const noWithdraw = memoryPublisher('weibo', () => ({ withdraw: undefined }));
  room = await openNewsroom({ publishers: [memoryPublisher('wechat'), noWithdraw] });
});
afterEach(() => room.close());

async function inState(state: State, account = 'wechat'): Promise<Delivery> {
  const { id } = await room.planOne(account);
  const receipt = JSON.stringify({ id: 'r', url: 'https://a.example', at: '2026-11-23T01:00:00.000Z' });
  await room
    .db(TABLES.deliveries)
    .where({ id })
    .update({ state, receipt: state === 'published' ? receipt : null });
  return room.get(id);
}

describe('every action in every state', () => {
  it.each(EACH)('%s of what is %s', async (action, state) => {
    const before = await inState(state);
    const asked = room.act(before.id, action, BODIES[action]);
    if (ALLOWED[action].includes(state)) {
      expect((await asked).state).toBe(AFTERWARDS[action]);
      expect((await room.audited()).filter((act) => act !== 'request-withdrawal')).toEqual(['plan', action]);
    } else {
      await expect(asked).rejects.toMatchObject({ status: 409, code: 'delivery.state', details: { state } });
      expect(await room.get(before.id)).toEqual(before);
      expect(await room.audited()).toEqual(['plan']);
    }
  });
});

describe('a request', () => {
  it.each([
    ['cancel', { force: true }],
    ['reschedule', {}],
    ['resolve', { found: true }],
    ['resolve', { found: true, url: 'javascript:alert(1)' }],
    ['withdraw', { reason: '  ' }],
  ] as const)('%s %j is refused as malformed', async (action, body) => {
    const { id } = await inState(ALLOWED[action][0] ?? 'planned');
    await expect(room.act(id, action, body)).rejects.toMatchObject({ status: 400, code: 'body.invalid' });
  });

  it('for an unknown delivery is answered 404', async () => {
    await expect(room.act('nobody', 'cancel')).rejects.toMatchObject({ status: 404 });
  });

  it('R8: to move to the past or to a time without zone is refused, and nothing changes', async () => {
    const before = await inState('planned');
    await expect(room.act(before.id, 'reschedule', { at: '2026-11-22T09:00:00+08:00' })).rejects.toMatchObject({
      code: 'plan.time-past',
    });
    await expect(room.act(before.id, 'reschedule', { at: '2026-11-24T09:00' })).rejects.toMatchObject({
      code: 'time.invalid',
    });
    expect(await room.get(before.id)).toEqual(before);
  });

  it('R20: that comes twice at once is done once', async () => {
    const { id } = await inState('planned');
    const both = await Promise.allSettled([room.act(id, 'cancel'), room.act(id, 'cancel')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await room.audited()).toEqual(['plan', 'cancel']);
  });
});

describe('an act of a person', () => {
  it('reschedules to one instant, whatever zone it was written in', async () => {
    const { id } = await inState('missed');
    const after = await room.act(id, 'reschedule', { at: '2026-11-24T01:00:30.500Z' });
    expect(new Date(after.dueAt).toISOString()).toBe('2026-11-24T01:00:30.000Z');
  });

  it('retries afresh: nothing of the earlier attempt is reused, and it is due now', async () => {
    const { id } = await inState('rejected');
    await room
      .db(TABLES.deliveries)
      .where({ id })
      .update({ done: '{"a":1}', prepared: '{"b":2}', intent_at: 5, tries: 3 });
    const now = room.clock.now().getTime();
    expect(await room.act(id, 'retry')).toMatchObject({
      done: null,
      prepared: null,
      intentAt: null,
      tries: 0,
      dueAt: now,
    });
  });

  it('does not resume past a freeze', async () => {
    const { id } = await inState('planned');
    await freeze(room.parts.store, null, '重大事件', '王主任', room.clock.now());
    room.clock.set('2026-11-23T08:59:30+08:00');
    await room.work();
    expect((await room.get(id)).state).toBe('held');
    await expect(room.act(id, 'resume')).rejects.toMatchObject({ status: 409, code: 'delivery.frozen' });
    await lift(room.parts.store, '王主任', room.clock.now());
    await room.work();
    expect((await room.get(id)).state).toBe('ready');
  });

  it('finds what was posted by hand: its address is the receipt, and the finding is recorded', async () => {
    const { id } = await inState('manual');
    const after = await room.act(id, 'resolve', BODIES.resolve);
    expect(after.receipt).toMatchObject({ url: 'https://mp.weixin.qq.com/s/abc' });
    expect(await room.parts.store.attempts(id)).toMatchObject([{ step: 'person', outcome: 'found' }]);
  });

  it('finds nothing: a doubtful delivery may then be sent again, by a person', async () => {
    const { id } = await inState('uncertain');
    expect(await room.act(id, 'resolve', { found: false })).toMatchObject({
      state: 'rejected',
      nextAt: null,
      problem: { code: 'delivery.not-found-by-person' },
    });
    expect((await room.act(id, 'retry')).state).toBe('planned');
  });
});
