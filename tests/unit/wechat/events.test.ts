import type { Publisher } from '../../../publishers/contract';
import { readPendingAnswer } from '../../../publishers/wechat/pending-answer';
import type { Delivery } from '../../../src/delivery/delivery';
import { NINE } from '../delivery/support/newsroom';
import { openCallback, type World } from './support/open-callback';
import { messageXml, post, signed } from './support/push';

let world: World;
afterEach(() => world.close());

/** As an account whose questions for the day are nearly used up: the next one in an hour. */
const askingRarely = (wechat: Publisher): Publisher => ({
  ...wechat,
  commit: async (...given) => {
    const outcome = await wechat.commit(...given);
    return outcome.state === 'pending' ? { ...outcome, askAgainAfter: 3_600 } : outcome;
  },
});

/** Signed, prepared and sent; the platform works on it. */
async function send(account = 'wechat', mode: 'publish' | 'mass' = 'publish'): Promise<Delivery> {
  const version = await world.sign();
  const [delivery] = await world.plan(version, { account, mode, at: NINE } as { account: string; at: string });
  if (!delivery) throw new Error('nothing was planned');
  world.clock.set(delivery.dueAt);
  await world.work();
  return world.get(delivery.id);
}

const finished = (publishId: string, status = 0): string =>
  messageXml(
    `<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[PUBLISHJOBFINISH]]></Event><PublishEventInfo><publish_id>${publishId}</publish_id><publish_status>${status}</publish_status><article_id><![CDATA[anArticle]]></article_id></PublishEventInfo>`,
  );

describe.each([
  ['in the clear', false],
  ['in safe mode', true],
])('%s', (_how, safeMode) => {
  test('the end of a publish task is asked about at once, not in an hour', async () => {
    world = await openCallback({ safeMode, change: askingRarely });
    const { id, state } = await send();
    expect(state).toBe('pending');
    await world.finishTasks();
    expect(await world.get(id)).toMatchObject({ state: 'published', receipt: { id: world.sandbox.ledger()[0]?.id } });
  });

  test('an event that is lost is no harm: the question follows in its time', async () => {
    world = await openCallback({ safeMode, change: askingRarely });
    world.sandbox.scenarios.events = 'lost';
    const { id } = await send();
    await world.finishTasks(0);
    await world.work();
    expect((await world.get(id)).state).toBe('pending');
    await world.live(3_600_000);
    expect((await world.get(id)).state).toBe('published');
  });
});

test.each(['twice', 'swapped'] as const)('events that come %s publish each delivery once', async (events) => {
  world = await openCallback({ change: askingRarely });
  world.sandbox.scenarios.events = events;
  const deliveries = [await send(), await send()];
  await world.finishTasks(events === 'twice' ? 4 : 2);
  for (const { id } of deliveries) {
    expect((await world.get(id)).state).toBe('published');
    const attempts = await world.parts.store.attempts(id);
    expect(attempts.filter(({ step }) => step === 'confirm')).toHaveLength(1);
  }
  expect(world.sandbox.ledger()).toHaveLength(2);
});

test('a failed task is a problem at once', async () => {
  world = await openCallback({ change: askingRarely });
  world.sandbox.scenarios.nextPublish = 4;
  const { id } = await send();
  await world.finishTasks();
  expect(await world.get(id)).toMatchObject({ state: 'rejected', problem: { code: 'wechat.publish-review' } });
});

test('the end of a mass send is asked about at once', async () => {
  world = await openCallback({ change: askingRarely });
  const { id, state } = await send('wechat', 'mass');
  expect(state).toBe('pending');
  await world.finishTasks();
  expect((await world.get(id)).state).toBe('published');
});

test('a task whose number was lost with the answer is found when its article is out', async () => {
  world = await openCallback();
  world.sandbox.faults.add({ platform: 'wechat', endpoint: 'freepublish/submit', kind: 'drop-after' });
  const { id, state } = await send();
  expect(state).toBe('uncertain');
  await world.finishTasks();
  expect(await world.get(id)).toMatchObject({ state: 'published', receipt: { id: world.sandbox.ledger()[0]?.id } });
});

test('an article that is taken away days after is looked at when the platform says so', async () => {
  world = await openCallback();
  world.sandbox.scenarios.nextPublish = 6;
  const { id } = await send();
  await world.finishTasks();
  expect((await world.get(id)).state).toBe('published');
  await world.finishTasks();
  expect(await world.get(id)).toMatchObject({ state: 'withdrawn', problem: { code: 'delivery.removed-by-platform' } });
});

test('an event that says what is not true changes nothing: the platform is asked', async () => {
  world = await openCallback({ safeMode: false, change: askingRarely });
  const { id, answer } = await send();
  const { publishId } = readPendingAnswer(answer);
  expect(await post(signed(world), finished(publishId ?? ''))).toEqual({ status: 200, text: 'success' });
  await world.engine.idle();
  expect(await world.get(id)).toMatchObject({ state: 'pending', receipt: null });
});

test('a forged or unknown event, or one of another account, changes no delivery', async () => {
  world = await openCallback({ safeMode: false, change: askingRarely });
  const { answer } = await send();
  const { publishId } = readPendingAnswer(answer);
  await world.planOne('wechat', { at: '2026-11-24T09:00:00+08:00' });
  const before: unknown = await world.db('mb_deliveries').orderBy('id');
  world.clock.pass(1_000);

  expect((await post(signed(world, { token: 'guessed' }), finished(publishId ?? ''))).status).toBe(403);
  expect((await post(signed(world), finished('999'))).text).toBe('success');
  expect((await post(signed(world), finished(String(publishId).slice(0, -1)))).text).toBe('success');
  expect((await post(signed(world), finished(publishId ?? '').replace('PUBLISHJOBFINISH', 'LOCATION'))).text).toBe(
    'success',
  );
  const other = { ...world, url: world.url.replace(/wechat$/, 'other') };
  expect((await post(signed(other, { token: 'other-token' }), finished(publishId ?? ''))).text).toBe('success');
  await world.engine.idle();
  expect(await world.db('mb_deliveries').orderBy('id')).toEqual(before);
});
