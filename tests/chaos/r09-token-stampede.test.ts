import type { LogLine } from './harness/listen-to-log';
import { listenToLog } from './harness/listen-to-log';
import { MINUTE, SECOND, openWorld, type World } from './harness/open-world';

const DUE = '2026-11-23T09:00:00+08:00';
let world: World;
let logged: readonly LogLine[];
beforeEach(async () => {
  world = await openWorld();
  logged = listenToLog(world.parts);
});
afterEach(() => world.close());

const tokenCalls = (): number => world.sandbox.calls.list().filter(({ path }) => path.endsWith('/stable_token')).length;

async function planArticles(count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const version = await world.sign({ title: `第${index + 1}篇：职工医保门诊共济怎么办理` });
    ids.push(...(await world.plan(version, { account: 'wechat' })).map(({ id }) => id));
  }
  return ids;
}

/** Somebody else with the same AppID asks for a token by force: the one that we have is worth nothing any more. */
const replaceToken = (): Promise<Response> =>
  fetch(`${world.sandbox.wechatBaseUrl}/cgi-bin/stable_token`, {
    method: 'POST',
    body: JSON.stringify({
      grant_type: 'client_credential',
      appid: 'wxsandbox0000000001',
      secret: 'sandbox-secret',
      force_refresh: true,
    }),
  });

describe('R9: everybody needs a token at the same moment', () => {
  it('ten deliveries at once ask for it once', async () => {
    const ids = await planArticles(10);
    world.clock.set(DUE);
    await world.live(5 * MINUTE);
    expect(tokenCalls()).toBe(1);
    for (const id of ids) expect((await world.get(id)).state).toBe('published');
    expect(world.seen('wechat')).toHaveLength(10);
  });

  it('the token dies in the middle of the work: one new one, and no call is made twice for it', async () => {
    const ids = await planArticles(10);
    world.clock.set('2026-11-23T08:52:00+08:00');
    await world.work();
    const before = tokenCalls();
    world.clock.pass(30 * SECOND);
    await replaceToken();
    world.clock.set(DUE);
    await world.live(5 * MINUTE);
    for (const id of ids) expect((await world.get(id)).state).toBe('published');
    expect(world.seen('wechat')).toHaveLength(10);
    // The other system's own question is the second one; ours is the third.
    expect(tokenCalls() - before).toBe(2);
    expect(await world.noticeTexts()).toEqual([]);
  });

  it('a second system that replaced it is named in the log', async () => {
    await planArticles(1);
    world.clock.set('2026-11-23T08:52:00+08:00');
    await world.work();
    world.clock.pass(30 * SECOND);
    await replaceToken();
    world.clock.set(DUE);
    await world.live(5 * MINUTE);
    expect(logged.filter(({ message }) => message.includes('replaced by somebody else'))).toHaveLength(1);
  });
});

describe('R9: several processes', () => {
  it('share the token of whoever asked first, and none asks by force', async () => {
    const ids = await planArticles(6);
    world.clock.set(DUE);
    const workers = await Promise.all([1, 2, 3].map((number) => world.startWorker({ owner: `worker ${number}` })));
    await Promise.all(workers.map((worker) => worker.work()));
    await Promise.all(workers.map((worker) => worker.kill()));
    await world.live(5 * MINUTE);
    for (const id of ids) expect((await world.get(id)).state).toBe('published');
    // The stable interface gives all of them the same token until it is about to end.
    expect(tokenCalls()).toBeLessThanOrEqual(3);
    expect(world.seen('wechat')).toHaveLength(6);
  });
});
