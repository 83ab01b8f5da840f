import type { Content, Io, ReadBack, Receipt, Rendition } from '../../../../publishers/contract';
import { weibo } from '../../../../publishers/weibo';
import type { WeiboPost } from '../../../../publishers/weibo/post';
import { illustrated } from '../../../contract/contents';
import { publishAt } from '../../../contract/publish-at';
import { sandboxPlace } from '../../../contract/sandbox-place';
import { sampleVersion } from '../article/sample-version';

let place: Awaited<ReturnType<typeof sandboxPlace>>;
let content: Content;
let rendition: Rendition<WeiboPost>;
let receipt: Receipt;

beforeEach(async () => {
  const made = await illustrated();
  content = made.content;
  place = await sandboxPlace('weibo', made.files);
  rendition = weibo.render({ ...sampleVersion(), content }, place.account, 'publish');
  receipt = await publishAt(weibo, rendition, place);
});
afterEach(() => place.close());

const read = (io: Io = place.io): Promise<ReadBack> => weibo.readBack(receipt, rendition, io);
const shown = () => place.sandbox.ledger()[0]?.text ?? '';

test.each([
  ['its text', () => ({ text: shown().replace('门诊', '急诊') }), '正文'],
  ['its picture', () => ({ picture: 'none' as const }), '图片'],
  ['its link', () => ({ text: shown().replace(/https?:\S+/, '') }), '链接'],
  ['its link to somewhere else', () => ({ text: shown().replace(/https?:\S+/, 'https://elsewhere.example/') }), '链接'],
])('a post that lost %s is different', async (_what, change, found) => {
  place.sandbox.alter({ id: receipt.id, ...change() });
  expect(await read()).toMatchObject({
    state: 'different',
    problem: { code: 'weibo.differs', what: `微博上看到的与签发稿不一致：${found}。` },
  });
});

test('a post with a short address of the platform in the place of ours is the same', async () => {
  const answer = await place.io.http({
    method: 'GET',
    url: `${place.sandbox.weiboBaseUrl}/2/statuses/show.json`,
    query: { id: receipt.id, access_token: '2.00sandboxtoken' },
  });
  expect(answer.text).toContain('http://t.cn/');
  expect(await read()).toEqual({ state: 'same' });
});

test('a post without a picture must not have got one', async () => {
  const bare = weibo.render({ ...sampleVersion(), content: { ...content, cover: null } }, place.account, 'publish');
  expect(await weibo.readBack(receipt, bare, place.io)).toMatchObject({ state: 'different' });
});

test('a post that only its author sees any more is gone', async () => {
  const http: Io['http'] = async (request) => {
    const answer = await place.io.http(request);
    return { ...answer, text: answer.text.replace('"visible":{"type":0', '"visible":{"type":1') };
  };
  expect(await read({ ...place.io, http })).toMatchObject({ state: 'gone', problem: { code: 'weibo.hidden' } });
});

test.each([
  ['the deleted note of the platform', (id: string) => ({ id, text: '此微博已被原作者删除。' })],
  ['the code that it does not exist', (id: string) => ({ id, deleted: true })],
])('a post that was deleted is gone, by %s', async (_how, change) => {
  place.sandbox.alter(change(receipt.id));
  expect(await read()).toMatchObject({ state: 'gone', problem: { code: 'delivery.removed-by-platform' } });
});

test.each([10023, 20112, 21327, 10001])('refusal %s says nothing of the post', async (code) => {
  place.sandbox.faults.add({ platform: 'weibo', endpoint: 'show.json', kind: 'error-code', code });
  expect(await read()).toEqual({ state: 'unknown' });
});
