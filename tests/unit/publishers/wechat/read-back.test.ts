import type { Content, Mode, ReadBack, Receipt, Rendition } from '../../../../publishers/contract';
import type { Alteration } from '../../../../publishers/sandbox/admin/alter';
import { wechat } from '../../../../publishers/wechat';
import type { WechatPayload } from '../../../../publishers/wechat/payload';
import { illustrated } from '../../../contract/contents';
import { publishAt } from '../../../contract/publish-at';
import { sandboxPlace } from '../../../contract/sandbox-place';
import { sampleVersion } from '../article/sample-version';

let place: Awaited<ReturnType<typeof sandboxPlace>>;
let content: Content;
beforeEach(async () => {
  const made = await illustrated();
  content = made.content;
  place = await sandboxPlace('wechat', made.files);
});
afterEach(() => place.close());

interface Published {
  readonly receipt: Receipt;
  readonly rendition: Rendition<WechatPayload>;
}
async function published(changes: Partial<Content> = {}, mode: Mode = 'publish'): Promise<Published> {
  const version = { ...sampleVersion(), content: { ...content, ...changes } };
  const rendition = wechat.render(version, place.account, mode);
  return { rendition, receipt: await publishAt(wechat, rendition, place) };
}
const read = ({ receipt, rendition }: Published): Promise<ReadBack> => wechat.readBack(receipt, rendition, place.io);
const imagePost = (): Partial<Content> => ({
  form: 'image',
  images: content.media.map((media) => ({ media, caption: '报销比例', longDescription: '二级医院在职报销60%。' })),
});

const ALTERATIONS: readonly (readonly [what: string, change: Omit<Alteration, 'id'>, found: string])[] = [
  ['title', { title: '别的标题' }, '标题'],
  ['pictures', { text: '<p>没有图片的正文</p>' }, '图片'],
  ['cover', { picture: 'none' }, '图片'],
  ['link', { link: 'https://elsewhere.example/' }, '链接'],
  ['link, which is there without our mark', { link: 'https://www.yunlan.gov.cn/explainers/01JD0EXPLAINER/' }, '链接'],
  ['title and link', { title: '别的标题', link: '' }, '标题、链接'],
];

test.each(ALTERATIONS)('an article with another %s is different', async (_what, change, found) => {
  const article = await published();
  expect(await read(article)).toEqual({ state: 'same' });
  expect(place.sandbox.alter({ id: article.receipt.id, ...change })).toBe(true);
  expect(await read(article)).toMatchObject({
    state: 'different',
    problem: { code: 'wechat.differs', what: `公众号上看到的与签发稿不一致：${found}。` },
  });
});

test('an image post is compared by its title, its cover and the link in its text', async () => {
  const post = await published(imagePost());
  expect(post.rendition.payload.kind).toBe('newspic');
  expect(await read(post)).toEqual({ state: 'same' });
  place.sandbox.alter({ id: post.receipt.id, text: '没有链接的说明', picture: 'none' });
  expect(await read(post)).toMatchObject({
    state: 'different',
    problem: { what: '公众号上看到的与签发稿不一致：图片、链接。' },
  });
});

test('an article that the platform does not know is gone', async () => {
  const { receipt, rendition } = await published();
  expect(await read({ receipt: { ...receipt, id: 'unknown' }, rendition })).toMatchObject({ state: 'gone' });
});

test('of a mass message only its deletion can be seen', async () => {
  const message = await published({}, 'mass');
  expect(await read(message)).toEqual({ state: 'unknown' });
  await wechat.withdraw?.(message.receipt, '数据有误', place.io);
  expect(await read(message)).toMatchObject({ state: 'gone', problem: { code: 'delivery.removed-by-platform' } });
});

test.each([45009, 48001, -1])('refusal %s says nothing of the article', async (code) => {
  const article = await published();
  place.sandbox.faults.add({ platform: 'wechat', endpoint: 'getarticle', kind: 'error-code', code });
  expect(await read(article)).toEqual({ state: 'unknown' });
});

test('one look costs one of the hundred questions of a day', async () => {
  const article = await published();
  place.sandbox.calls.clear();
  await read(article);
  expect(place.sandbox.calls.list().map(({ path }) => path)).toEqual(['/cgi-bin/freepublish/getarticle']);
});

describe('an article that a person published, of which only the address is known', () => {
  const PAGE = 'https://mp.weixin.qq.com/s/abc';
  const look = async (page: string | number, changes: Partial<Content> = {}, id = PAGE) => {
    const version = { ...sampleVersion(), content: { ...content, ...changes } };
    const rendition = wechat.render(version, place.account, 'publish');
    const asked: string[] = [];
    const http = ({ url }: { readonly url: string }) => {
      asked.push(url);
      const [status, text] = typeof page === 'number' ? [page, ''] : [200, page];
      return Promise.resolve({ status, headers: {}, text });
    };
    const receipt = { id, url: id, at: '2026-11-23T01:00:00.000Z' };
    return { asked, seen: await wechat.readBack(receipt, rendition, { ...place.io, http }), rendition };
  };
  const page = (title: string, source = ''): string =>
    `<meta property="og:title" content="${title}" /><script>var msg_source_url = '${source}';</script>`;
  const ours = 'https://www.yunlan.gov.cn/explainers/01JD0EXPLAINER/';

  test('is compared by its page: title, and the link where there is one', async () => {
    const { title } = content;
    expect((await look(page(title))).seen).toEqual({ state: 'same' });
    const { rendition, asked } = await look(page(title));
    if (rendition.payload.kind !== 'news') throw new Error('the sample is an article');
    expect(asked).toEqual([PAGE]);
    expect((await look(page(title, `${rendition.payload.sourceUrl}?pub=01ABC`))).seen).toEqual({ state: 'same' });
    expect((await look(page('别的标题', 'https://elsewhere.example/'))).seen).toMatchObject({
      state: 'different',
      problem: { code: 'wechat.differs', what: expect.stringContaining('标题、链接') as string },
    });
    expect((await look(page(content.title, `${ours}elsewhere`))).seen).toMatchObject({ state: 'different' });
  });

  test('and that its page says was deleted is gone', async () => {
    expect((await look('<p>该内容已被发布者删除</p>')).seen).toMatchObject({
      state: 'gone',
      problem: { code: 'delivery.removed-by-platform' },
    });
  });

  test.each([['环境异常'], [502]])('whose page answers %s says nothing', async (answer) => {
    expect((await look(answer)).seen).toEqual({ state: 'unknown' });
  });

  test('is asked for on the host of articles only', async () => {
    const { asked, seen } = await look(page(content.title), {}, 'http://169.254.169.254/s/abc');
    expect({ asked, seen }).toEqual({ asked: [], seen: { state: 'unknown' } });
  });

  test('is taken back by a person: the interface does not know it and would say that it is gone', async () => {
    const receipt = { id: PAGE, url: PAGE, at: '2026-11-23T01:00:00.000Z' };
    place.sandbox.calls.clear();
    expect(await wechat.withdraw?.(receipt, '数据有误', place.io)).toMatchObject({
      state: 'rejected',
      problem: { code: 'delivery.withdraw-by-hand', next: expect.stringContaining('微信公众号上删除') as string },
    });
    expect(place.sandbox.calls.list()).toEqual([]);
  });
});
