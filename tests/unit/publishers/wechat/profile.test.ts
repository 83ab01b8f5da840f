import { startSandbox, type Sandbox } from '../../../../publishers/sandbox/server';
import type { Account, Profile } from '../../../../publishers/contract';
import { wechat } from '../../../../publishers/wechat/index';
import { testIo, type TestIo } from './test-io';

const account: Account = {
  name: 'wechat',
  publisher: 'wechat',
  title: '云澜发布',
  siteUrl: 'https://www.yunlan.gov.cn',
  settings: { theme: 'zhu' },
};
const SECRET = { appId: 'wxsandbox0000000001', appSecret: 'sandbox-secret' };
let sandbox: Sandbox;
let io: TestIo;
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, stateDir: null });
  io = testIo({ apiBaseUrl: sandbox.wechatBaseUrl, ...SECRET });
});
afterEach(() => sandbox.close());

const ask = async () => {
  const answer = await wechat.profile?.(account, io);
  if (!answer) throw new Error('WeChat accounts can be asked');
  return answer;
};
async function may(): Promise<Record<string, boolean | null>> {
  const { capabilities } = (await ask()) as Profile;
  return Object.fromEntries(capabilities.map((one) => [one.name, one.may]));
}

describe('what an account may do', () => {
  test.each([
    ['personal', { draft: true, publish: false, mass: false }],
    ['verified', { draft: true, publish: true, mass: true, statistics: true }],
    ['service', { draft: true, publish: true, mass: true }],
    ['test', { draft: true, publish: false, mass: true }],
  ] as const)('%s: as the platform answers', async (profile, expected) => {
    sandbox.scenarios.profile = profile;
    expect(await may()).toMatchObject(expected);
  });

  test('comments are a privilege of their own', async () => {
    expect((await may())['comments']).toBe(false);
    sandbox.scenarios.comments = true;
    expect((await may())['comments']).toBe(true);
  });

  test('what the platform does not say is not guessed', async () => {
    sandbox.faults.add({ platform: 'wechat', endpoint: 'freepublish/batchget', kind: 'http-5xx', times: 1 });
    expect(await may()).toMatchObject({ publish: null, draft: true });
  });

  test('comes with the calls that are left today, of what it may do', async () => {
    const { calls } = (await ask()) as Profile;
    expect(calls).toEqual([
      { title: '建草稿', limit: 1000, remain: 1000 },
      { title: '发布', limit: 100, remain: 100 },
      { title: '群发', limit: 100, remain: 100 },
    ]);
    sandbox.scenarios.profile = 'personal';
    expect(((await ask()) as Profile).calls.map(({ title }) => title)).toEqual(['建草稿']);
  });

  test('is asked with the credentials as they are now, not with a token that was given for others', async () => {
    await ask();
    io = Object.assign(testIo({ ...io.connection, appSecret: 'mistyped-secret' }), { cache: io.cache });
    expect(await ask()).toMatchObject({ code: 'wechat.40125' });
  });

  test('names the address that is missing from the white list', async () => {
    sandbox.scenarios.refusedIp = '118.190.42.90';
    expect(await ask()).toMatchObject({
      code: 'wechat.40164',
      what: '服务器的地址 118.190.42.90 不在微信的 IP 白名单里。',
      next: expect.stringContaining('IP 白名单') as string,
    });
  });

  test('shows nothing to readers and leaves nothing behind', async () => {
    await ask();
    expect(sandbox.ledger()).toEqual([]);
    expect(sandbox.calls.list().some(({ path }) => /add$|submit|sendall|preview|delete|comment\/open/.test(path))).toBe(
      false,
    );
  });
});

describe('a trial', () => {
  test('is a draft on the path of a delivery, named by its moment in China, and can be removed again', async () => {
    io.clock = new Date('2026-11-26T02:05:00Z');
    const made = await wechat.trial?.make(account, io);
    expect(made).toMatchObject({ state: 'made', title: '明白测试草稿 2026-11-26 10:05' });
    if (made?.state !== 'made') throw new Error('it was made');
    const drafts = async () => (await (await fetch(`${sandbox.url}/phone/wechat/drafts`)).text()).includes(made.title);
    expect(await drafts()).toBe(true);
    expect(await wechat.trial?.remove(made.id, io)).toBeNull();
    expect(await drafts()).toBe(false);
    expect(await wechat.trial?.remove(made.id, io)).toBeNull();
    expect(sandbox.ledger()).toEqual([]);
  });

  test('says why it could not be made', async () => {
    sandbox.faults.add({ platform: 'wechat', endpoint: 'draft/add', kind: 'error-code', code: 45009, times: 1 });
    expect(await wechat.trial?.make(account, io)).toMatchObject({ state: 'failed', problem: { code: 'wechat.45009' } });
    const nowhere = testIo({ ...io.connection, apiBaseUrl: 'http://127.0.0.1:1' });
    expect(await wechat.trial?.make(account, nowhere)).toMatchObject({
      state: 'failed',
      problem: { code: 'delivery.unreachable' },
    });
  });
});
