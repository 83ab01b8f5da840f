import { join } from 'node:path';
import { script } from './script';

const settings = (env: object, options: object = { sandbox: true }) => script('settings', env, options);
const REPOSITORY = join(__dirname, '../../..');

test('nothing set: this machine only, sandbox, data in the project', async () => {
  expect(await settings({})).toEqual({
    host: '127.0.0.1',
    port: 1337,
    local: 'http://127.0.0.1:1337',
    siteUrl: 'http://localhost:1337',
    dataDir: join(REPOSITORY, '.data'),
    mode: 'sandbox',
    sandboxPort: 1338,
    startsSandbox: true,
  });
});

test('an empty variable counts as not set', async () => {
  expect(await settings({ PORT: '', HOST: '', DATA_DIR: '', PUBLISHING_MODE: '', SITE_URL: '' })).toEqual(
    await settings({}),
  );
});

test('--port wins over PORT, and the address follows', async () => {
  expect(await settings({ PORT: '2000' }, { port: '3000', sandbox: true })).toMatchObject({
    port: 3000,
    siteUrl: 'http://localhost:3000',
  });
});

test.each([
  ['0.0.0.0', 'http://127.0.0.1:1337'],
  ['::', 'http://[::1]:1337'],
  ['10.0.0.5', 'http://10.0.0.5:1337'],
])('listening on %s, it asks itself at %s', async (HOST, local) => {
  expect(await settings({ HOST })).toMatchObject({ local });
});

test.each([{ WECHAT_APP_ID: 'wx1' }, { WEIBO_ACCESS_TOKEN: '2.00' }])(
  'credentials (%j) mean live publishing and no sandbox',
  async (env) => {
    expect(await settings(env)).toMatchObject({ mode: 'live', startsSandbox: false });
    expect(await settings({ ...env, PUBLISHING_MODE: 'sandbox' })).toMatchObject({
      mode: 'sandbox',
      startsSandbox: true,
    });
  },
);

test('the sandbox is not started when refused or when both platforms are elsewhere', async () => {
  const elsewhere = { WECHAT_API_BASE_URL: 'http://127.0.0.1:9/', WEIBO_API_BASE_URL: 'http://127.0.0.1:9/' };
  expect(await settings({}, { sandbox: false })).toMatchObject({ startsSandbox: false });
  expect(await settings(elsewhere)).toMatchObject({ mode: 'sandbox', startsSandbox: false });
  expect(await settings({ WECHAT_API_BASE_URL: 'http://127.0.0.1:9/' })).toMatchObject({ startsSandbox: true });
});

test.each([
  'mysql://mingbai:geheim@db/mingbai',
  'postgres://mingbai:geheim/1@db/mingbai',
  'postgres://mingbai:geheim#1@db/mingbai',
])('a DATABASE_URL that is none is refused without its password being shown', async (DATABASE_URL) => {
  const refused = settings({ DATABASE_URL }).catch(String);
  expect(await refused).toMatch(/DATABASE_URL 应是/);
  expect(await refused).not.toContain('geheim');
});

test.each(['postgres://mingbai:geheim@db/mingbai?sslmode=verify-full', 'postgresql:///mingbai?host=/run/postgresql'])(
  '%s is accepted',
  async (DATABASE_URL) => {
    expect(await settings({ DATABASE_URL })).toMatchObject({ port: 1337 });
  },
);

test('all that is wrong is said at once', async () => {
  const wrong = { PORT: '70000', SANDBOX_PORT: 'x', PUBLISHING_MODE: 'test', SITE_URL: 'gov.example' };
  await expect(settings(wrong)).rejects.toThrow(/PORT 应是[^]*SANDBOX_PORT 应是[^]*PUBLISHING_MODE[^]*SITE_URL/);
});

test('product and sandbox cannot share a port', async () => {
  await expect(settings({ PORT: '1338' })).rejects.toThrow('PORT 和 SANDBOX_PORT 都是 1338');
  expect(await settings({ PORT: '1338' }, { sandbox: false })).toMatchObject({ port: 1338 });
});
