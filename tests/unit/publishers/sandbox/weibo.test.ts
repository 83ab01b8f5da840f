import fc from 'fast-check';
import { weiboLength } from '../../../../publishers/sandbox/weibo/length';
import { base62ToMid, midToBase62 } from '../../../../publishers/sandbox/weibo/mid';
import { pictureBytes, RIP, startClient, type Client, type WeiboReply } from './client';

const LINK = 'https://www.yunlan.gov.cn/explainers/1/?pub=01JXYZ';
const HOUR = 3_600_000;
let client: Client;
beforeEach(async () => (client = await startClient()));
afterEach(() => client.sandbox.close());

const share = (status: string, more: Record<string, string> = {}, picture?: Buffer): Promise<WeiboReply> =>
  client.weibo('2/statuses/share.json', { status, rip: RIP, ...more }, picture);
const timeline = async (query = ''): Promise<{ idstr: string; text: string }[]> =>
  (await client.weibo(`2/statuses/user_timeline.json${query}`)).json['statuses'] as { idstr: string; text: string }[];

test('a share with a link of the bound domain is public at once, with a short link in its text', async () => {
  const shared = await share(`门诊费用可以报销 ${LINK}`, {}, await pictureBytes());
  expect(shared.status).toBe(200);
  expect(shared.json['text']).toMatch(/^门诊费用可以报销 http:\/\/t\.cn\/\w+$/);
  expect(shared.json['created_at']).toBe('Mon Nov 23 09:00:00 +0800 2026');
  expect(await timeline('?base_app=1')).toMatchObject([{ idstr: shared.json['idstr'] }]);
  expect(client.sandbox.ledger()).toMatchObject([
    { platform: 'weibo', kind: 'status', id: shared.json['idstr'], marker: '01JXYZ', text: `门诊费用可以报销 ${LINK}` },
  ]);
});

const REFUSED: [string, Record<string, string>, number, number, string][] = [
  ['no text', { status: '' }, 400, 20008, 'Content is null'],
  ['no operator address', { rip: '' }, 400, 10016, 'Miss required parameter (rip) , see doc for more info'],
  ['an operator address that is none', { rip: 'here' }, 400, 10017, 'Parameter value invalid (rip)'],
  ['no link', { status: '门诊费用可以报销' }, 400, 10017, 'text not find domain!'],
  ['a link elsewhere', { status: '看 https://www.yunlan.gov.cn.example/' }, 400, 10017, 'text not find domain!'],
  [
    '141 characters',
    { status: `${'字'.repeat(131)}${LINK}` },
    400,
    20012,
    'Text too long, please input text less than 140 characters!',
  ],
];
test.each(REFUSED)('refuses %s', async (_what, fields, status, code, error) => {
  const refused = await share(`看 ${LINK}`, fields);
  expect(refused).toEqual({ status, json: { error, error_code: code, request: '/2/statuses/share.json' } });
  expect(client.sandbox.ledger()).toEqual([]);
});

test('takes 140 characters, a link counting as ten', async () => {
  expect((await share(`${'字'.repeat(130)}${LINK}`)).status).toBe(200);
});

test('refuses every share while no domain is bound to the app', async () => {
  client.sandbox.scenarios.boundDomain = null;
  expect((await share(`看 ${LINK}`)).json).toMatchObject({ error_code: 10017, error: 'appkey not bind domain!' });
});

test.each([
  ['webp', 20005],
  ['png', 20006],
] as const)('refuses a picture that is %s or too large', async (format, code) => {
  const bytes = await pictureBytes(format);
  const sent = format === 'png' ? Buffer.concat([bytes, Buffer.alloc(5 * 1024 * 1024)]) : bytes;
  expect((await share(`看 ${LINK}`, {}, sent)).json['error_code']).toBe(code);
});

test('topics vanish without a word', async () => {
  await share(`#政策解读# 看 ${LINK}`);
  expect(client.sandbox.ledger()).toMatchObject([{ text: `看 ${LINK}` }]);
});

test('the same text is refused for a day, also with another topic', async () => {
  await share(`看 ${LINK}`);
  const repeated = await share(`#话题#看 ${LINK}`);
  expect(repeated.json).toMatchObject({ error: 'repeat content!', error_code: 20019 });
  client.pass(24 * HOUR);
  expect((await share(`看 ${LINK}`)).status).toBe(200);
});

test('thirty posts an hour, a hundred calls a day', async () => {
  for (let posts = 0; posts < 30; posts += 1) expect((await share(`第 ${posts} 条 ${LINK}`)).status).toBe(200);
  expect((await share(`再一条 ${LINK}`)).json).toMatchObject({ error_code: 20016 });
  client.pass(HOUR);
  expect((await share(`再一条 ${LINK}`)).status).toBe(200);
  for (let calls = 32; calls < 100; calls += 1) await timeline();
  expect(await client.weibo('2/statuses/user_timeline.json')).toMatchObject({
    status: 403,
    json: { error_code: 10023 },
  });
  client.pass(24 * HOUR);
  expect(await timeline()).toHaveLength(5);
});

test('a slow server says so, and shows the post later', async () => {
  client.sandbox.scenarios.nextShareSlowMs = 60_000;
  expect((await share(`看 ${LINK}`)).json).toMatchObject({ error_code: 20032 });
  expect([await timeline(), client.sandbox.ledger()]).toEqual([[], []]);
  client.pass(60_000);
  expect(await timeline()).toHaveLength(1);
  expect(client.sandbox.ledger()).toMatchObject([{ kind: 'status', at: '2026-11-23T01:01:00.000Z' }]);
});

test('the timeline shows the latest five; base_app leaves out what a person posted', async () => {
  for (const number of [1, 2, 3, 4]) await share(`第 ${number} 条 ${LINK}`);
  await client.admin('POST', '/_posts', { text: '人工发布' });
  await share(`第 5 条 ${LINK}`);
  const all = await timeline();
  expect(all.map(({ text }) => text.split(' h')[0])).toEqual(['第 5 条', '人工发布', '第 4 条', '第 3 条', '第 2 条']);
  expect(await timeline('?base_app=1')).toHaveLength(5);
  expect(JSON.stringify(await timeline('?base_app=1'))).not.toContain('人工发布');
  expect(client.sandbox.ledger().map(({ kind }) => kind)).toContain('by-hand');
});

test('a post is shown and counted by its id', async () => {
  const { json } = await share(`看 ${LINK}`);
  const id = String(json['idstr']);
  expect((await client.weibo(`2/statuses/show.json?id=${id}`)).json).toMatchObject({ idstr: id });
  expect((await client.weibo(`2/statuses/count.json?ids=${id},1`)).json).toHaveLength(1);
  expect((await client.weibo('2/statuses/show.json?id=1')).json).toMatchObject({ error_code: 20101 });
  expect((await client.weibo('2/statuses/count.json')).json).toMatchObject({ error_code: 20001 });
});

test.each(['update', 'destroy', 'upload_pic', 'upload', 'upload_url_text'])(
  'statuses/%s is closed to ordinary apps',
  async (name) => {
    const path = `2/statuses/${name}.json`;
    const json = { error: 'Insufficient app permissions!', error_code: 10014, request: `/${path}` };
    expect(await client.weibo(path, { status: 'x' })).toEqual({ status: 403, json });
  },
);

test('the token tells whose it is and how long it lasts', async () => {
  expect((await client.weibo('oauth2/get_token_info', {})).json).toMatchObject({ uid: 1404376560, scope: 'all' });
  expect((await client.weibo('2/account/get_uid.json')).json).toEqual({ uid: 1404376560 });
  expect((await client.weibo('2/account/rate_limit_status.json')).json).toMatchObject({
    remaining_user_hits: 100,
    api_rate_limits: [{ api: '/statuses/share', remaining_hits: 30 }],
  });
});

test.each([
  ['expired', 21327],
  ['revoked', 21319],
] as const)('a token that is %s is refused', async (state, code) => {
  client.sandbox.scenarios.weiboToken = state;
  expect((await client.weibo('2/account/get_uid.json')).json).toMatchObject({ error_code: code });
});

test('a missing token, a wrong token, a wrong method and a wrong address are told apart', async () => {
  const code = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(`${client.sandbox.weiboBaseUrl}${path}`, init);
    return ((await response.json()) as { error_code: unknown }).error_code;
  };
  expect(await code('/2/account/get_uid.json')).toBe(21301);
  expect(await code('/2/account/get_uid.json?access_token=x')).toBe(21332);
  expect(await code('/2/statuses/share.json')).toBe(10021);
  expect(await code('/2/nothing.json')).toBe(10020);
});

test.each([
  ['你好', 2],
  ['ab', 1],
  ['a', 1],
  ['全角，标点！', 6],
  ['😀', 2],
  ['发布 https://www.example.gov.cn/2026/01/01/notice.html', 13],
])('the length of %s is %i', (text, length) => {
  expect(weiboLength(text)).toBe(length);
});

test('ids become web addresses and come back', () => {
  expect(midToBase62('3501756485200075')).toBe('z0JH2lOMb');
  expect(midToBase62('5127059882412345')).toBe('PblWYa7yN');
  fc.assert(
    fc.property(fc.bigInt(1n, 9_007_199_254_740_991n), (id) => {
      expect(base62ToMid(midToBase62(String(id)))).toBe(String(id));
    }),
  );
});
