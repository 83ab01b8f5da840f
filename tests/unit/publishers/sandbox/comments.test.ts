import { pictureBytes, startClient, type Answer, type Client } from './client';

let client: Client;
let message: string;
beforeEach(async () => {
  client = await startClient();
  client.sandbox.scenarios.comments = true;
  message = await publish({ need_open_comment: 1 });
});
afterEach(() => client.sandbox.close());

async function publish(more: Readonly<Record<string, unknown>>): Promise<string> {
  const cover = await client.upload('material/add_material?type=image', await pictureBytes());
  const articles = [{ title: '题', content: '<p>文</p>', thumb_media_id: cover['media_id'], ...more }];
  const draft = await client.wechat('draft/add', { articles });
  const submitted = await client.wechat('freepublish/submit', { media_id: draft['media_id'] });
  client.pass(1000);
  return String(submitted['msg_data_id']);
}
const write = (content: string, article = message) => client.admin('POST', '/_comments', { article, content });
const call = (path: string, more: object = {}): Promise<Answer> =>
  client.wechat(`comment/${path}`, { msg_data_id: message, index: 0, ...more });
const list = (more: object = {}) => call('list', { begin: 0, count: 49, type: 0, ...more });
const one = { user_comment_id: 1 };

test('are listed newest first, page by page, all or by election', async () => {
  for (const content of ['一', '二', '三']) await write(content);
  await call('markelect', { user_comment_id: 2 });
  expect(await list({ begin: 1, count: 1 })).toMatchObject({ total: 3, comment: [{ content: '二', comment_type: 1 }] });
  expect(await list({ type: 1 })).toMatchObject({ total: 2, comment: [{ content: '三' }, { content: '一' }] });
  expect(await list({ type: 2 })).toMatchObject({ total: 1, comment: [{ content: '二' }] });
});

test('can only be written where they are open', async () => {
  expect(await write('问', await publish({}))).toEqual({ comment: null });
  expect(await call('close')).toMatchObject({ errcode: 0 });
  expect(await write('问')).toEqual({ comment: null });
  expect(await call('open')).toMatchObject({ errcode: 0 });
  expect(await write('问')).toEqual({ comment: 1 });
});

const REFUSED: [string, () => Promise<unknown>, number][] = [
  ['another message', () => list({ msg_data_id: '1' }), 88001],
  ['another article of the message', () => list({ index: 1 }), 88001],
  ['no comments at once', () => list({ count: 0 }), 88010],
  ['51 comments at once', () => list({ count: 51 }), 88010],
  ['an unknown type', () => list({ type: 3 }), 47003],
  ['a comment that is not there', () => call('markelect', { user_comment_id: 9 }), 88008],
  ['an empty answer', () => call('reply/add', { ...one, content: ' ' }), 88007],
  ['an endless answer', () => call('reply/add', { ...one, content: '字'.repeat(601) }), 88007],
  ['to take back an answer that was not given', () => call('reply/delete', one), 88009],
];
test.each(REFUSED)('refuses %s', async (_what, ask, code) => {
  await write('问');
  expect(await ask()).toMatchObject({ errcode: code });
});

test('take one answer each', async () => {
  await write('问');
  expect(await call('reply/add', { ...one, content: '答' })).toMatchObject({ errcode: 0 });
  expect(await call('reply/add', { ...one, content: '再答' })).toMatchObject({ errcode: 88005 });
  expect(await call('reply/delete', one)).toMatchObject({ errcode: 0 });
  expect(await call('reply/add', { ...one, content: '再答' })).toMatchObject({ errcode: 0 });
  expect(await list()).toMatchObject({ comment: [{ reply: { content: '再答' } }] });
});

test('that are gone are told apart by who took them away', async () => {
  await write('一');
  await write('二');
  expect(await call('delete', one)).toMatchObject({ errcode: 0 });
  await client.admin('POST', '/_comments', { takeBack: 2 });
  expect(await call('markelect', one)).toMatchObject({ errcode: 88008 });
  expect(await call('markelect', { user_comment_id: 2 })).toMatchObject({ errcode: 88004 });
  expect(await list()).toMatchObject({ total: 0, comment: [] });
});

test('need the privilege', async () => {
  client.sandbox.scenarios.comments = false;
  expect(await list()).toMatchObject({ errcode: 88000 });
});

test('are out of reach while the platform keeps them back for safety', async () => {
  await write('问');
  client.sandbox.scenarios.commentsLimited = true;
  expect(await list()).toMatchObject({ errcode: 88002 });
  expect(await call('reply/add', { ...one, content: '答' })).toMatchObject({ errcode: 88002 });
});
