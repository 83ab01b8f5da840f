import { startClient, type Answer, type Client } from './client';

const GOOD = { grant_type: 'client_credential', appid: 'wxsandbox0000000001', secret: 'sandbox-secret' };
const MINUTE = 60_000;
let client: Client;
beforeEach(async () => (client = await startClient()));
afterEach(() => client.sandbox.close());

const read = async (response: Response): Promise<Answer> => JSON.parse(await response.text()) as Answer;
const stable = async (body: unknown): Promise<Answer> =>
  read(
    await fetch(`${client.sandbox.wechatBaseUrl}/cgi-bin/stable_token`, { method: 'POST', body: JSON.stringify(body) }),
  );
const plain = async (query: Record<string, string>): Promise<Answer> =>
  read(await fetch(`${client.sandbox.wechatBaseUrl}/cgi-bin/token?${new URLSearchParams(query).toString()}`));
const useToken = async (token: unknown): Promise<unknown> =>
  (await read(await fetch(`${client.sandbox.wechatBaseUrl}/cgi-bin/draft/count?access_token=${String(token)}`)))[
    'errcode'
  ] ?? 0;

test.each([
  ['no appid', { ...GOOD, appid: '' }, 41002],
  ['no secret', { ...GOOD, secret: '' }, 41004],
  ['another grant', { ...GOOD, grant_type: 'password' }, 40002],
  ['an unknown appid', { ...GOOD, appid: 'wx0' }, 40013],
  ['a wrong secret', { ...GOOD, secret: 'wrong' }, 40125],
])('both token calls refuse %s', async (_what, body, code) => {
  expect((await stable(body))['errcode']).toBe(code);
  expect((await plain(body))['errcode']).toBe(code);
});

test('a stable token stays the same with less time left, and is renewed five minutes before its end', async () => {
  const first = await stable(GOOD);
  client.pass(10 * MINUTE);
  expect(await stable(GOOD)).toEqual({ access_token: first['access_token'], expires_in: 6600 });
  client.pass(106 * MINUTE);
  const renewed = await stable(GOOD);
  expect(renewed['access_token']).not.toBe(first['access_token']);
  expect([await useToken(first['access_token']), await useToken(renewed['access_token'])]).toEqual([0, 0]);
  client.pass(5 * MINUTE);
  expect(await useToken(first['access_token'])).toBe(42001);
});

test('a forced stable token kills the one before, at most every thirty seconds', async () => {
  const first = await stable(GOOD);
  const forced = await stable({ ...GOOD, force_refresh: true });
  client.pass(1);
  expect([await useToken(first['access_token']), await useToken(forced['access_token'])]).toEqual([40001, 0]);
  expect((await stable({ ...GOOD, force_refresh: true }))['errcode']).toBe(45011);
  for (let times = 1; times < 20; times += 1) {
    client.pass(MINUTE);
    expect(await stable({ ...GOOD, force_refresh: true })).toHaveProperty('access_token');
  }
  client.pass(MINUTE);
  expect((await stable({ ...GOOD, force_refresh: true }))['errcode']).toBe(45009);
});

test('a plain token replaces the plain one before after five minutes, and leaves the stable one alone', async () => {
  const kept = await stable(GOOD);
  const first = await plain(GOOD);
  const second = await plain(GOOD);
  expect([await useToken(first['access_token']), await useToken(second['access_token'])]).toEqual([0, 0]);
  client.pass(5 * MINUTE);
  expect([await useToken(first['access_token']), await useToken(second['access_token'])]).toEqual([40001, 0]);
  expect(await useToken(kept['access_token'])).toBe(0);
});

test('an address that is not in the whitelist gets no token, and is named', async () => {
  client.sandbox.scenarios.refusedIp = '198.51.100.7';
  const refused = await stable(GOOD);
  expect(refused['errcode']).toBe(40164);
  expect(refused['errmsg']).toMatch(/^invalid ip 198\.51\.100\.7 ipv6 .* rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
});

test.each([
  ['no token', '', 41001],
  ['an invented token', 'invented', 40001],
])('a call with %s is refused with HTTP 200 and a request id', async (_what, token, code) => {
  const response = await fetch(`${client.sandbox.wechatBaseUrl}/cgi-bin/draft/count?access_token=${token}`);
  expect(response.status).toBe(200);
  const answer = await read(response);
  expect(answer['errcode']).toBe(code);
  expect(answer['errmsg']).toMatch(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
});
