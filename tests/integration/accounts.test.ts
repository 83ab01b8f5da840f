import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startSandbox, type Sandbox } from '../../publishers/sandbox/server';
import { idAnswer } from '../../src/automation/shapes';
import { createClient, type Client } from './product/client';
import { deliveriesOf, giveMaterial, sign } from './product/publish-samples';
import { SAMPLES, type Given } from './product/samples';
import { invite, logIn, logInAdministrator, type Colleague } from './product/staff';
import { freePort, startProduct, type RunningProduct } from './product/start-product';
import { ownTablesAsText, rowsOf } from './product/stored-rows';
import { waitFor } from './product/wait-for';

/** The platform that the product finds by its port, as after `npm start`, so that addresses of articles lead there. */
let sandbox: Sandbox;
let dataDir: string;
let product: RunningProduct;
let api: Client;
let given: Given;
let clerk: Colleague;
let editor: Colleague;

const EDITOR = 'editor@yunlan.test';
const CLERK = 'clerk@yunlan.test';
const SECRET = 'sandbox-secret';
const CALLBACK = { token: 'TokenOfTheCallback1', encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
const NEW = {
  publisher: 'wechat',
  name: 'wenlv',
  title: '云澜文旅',
  credentials: { appId: 'wxsandbox0000000001', appSecret: SECRET, ...CALLBACK },
  settings: { theme: 'zhu', author: '云澜文旅局', massPerDay: 2 },
  certifiedUntil: '2099-03-31',
};

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mingbai-accounts-'));
  const port = await freePort();
  sandbox = await startSandbox({ port, stateDir: null, publishMs: 300, publicBaseUrl: `http://localhost:${port}` });
  product = await startProduct({
    dataDir,
    platforms: sandbox,
    settings: { SANDBOX_PORT: String(port), WECHAT_API_BASE_URL: '', WEIBO_API_BASE_URL: '' },
  });
  api = createClient(product.url);
  given = await giveMaterial(api);
  const administrator = await logInAdministrator(product.url, dataDir);
  await invite(administrator, product.url, CLERK, 'mingbai-clerk');
  await invite(administrator, product.url, EDITOR, 'mingbai-editor');
  clerk = await logIn(product.url, CLERK);
  editor = await logIn(product.url, EDITOR);
}, 300_000);

afterAll(async () => {
  await product.stop();
  await sandbox.close();
  rmSync(dataDir, { recursive: true });
});

const path = (rest = '') => `/mingbai/accounts/wenlv${rest}`;
const names = async (who: Colleague) =>
  z.array(z.looseObject({ name: z.string() })).parse((await who.call('GET', '/mingbai/accounts')).body);

/** Everything that the product has said or kept, as text. */
async function everything(): Promise<string> {
  const answers = await Promise.all(
    ['', '/wenlv', '/wechat'].map((rest) => editor.call('GET', `/mingbai/accounts${rest}`)),
  );
  return JSON.stringify(answers) + (await ownTablesAsText(product.database)) + product.log();
}

describe('an account that staff add', () => {
  test('is not for clerks, who see how accounts are and no more', async () => {
    expect((await clerk.call('POST', '/mingbai/accounts', NEW)).status).toBe(403);
    expect((await clerk.call('GET', '/mingbai/accounts')).status).toBe(200);
    expect((await clerk.call('GET', '/mingbai/accounts/wechat')).status).toBe(403);
  });

  test('answers what it may do, as the platform says, and of its secrets only that they are there', async () => {
    const answer = await editor.call('POST', '/mingbai/accounts', NEW);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        name: 'wenlv',
        origin: 'admin',
        editable: 'all',
        healthy: true,
        problem: null,
        byHand: false,
        modes: ['publish', 'mass'],
        credentials: [
          { name: 'appId', saved: true, ending: '0001' },
          { name: 'appSecret', saved: true, ending: null },
          { name: 'token', saved: true, ending: null },
          { name: 'encodingAesKey', saved: true, ending: null },
        ],
        settings: { theme: 'zhu', author: '云澜文旅局', massPerDay: 2 },
        uses: [
          { title: '每天 2 次群发', limit: 2, used: 0 },
          { title: '每天 100 次发布', limit: 100, used: 0 },
        ],
        profile: {
          capabilities: expect.arrayContaining([{ name: 'publish', title: '发布接口', may: true }]) as unknown,
          calls: expect.arrayContaining([{ title: '发布', limit: 100, remain: 100 }]) as unknown,
        },
        certifiedUntil: '2099-03-31',
      },
    });
  });

  test('is there for whoever plans, and publishes', async () => {
    const id = (await api.ask(idAnswer, 'POST', '/explainers', { body: SAMPLES.text(given) })).id;
    const { version } = await sign(api, id);
    const answer = await api.call('POST', `/explainers/${id}/plan`, {
      body: {
        version,
        deliveries: [
          { account: 'website', at: 'now' },
          { account: 'wenlv', at: 'now' },
        ],
      },
    });
    expect(answer.status).toBe(201);
    await waitFor('the article of the new account', async () =>
      (await deliveriesOf(api, id)).every(({ state }) => state === 'published'),
    );
    const [article] = sandbox.ledger();
    expect(article).toMatchObject({ kind: 'article', link: expect.stringContaining(id) as string });
  });

  test('cannot be added twice, nor with what is malformed; the answer says what is wrong', async () => {
    expect(await editor.call('POST', '/mingbai/accounts', NEW)).toMatchObject({
      status: 409,
      body: { error: { code: 'account.exists' } },
    });
    const wrong = (credentials: object) =>
      editor.call('POST', '/mingbai/accounts', { ...NEW, name: 'another', credentials });
    expect(await wrong({ appId: 'gh_123' })).toMatchObject({
      status: 422,
      body: { error: { code: 'account.invalid', message: expect.stringContaining('AppID 以 wx 开头') as string } },
    });
    expect(await wrong({ appId: 'wxsandbox0000000001' })).toMatchObject({
      status: 422,
      body: { error: { message: '请填写 AppSecret。' } },
    });
    expect((await editor.call('POST', '/mingbai/accounts', { ...NEW, name: '../x' })).status).toBe(400);
    expect((await editor.call('POST', '/mingbai/accounts', { ...NEW, publisher: 'website' })).status).toBe(400);
  });

  test('keeps its secret when something else is changed; a wrong secret shows at once, and the right one again', async () => {
    expect(await editor.call('POST', path(), { title: '云澜文旅局', settings: { massPerDay: null } })).toMatchObject({
      status: 200,
      body: {
        title: '云澜文旅局',
        settings: { theme: 'zhu' },
        credentials: [{ saved: true }, { saved: true }, {}, {}],
      },
    });
    expect(await editor.call('POST', path(), { credentials: { appSecret: 'mistyped-secret' } })).toMatchObject({
      status: 200,
      body: { healthy: false, problem: { code: 'wechat.40125' } },
    });
    expect(await editor.call('POST', path(), { credentials: { appSecret: SECRET } })).toMatchObject({
      status: 200,
      body: { healthy: true, problem: null, heldSince: null },
    });
    expect(await editor.call('POST', path(), { credentials: { appId: 'wxother00000000001' } })).toMatchObject({
      status: 422,
      body: { error: { message: '换了 AppID，请一并填写 AppSecret。' } },
    });
  });

  test('shows the address that WeChat refuses, with the next step', async () => {
    await editor.call('POST', path('/ask'), {});
    sandbox.scenarios.refusedIp = '118.190.42.90';
    const refused = await editor.call('POST', path(), { credentials: { appSecret: SECRET } });
    sandbox.scenarios.refusedIp = null;
    expect(refused.body).toMatchObject({
      healthy: false,
      problem: {
        what: expect.stringContaining('118.190.42.90') as string,
        next: expect.stringContaining('IP 白名单') as string,
      },
    });
    expect((await editor.call('POST', path('/ask'), {})).body).toMatchObject({ healthy: true });
  });

  test('can be tried with a draft, which is removed again on demand', async () => {
    const drafts = async () => (await fetch(`${sandbox.url}/phone/wechat/drafts`)).text();
    const made = await editor.call('POST', path('/trial'), {});
    expect(made).toMatchObject({
      status: 200,
      body: {
        words: expect.stringMatching(/^账号可用：草稿箱里已有“明白测试草稿 \d{4}-\d\d-\d\d \d\d:\d\d”/) as string,
      },
    });
    expect(await drafts()).toContain('明白测试草稿');
    expect(await editor.call('POST', path('/trial/show'), { to: 'liwen_yunlan' })).toMatchObject({
      status: 200,
      body: { words: expect.stringContaining('已发给微信号“liwen_yunlan”') as string },
    });
    expect(await editor.call('DELETE', path('/trial'))).toMatchObject({ body: { words: '测试草稿已删除。' } });
    expect(await drafts()).not.toContain('明白测试草稿');
    expect((await editor.call('DELETE', path('/trial'))).status).toBe(404);
  });

  test('can be looked at before anything is saved, with a signed explainer', async () => {
    const [sample] = z
      .array(z.object({ explainer: z.string() }))
      .parse((await editor.call('GET', '/mingbai/account-previews')).body);
    const look = async (theme: string) =>
      (
        await editor.call('POST', '/mingbai/account-previews', {
          publisher: 'wechat',
          settings: { theme },
          explainer: sample?.explainer,
        })
      ).body;
    const [qing, zhu] = [await look('qing'), await look('zhu')];
    expect(qing).toMatchObject({ preview: expect.stringContaining('<!doctype html>') as string });
    expect(zhu).not.toEqual(qing);
  });

  test('has its secrets nowhere but sealed', async () => {
    const all = await everything();
    for (const secret of [SECRET, 'mistyped-secret', ...Object.values(CALLBACK)]) expect(all).not.toContain(secret);
  });

  test('is audited: who, when and which fields', async () => {
    const audit = await rowsOf(product.database, 'mb_audit');
    const own = audit.filter((row) => row['subject'] === 'wenlv');
    expect(own.map((row) => row['action'])).toEqual([
      'account-add',
      'account-change',
      'account-change',
      'account-change',
      'account-change',
      'account-trial',
      'account-trial-show',
      'account-trial-remove',
    ]);
    for (const row of own) expect(row['who']).toContain(EDITOR);
    expect(own[2]?.['facts']).toBe('{"changed":["appSecret"]}');
  });
});

describe('an account that may not publish by interface', () => {
  let id: string;
  const delivery = async () => (await deliveriesOf(api, id)).find(({ account }) => account === 'wenlv');

  test('gets its draft in time, and waits for a person who publishes it', async () => {
    sandbox.scenarios.profile = 'personal';
    expect((await editor.call('POST', path('/ask'), {})).body).toMatchObject({ byHand: true, modes: ['publish'] });
    id = (await api.ask(idAnswer, 'POST', '/explainers', { body: { ...SAMPLES.text(given), title: '由人发表的解读' } }))
      .id;
    const { version } = await sign(api, id);
    await api.call('POST', `/explainers/${id}/plan`, {
      body: {
        version,
        deliveries: [
          { account: 'website', at: 'now' },
          { account: 'wenlv', at: 'now' },
        ],
      },
    });
    await waitFor('the draft', async () => (await delivery())?.state === 'manual');
    expect(sandbox.calls.list().filter((call) => call.path.endsWith('freepublish/submit'))).toHaveLength(1);
  });

  test('stays while that is open: it cannot be removed', async () => {
    expect(await editor.call('DELETE', path())).toMatchObject({
      status: 409,
      body: { error: { code: 'account.in-use', message: expect.stringContaining('还有 1 条投放') as string } },
    });
    expect((await names(editor)).map(({ name }) => name)).toContain('wenlv');
  });

  test('takes the link of what was published as the receipt, and no other', async () => {
    const resolve = async (url: string, vouched = false) =>
      editor.call('POST', `/mingbai/deliveries/${(await delivery())?.id ?? ''}/resolve`, { found: true, url, vouched });
    const earlier = sandbox.ledger()[0]?.url ?? '';
    expect(await resolve(earlier)).toMatchObject({ status: 422, body: { error: { code: 'receipt.differs' } } });
    const phone = await (await fetch(`${sandbox.url}/phone/wechat/drafts`)).text();
    const mediaId = /data-draft="([^"]+)"/.exec(phone)?.[1];
    const pressed = await fetch(`${sandbox.url}/_hand-publish`, { method: 'POST', body: JSON.stringify({ mediaId }) });
    const { url } = z.object({ url: z.string() }).parse(await pressed.json());
    expect(await resolve(url)).toMatchObject({ status: 200, body: { state: 'published', receipt: { url } } });
  });

  test('can be removed once nothing of it is open; what it published stays known', async () => {
    expect(await editor.call('DELETE', path())).toMatchObject({ status: 200 });
    expect((await names(editor)).map(({ name }) => name)).not.toContain('wenlv');
    expect((await delivery())?.state).toBe('published');
    expect((await editor.call('GET', path())).status).toBe(404);
  });
});

test('a Weibo account is added and asked in the same way', async () => {
  const accessToken = '2.00sandboxtoken';
  const added = await editor.call('POST', '/mingbai/accounts', {
    publisher: 'weibo',
    name: 'wenlv-weibo',
    title: '云澜文旅微博',
    credentials: { uid: '1404376560', accessToken, rip: '203.0.113.7' },
    settings: { signature: '云澜文旅', perHour: 10 },
  });
  expect(added).toMatchObject({
    status: 201,
    body: {
      healthy: true,
      credentials: [{ ending: '6560' }, { saved: true, ending: null }, {}],
      uses: [{ title: expect.stringContaining('10') as string, used: 0 }, {}],
    },
  });
  expect(JSON.stringify(added)).not.toContain(accessToken);
  expect(await ownTablesAsText(product.database)).not.toContain(accessToken);
});

describe('an account of the environment', () => {
  test('takes choices from staff, but neither title, credentials nor an end', async () => {
    const change = (body: object) => editor.call('POST', '/mingbai/accounts/wechat', body);
    expect(await change({ settings: { theme: 'su' }, certifiedUntil: '2099-01-01' })).toMatchObject({
      status: 200,
      body: { editable: 'settings', settings: { theme: 'su' }, certifiedUntil: '2099-01-01' },
    });
    const refused = { status: 409, body: { error: { code: 'account.from-environment' } } };
    expect(await change({ credentials: { appSecret: 'something-else' } })).toMatchObject(refused);
    expect(await change({ title: '别的名字' })).toMatchObject(refused);
    expect(await editor.call('DELETE', '/mingbai/accounts/wechat')).toMatchObject(refused);
    expect(await editor.call('POST', '/mingbai/accounts/micro-broadcast', { settings: {} })).toMatchObject({
      status: 409,
      body: { error: { code: 'account.fixed' } },
    });
  });

  test('is asked ten times an hour at most, and says when it may be asked again', async () => {
    let answer = await editor.call('POST', '/mingbai/accounts/wechat/ask', {});
    for (let times = 0; times < 10 && answer.status === 200; times += 1) {
      answer = await editor.call('POST', '/mingbai/accounts/wechat/ask', {});
    }
    expect(answer).toMatchObject({
      status: 429,
      body: {
        error: { code: 'check.too-often', message: expect.stringMatching(/请在 \d\d:\d\d 以后再核对。$/) as string },
      },
    });
  });
});
