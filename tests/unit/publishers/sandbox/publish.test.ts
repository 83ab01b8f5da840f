import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WechatProfile } from '../../../../publishers/sandbox/scenarios';
import { pictureBytes, startClient, type Answer, type Client } from './client';

let client: Client;
beforeEach(async () => (client = await startClient()));
afterEach(() => client.sandbox.close());

async function draft(title = '门诊共济保障怎么享受', marker = '01JABC', articles = 1): Promise<string> {
  const cover = await client.upload('material/add_material?type=image', await pictureBytes());
  const article = {
    title,
    content: '<p>一句话看懂</p>',
    thumb_media_id: cover['media_id'],
    content_source_url: `https://www.yunlan.gov.cn/explainers/1/?pub=${marker}`,
  };
  const added = await client.wechat('draft/add', { articles: Array<unknown>(articles).fill(article) });
  return String(added['media_id']);
}
const submit = (mediaId: string): Promise<Answer> => client.wechat('freepublish/submit', { media_id: mediaId });
const task = (submitted: Answer): Promise<Answer> =>
  client.wechat('freepublish/get', { publish_id: submitted['publish_id'] });

test('a submitted draft becomes one public article when the task is done, and is gone from the box', async () => {
  const mediaId = await draft();
  const submitted = await submit(mediaId);
  expect(submitted).toMatchObject({ errcode: 0, errmsg: 'ok' });
  expect(await task(submitted)).toMatchObject({ publish_status: 1 });
  expect(client.sandbox.ledger()).toEqual([]);
  expect(await client.wechat('draft/get', { media_id: mediaId })).toHaveProperty('news_item');

  client.pass(1000);
  const done = await task(submitted);
  expect(done).toMatchObject({ publish_status: 0, article_detail: { count: 1, item: [{ idx: 1 }] }, fail_idx: [] });
  expect(await client.wechat('draft/get', { media_id: mediaId })).toMatchObject({ errcode: 40007 });
  expect(await submit(mediaId)).toMatchObject({ errcode: 40007 });
  expect(client.sandbox.ledger()).toMatchObject([
    {
      platform: 'wechat',
      kind: 'article',
      id: done['article_id'],
      title: '门诊共济保障怎么享受',
      text: '一句话看懂',
      marker: '01JABC',
      at: '2026-11-23T01:00:01.000Z',
    },
  ]);
});

test('two articles of one draft are two entries of the ledger with ids of their own', async () => {
  await submit(await draft('一', '01J', 2));
  client.pass(1000);
  const [first, second] = client.sandbox.ledger();
  expect(second?.id).toBe(`${first?.id ?? ''}:2`);
  expect(second?.url).not.toBe(first?.url);
});

test('an image post has its marker in the text', async () => {
  const added = await client.upload('material/add_material?type=image', await pictureBytes());
  const content = '图说\n\n全文：https://www.yunlan.gov.cn/explainers/1/?pub=01JPIC';
  const image_info = { image_list: [{ image_media_id: added['media_id'] }] };
  const article = { article_type: 'newspic', title: '一张图', content, image_info };
  await submit(String((await client.wechat('draft/add', { articles: [article] }))['media_id']));
  client.pass(1000);
  expect(client.sandbox.ledger()).toMatchObject([{ title: '一张图', marker: '01JPIC' }]);
});

test('a client that submits the same draft twice while it is working is found out', async () => {
  const mediaId = await draft();
  await submit(mediaId);
  await submit(mediaId);
  client.pass(1000);
  expect(client.sandbox.ledger()).toHaveLength(2);
});

test.each([2, 3, 4] as const)(
  'a task that fails with status %i publishes nothing and leaves the draft',
  async (status) => {
    client.sandbox.scenarios.nextPublish = status;
    const mediaId = await draft();
    const submitted = await submit(mediaId);
    client.pass(1000);
    expect(await task(submitted)).toMatchObject({ publish_status: status, fail_idx: status === 3 ? [] : [1] });
    expect(client.sandbox.ledger()).toEqual([]);
    expect(await client.wechat('draft/get', { media_id: mediaId })).toHaveProperty('news_item');
    const again = await submit(mediaId);
    client.pass(1000);
    expect(await task(again)).toMatchObject({ publish_status: 0 });
  },
);

test.each([5, 6] as const)('an article with status %i was public first and is taken away later', async (status) => {
  client.sandbox.scenarios.nextPublish = status;
  const submitted = await submit(await draft());
  client.pass(1000);
  const published = await task(submitted);
  expect(published).toMatchObject({ publish_status: 0 });
  client.pass(1000);
  expect(await task(submitted)).toMatchObject({ publish_status: status });
  const article = await client.wechat('freepublish/getarticle', { article_id: published['article_id'] });
  expect(article).toMatchObject({ news_item: [{ is_deleted: true }] });
});

test('published articles are listed newest first, read, and deleted', async () => {
  const submitted: Answer[] = [];
  for (const title of ['第一篇', '第二篇']) {
    submitted.push(await submit(await draft(title)));
    client.pass(1000);
  }
  const list = await client.wechat('freepublish/batchget', { offset: 0, count: 20, no_content: 1 });
  expect(list).toMatchObject({
    total_count: 2,
    item: [{ content: { news_item: [{ title: '第二篇' }] } }, { content: { news_item: [{ title: '第一篇' }] } }],
  });
  const articleId = client.sandbox.ledger()[0]?.id;
  const index = (number: number) => client.wechat('freepublish/delete', { article_id: articleId, index: number });
  expect(await index(2)).toMatchObject({ errcode: 40060 });
  expect(await index(0)).toMatchObject({ errcode: 0 });
  const read = await client.wechat('freepublish/getarticle', { article_id: articleId });
  expect(read).toMatchObject({ news_item: [{ title: '第一篇', is_deleted: true }] });
  const [first = {}, second = {}] = submitted;
  expect(await task(first)).toMatchObject({ publish_status: 5 });
  expect(await task(second)).toMatchObject({ publish_status: 0 });
  expect(await client.wechat('freepublish/getarticle', { article_id: 'x' })).toMatchObject({ errcode: 53600 });
  expect(await client.wechat('freepublish/get', { publish_id: 'x' })).toMatchObject({ errcode: 53502 });
});

const PERMISSIONS: [WechatProfile, string, boolean][] = [
  ['personal', 'freepublish/submit', false],
  ['personal', 'message/mass/sendall', false],
  ['personal', 'draft/add', true],
  ['verified', 'freepublish/submit', true],
  ['verified', 'message/mass/send', false],
  ['service', 'message/mass/send', true],
  ['test', 'freepublish/submit', false],
  ['test', 'message/mass/sendall', true],
];
test.each(PERMISSIONS)('a %s account calls %s: allowed = %s', async (profile, path, allowed) => {
  client.sandbox.scenarios.profile = profile;
  const { errcode } = await client.wechat(path, { media_id: 'x' });
  expect(errcode !== 48001).toBe(allowed);
});

test('the quota of a day ends at midnight in China and can be reset ten times a month', async () => {
  const list = () => client.wechat('freepublish/batchget', { offset: 0, count: 1 });
  for (let calls = 0; calls < 100; calls += 1) await list();
  expect(await list()).toMatchObject({ errcode: 45009 });
  const quota = await client.wechat('openapi/quota/get', { cgi_path: '/cgi-bin/freepublish/batchget' });
  expect(quota).toMatchObject({ quota: { daily_limit: 100, used: 100, remain: 0 } });
  const clear = () => client.wechat('clear_quota', { appid: 'wxsandbox0000000001' });
  for (let times = 0; times < 10; times += 1) expect(await clear()).toMatchObject({ errcode: 0 });
  expect(await clear()).toMatchObject({ errcode: 48006 });
  for (let calls = 0; calls < 101; calls += 1) await list();
  expect(await list()).toMatchObject({ errcode: 45009 });
  client.pass(15 * 3_600_000); // 09:00 in China becomes midnight
  expect(await list()).not.toHaveProperty('errcode');
});

test('a test account asks for fewer tokens', async () => {
  client.sandbox.scenarios.profile = 'test';
  const url = `${client.sandbox.wechatBaseUrl}/cgi-bin/token?grant_type=client_credential&appid=wxsandbox0000000001&secret=sandbox-secret`;
  const ask = async () => JSON.parse(await (await fetch(url)).text()) as Answer;
  for (let calls = 0; calls < 200; calls += 1) await ask();
  expect(await ask()).toMatchObject({ errcode: 45009 });
});

test('an account with many followers may call more often', async () => {
  client.sandbox.scenarios.quotaFactor = 10;
  for (let calls = 0; calls < 101; calls += 1) await client.wechat('freepublish/batchget', { offset: 0, count: 1 });
  const quota = await client.wechat('openapi/quota/get', { cgi_path: '/cgi-bin/freepublish/batchget' });
  expect(quota).toMatchObject({ quota: { daily_limit: 1000, used: 101, remain: 899 } });
});

test('the end of a task is pushed, signed, three times at most', async () => {
  const received: { url: URL; xml: string }[] = [];
  const callback = createServer((request, response) => {
    let xml = '';
    request.on('data', (chunk: Buffer) => (xml += chunk.toString()));
    request.on('end', () => {
      received.push({ url: new URL(request.url ?? '', 'http://callback'), xml });
      response.writeHead(received.length < 3 ? 500 : 200).end('success');
      if (received.length === 3) done();
    });
  });
  let done: () => void = () => undefined;
  const pushed = new Promise<void>((resolve) => (done = resolve));
  await new Promise<void>((resolve) => callback.listen(0, '127.0.0.1', resolve));
  client.sandbox.scenarios.callbackUrl = `http://127.0.0.1:${(callback.address() as AddressInfo).port}/wechat`;

  const submitted = await submit(await draft());
  client.pass(1000);
  await task(submitted);
  await pushed;
  callback.close();
  const { url, xml } = received[2] ?? { url: new URL('http://none'), xml: '' };
  const [signature, timestamp = '', nonce = ''] = ['signature', 'timestamp', 'nonce'].map(
    (name) => url.searchParams.get(name) ?? '',
  );
  const expected = createHash('sha1').update(['sandbox-token', timestamp, nonce].sort().join('')).digest('hex');
  expect(signature).toBe(expected);
  expect(xml).toContain('<Event><![CDATA[PUBLISHJOBFINISH]]></Event>');
  expect(xml).toContain(
    `<publish_id>${String(submitted['publish_id'])}</publish_id><publish_status>0</publish_status>`,
  );
  expect(xml).toContain(client.sandbox.ledger()[0]?.url);
});

test.each([
  ['fails', 53503],
  ['website-only', 53504],
  ['unsaved', 53505],
] as const)('a draft whose check "%s" is refused and stays in the box', async (draftCheck, code) => {
  client.sandbox.scenarios.draftCheck = draftCheck;
  const mediaId = await draft();
  expect(await submit(mediaId)).toMatchObject({ errcode: code });
  client.pass(1000);
  expect(client.sandbox.ledger()).toEqual([]);
  expect(await client.wechat('draft/get', { media_id: mediaId })).toHaveProperty('news_item');
});

test('two submissions in quick succession are too frequent where the platform says so', async () => {
  client.sandbox.scenarios.publishGapMs = 10_000;
  const [first, second] = [await draft('一'), await draft('二')];
  expect(await submit(first)).toMatchObject({ errcode: 0 });
  client.pass(9_999);
  expect(await submit(second)).toMatchObject({ errcode: 53501 });
  client.pass(1);
  expect(await submit(second)).toMatchObject({ errcode: 0 });
});
