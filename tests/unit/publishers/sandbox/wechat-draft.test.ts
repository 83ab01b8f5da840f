import { pictureBytes, startClient, type Answer, type Client } from './client';

let client: Client;
let thumb: string;
let temporary: string;
beforeAll(async () => {
  client = await startClient();
  thumb = String((await client.upload('material/add_material?type=image', await pictureBytes()))['media_id']);
  temporary = String((await client.upload('media/upload?type=image', await pictureBytes()))['media_id']);
});
afterAll(() => client.sandbox.close());

const news = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: '门诊怎么报销',
  content: '<p>正文</p>',
  thumb_media_id: thumb,
  ...more,
});
const pictures = (ids: string[], more: Record<string, unknown> = {}): Record<string, unknown> => ({
  article_type: 'newspic',
  title: '三张图',
  content: '图说',
  image_info: { image_list: ids.map((image_media_id) => ({ image_media_id })) },
  ...more,
});
const add = (...articles: unknown[]): Promise<Answer> => client.wechat('draft/add', { articles });

/** Each limit at its edge: the longest that passes and the shortest that does not. */
const LIMITS: [string, (count: number) => Record<string, unknown>, number, number][] = [
  ['title', (count) => news({ title: '字'.repeat(count) }), 32, 45003],
  ['title counted in characters, not in UTF-16 units', (count) => news({ title: '𠮷'.repeat(count) }), 32, 45003],
  ['author', (count) => news({ author: '字'.repeat(count) }), 16, 45110],
  ['digest', (count) => news({ digest: '字'.repeat(count) }), 128, 45004],
  ['content', (count) => news({ content: '字'.repeat(count) }), 19_999, 45002],
  ['source link', (count) => news({ content_source_url: `https://a.example/${'a'.repeat(count - 18)}` }), 1024, 45005],
  ['text of an image post', (count) => pictures([thumb], { content: '字'.repeat(count) }), 1000, 45166],
  ['pictures of an image post', (count) => pictures(Array<string>(count).fill(thumb)), 20, 45020],
];

test.each(LIMITS)('%s: the limit passes, one more is refused', async (_what, article, limit, code) => {
  expect(await add(article(limit))).not.toHaveProperty('errcode');
  expect((await add(article(limit + 1)))['errcode']).toBe(code);
});

const crops = (more: Record<string, unknown> = {}) => ({
  cover_info: { crop_percent_list: [{ ratio: '1_1', x1: '0', y1: '0', x2: '0.422222', y2: '1', ...more }] },
});
const card = ({ appid = 'wx0123456789abcdef', imageurl = 'http://mmbiz.qpic.cn/mmbiz_png/a/0?wx_fmt=png' } = {}) =>
  `<p><mp-miniprogram data-miniprogram-appid="${appid}" data-miniprogram-imageurl="${imageurl}"></mp-miniprogram></p>`;

test('crops of the cover and cards of mini-programmes pass when they are whole', async () => {
  expect(await add(news({ ...crops(), content: card() }))).not.toHaveProperty('errcode');
});

const product = (product_key: unknown) => ({ product_info: { footer_product_info: { product_key } } });

test('a product is one of the shop, which has to be open; its card comes back with the draft', async () => {
  const { scenarios } = client.sandbox;
  Object.assign(scenarios, { shop: 'limited', products: ['P1'] });
  expect((await add(news(product('P1'))))['errcode']).toBe(53404);
  scenarios.shop = 'open';
  expect((await add(news(product('P2'))))['errcode']).toBe(53405);
  expect((await add(pictures([thumb], product(7))))['errcode']).toBe(53405);
  expect((await add(news({ product_info: {} })))['errcode']).toBe(53405);
  const { media_id } = await add(news(product('P1')));
  expect(await client.wechat('draft/get', { media_id })).toMatchObject({ news_item: [product('P1')] });
  scenarios.shop = 'none';
});

const REFUSED: [string, () => unknown[], number][] = [
  ['no articles', () => [], 44003],
  ['nine articles', () => Array<unknown>(9).fill(news()), 45008],
  ['no title', () => [news({ title: ' ' })], 41011],
  ['no content', () => [news({ content: '' })], 44004],
  ['no cover', () => [news({ thumb_media_id: undefined })], 40007],
  ['a temporary picture as cover', () => [news({ thumb_media_id: temporary })], 40007],
  ['a source link that is none', () => [news({ content_source_url: 'not a link' })], 41039],
  [
    'a link to the home page of an account',
    () => [news({ content: '<a href="https://mp.weixin.qq.com/mp/profile_ext?a=1">x</a>' })],
    40155,
  ],
  ['comments without the privilege', () => [news({ need_open_comment: 1 })], 88000],
  ['a square crop that is not square on this cover', () => [news({ pic_crop_1_1: '0_0_1_1' })], 47003],
  ['a wide crop of an image post that is square', () => [pictures([thumb], { pic_crop_235_1: '0_0_0.4_1' })], 47003],
  ['a product without a shop', () => [news(product('P1'))], 53406],
  ['a crop outside of the picture', () => [news({ pic_crop_1_1: '0_0_1_2' })], 47003],
  ['a list of crops with an unknown ratio', () => [news(crops({ ratio: '4_3' }))], 47003],
  ['a list of crops with numbers instead of texts', () => [news(crops({ x1: 0 }))], 47003],
  ['a mini-programme without its AppID', () => [news({ content: card({ appid: '' }) })], 45086],
  [
    'a mini-programme with a picture without its format',
    () => [news({ content: card({ imageurl: 'http://mmbiz.qpic.cn/mmbiz_png/a/0' }) })],
    45166,
  ],
  ['a number as title', () => [news({ title: 5 })], 47003],
  ['an unknown kind', () => [news({ article_type: 'video' })], 47003],
  ['an image post without pictures', () => [pictures([])], 41026],
  ['an image post with a temporary picture', () => [pictures([thumb, temporary])], 40007],
];

test.each(REFUSED)('refuses %s', async (_what, articles, code) => {
  expect((await add(...articles()))['errcode']).toBe(code);
});

test.each([
  ['nothing', '', 44002],
  ['no JSON', '{"articles":', 47001],
  ['a list', '[]', 47001],
  ['escaped characters', '{"articles":[{"title":"\\u4f60\\u597d"}]}', 40033],
])('refuses a body of %s', async (_what, body, code) => {
  const url = `${client.sandbox.wechatBaseUrl}/cgi-bin/draft/add?access_token=${await client.token()}`;
  const response = await fetch(url, { method: 'POST', body });
  expect(JSON.parse(await response.text())).toMatchObject({ errcode: code });
});

test('an escaped backslash before a u is text, not an escape', async () => {
  expect(await add(news({ title: '路径 \\u4f60' }))).not.toHaveProperty('errcode');
});

test('the draft comes back cleaned, with a digest of its own and without the crops', async () => {
  const content = '<p class="a" onclick="b">正文<img src="https://foreign.example/a.png"></p>';
  const added = await add(news({ content, pic_crop_1_1: '0_0_0.422222_1' }));
  const draft = await client.wechat('draft/get', { media_id: added['media_id'] });
  expect(draft).toMatchObject({ news_item: [{ content: '<p>正文</p>', digest: '正文', thumb_media_id: thumb }] });
  expect(JSON.stringify(draft)).not.toContain('pic_crop');
});

test('drafts are listed newest first, counted, changed one article at a time, and deleted', async () => {
  const added = await add(news({ title: '第一篇' }), news({ title: '第二篇' }));
  const mediaId = added['media_id'];
  client.pass(1000);
  const change = { media_id: mediaId, index: 1, articles: news({ title: '改过' }) };
  expect(await client.wechat('draft/update', change)).toMatchObject({ errcode: 0 });
  expect(await client.wechat('draft/update', { ...change, index: 2 })).toMatchObject({ errcode: 40114 });
  const list = await client.wechat('draft/batchget', { offset: 0, count: 1, no_content: 1 });
  expect(list).toMatchObject({
    item: [{ media_id: mediaId, content: { news_item: [{ title: '第一篇' }, { title: '改过' }] } }],
  });
  expect(JSON.stringify(list)).not.toContain('<p>');
  expect((await client.wechat('draft/batchget', { offset: 0, count: 21 }))['errcode']).toBe(47003);
  expect(await client.wechat('draft/count')).toEqual({ total_count: list['total_count'] });
  expect(await client.wechat('draft/delete', { media_id: mediaId })).toMatchObject({ errcode: 0 });
  expect(await client.wechat('draft/delete', { media_id: mediaId })).toMatchObject({ errcode: 40007 });
});

test('a call by the wrong method is told so', async () => {
  expect((await client.wechat('draft/get'))['errcode']).toBe(43002);
  expect((await client.wechat('draft/count', {}))['errcode']).toBe(43001);
});
