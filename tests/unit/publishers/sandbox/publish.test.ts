import { pictureBytes, RIP, startClient, type Client } from './client';

let client: Client;
beforeEach(async () => (client = await startClient()));
afterEach(() => client.sandbox.close());

test('a draft that is submitted becomes one public article when the task is done', async () => {
  const cover = await client.upload('material/add_material?type=image', await pictureBytes());
  const article = {
    title: '门诊共济保障怎么享受',
    content: '<p>一句话看懂</p>',
    thumb_media_id: cover['media_id'],
    content_source_url: 'https://www.yunlan.gov.cn/explainers/1/?pub=01JABC',
  };
  const draft = await client.wechat('draft/add', { articles: [article] });
  expect(draft).not.toHaveProperty('errcode');

  const submitted = await client.wechat('freepublish/submit', { media_id: draft['media_id'] });
  expect(submitted).toMatchObject({ errcode: 0, errmsg: 'ok' });
  const working = await client.wechat('freepublish/get', { publish_id: submitted['publish_id'] });
  expect(working).toMatchObject({ publish_status: 1 });
  expect(client.sandbox.ledger()).toEqual([]);

  client.pass(1000);
  const done = await client.wechat('freepublish/get', { publish_id: submitted['publish_id'] });
  expect(done).toMatchObject({ publish_status: 0, article_detail: { count: 1, item: [{ idx: 1 }] } });
  expect(await client.wechat('draft/get', { media_id: draft['media_id'] })).toMatchObject({ errcode: 40007 });
  expect(client.sandbox.ledger()).toMatchObject([
    {
      platform: 'wechat',
      kind: 'article',
      title: '门诊共济保障怎么享受',
      marker: '01JABC',
      at: '2026-11-23T01:00:01.000Z',
    },
  ]);
});

test('a share with a link of the bound domain is public at once', async () => {
  const status = '门诊费用可以报销 https://www.yunlan.gov.cn/explainers/1/?pub=01JXYZ';
  const shared = await client.weibo('2/statuses/share.json', { status, rip: RIP }, await pictureBytes());
  expect(shared.status).toBe(200);
  expect(shared.json['text']).toMatch(/^门诊费用可以报销 http:\/\/t\.cn\/\w+$/);
  const timeline = await client.weibo('2/statuses/user_timeline.json?base_app=1');
  expect(timeline.json).toMatchObject({ total_number: 1, statuses: [{ idstr: shared.json['idstr'] }] });
  expect(client.sandbox.ledger()).toMatchObject([
    { platform: 'weibo', kind: 'status', marker: '01JXYZ', text: status },
  ]);
});
