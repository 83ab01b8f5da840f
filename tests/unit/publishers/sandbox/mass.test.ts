import { pictureBytes, startClient, type Answer, type Client } from './client';

const DAY = 24 * 3_600_000;
let client: Client;
beforeEach(async () => (client = await startClient()));
afterEach(() => client.sandbox.close());

async function draft(title: string): Promise<string> {
  const cover = await client.upload('material/add_material?type=image', await pictureBytes());
  const articles = [{ title, content: '<p>正文</p>', thumb_media_id: cover['media_id'] }];
  return String((await client.wechat('draft/add', { articles }))['media_id']);
}
const sendAll = (mediaId: string, clientmsgid?: string): Promise<Answer> =>
  client.wechat('message/mass/sendall', {
    filter: { is_to_all: true },
    msgtype: 'mpnews',
    mpnews: { media_id: mediaId },
    ...(clientmsgid === undefined ? {} : { clientmsgid }),
  });
const status = async (sent: Answer): Promise<unknown> =>
  (await client.wechat('message/mass/get', { msg_id: sent['msg_id'] }))['msg_status'];

test('a mass send reaches readers once and uses the draft up', async () => {
  const mediaId = await draft('群发');
  const sent = await sendAll(mediaId, 'delivery-1');
  expect(sent).toMatchObject({ errcode: 0, errmsg: 'send job submission success' });
  expect(await status(sent)).toBe('SENDING');
  client.pass(1000);
  expect(await status(sent)).toBe('SEND_SUCCESS');
  expect(client.sandbox.ledger()).toMatchObject([{ kind: 'mass', title: '群发' }]);
  expect(await client.wechat('draft/get', { media_id: mediaId })).toMatchObject({ errcode: 40007 });
  expect(await client.wechat('freepublish/batchget', { offset: 0, count: 20 })).toMatchObject({ total_count: 0 });
});

test('the same clientmsgid is remembered for a day and leads to the first send', async () => {
  const mediaId = await draft('群发');
  const sent = await sendAll(mediaId, 'delivery-1');
  expect(await sendAll(mediaId, 'delivery-1')).toMatchObject({ errcode: 45066 });
  client.pass(1000);
  expect(await sendAll(mediaId, 'delivery-1')).toMatchObject({ errcode: 45065, msg_id: sent['msg_id'] });
  expect(await sendAll(mediaId, 'x'.repeat(65))).toMatchObject({ errcode: 45067 });
  client.pass(DAY);
  expect(await sendAll(mediaId, 'delivery-1')).toMatchObject({ errcode: 40007 });
  expect(client.sandbox.ledger()).toHaveLength(1);
});

test('without a clientmsgid equal content to equal people counts as the same send', async () => {
  const mediaId = await draft('群发');
  const sent = await sendAll(mediaId);
  client.pass(1000);
  expect(await sendAll(mediaId)).toMatchObject({ errcode: 45065, msg_id: sent['msg_id'] });
});

test.each([
  ['verified', 1],
  ['service', 4],
] as const)('a %s account has %i mass sends, then 45028', async (profile, allowed) => {
  client.sandbox.scenarios.profile = profile;
  for (let sends = 0; sends < allowed; sends += 1) {
    expect(await sendAll(await draft(`第 ${sends} 次`), `delivery-${sends}`)).toMatchObject({ errcode: 0 });
    client.pass(1000);
  }
  expect(await sendAll(await draft('再一次'), 'one-more')).toMatchObject({ errcode: 45028 });
});

test('a send that the administrator does not confirm reaches nobody and keeps the draft', async () => {
  client.sandbox.scenarios.nextMass = 'err(40002)';
  const mediaId = await draft('群发');
  const sent = await sendAll(mediaId, 'delivery-1');
  client.pass(1000);
  expect(await status(sent)).toBe('SEND_FAIL');
  expect(client.sandbox.ledger()).toEqual([]);
  expect(await client.wechat('draft/get', { media_id: mediaId })).toHaveProperty('news_item');
});

test('a sent article can be deleted; an unknown send cannot', async () => {
  const sent = await sendAll(await draft('群发'), 'delivery-1');
  client.pass(1000);
  expect(await client.wechat('message/mass/delete', { msg_id: 1 })).toMatchObject({ errcode: 40059 });
  expect(await client.wechat('message/mass/delete', { msg_id: sent['msg_id'], article_idx: 2 })).toMatchObject({
    errcode: 40060,
  });
  expect(await client.wechat('message/mass/delete', { msg_id: sent['msg_id'] })).toMatchObject({ errcode: 0 });
  expect(await status(sent)).toBe('DELETE');
});

test('a preview shows nothing to readers and leaves the draft', async () => {
  const mediaId = await draft('预览');
  const preview = { touser: 'oReader', msgtype: 'mpnews', mpnews: { media_id: mediaId } };
  expect(await client.wechat('message/mass/preview', preview)).toMatchObject({ errcode: 0 });
  expect(await client.wechat('message/mass/preview', { ...preview, touser: '' })).toMatchObject({ errcode: 40003 });
  client.pass(1000);
  expect(client.sandbox.ledger()).toEqual([]);
});

test('a preview is checked as a send is', async () => {
  const preview = (message: Record<string, unknown>) =>
    client.wechat('message/mass/preview', { towxname: 'reader', ...message });
  const picture = await client.upload('material/add_material?type=image', await pictureBytes());
  const { media_id: id } = picture;
  expect(await preview({ msgtype: 'image', image: { media_id: id } })).toMatchObject({ errcode: 0 });
  expect(await preview({ msgtype: 'image', image: { media_id: 'x' } })).toMatchObject({ errcode: 40007 });
  expect(await preview({ msgtype: 'mpvideo', mpvideo: { media_id: id } })).toMatchObject({ errcode: 45161 });
  expect(await preview({ msgtype: 'music', music: {} })).toMatchObject({ errcode: 45052 });
});

test('a sent article can be deleted by its address', async () => {
  const sent = await sendAll(await draft('群发'), 'delivery-1');
  client.pass(1000);
  const [entry] = client.sandbox.ledger();
  expect(await client.wechat('message/mass/delete', { url: entry?.url })).toMatchObject({ errcode: 0 });
  expect(await status(sent)).toBe('DELETE');
});

test('a list of people has two to ten thousand', async () => {
  client.sandbox.scenarios.profile = 'service';
  const send = (touser: readonly unknown[]) =>
    client.wechat('message/mass/send', { touser, msgtype: 'text', text: { content: '通知' } });
  expect(await send(['oOne'])).toMatchObject({ errcode: 40130 });
  expect(await send(['oOne', 2])).toMatchObject({ errcode: 40031 });
  expect(await send(Array.from({ length: 10_001 }, (_, index) => `o${index}`))).toMatchObject({ errcode: 40032 });
  expect(await send(['oOne', 'oTwo'])).toMatchObject({ errcode: 0 });
});

test('sixty sends a minute, refused ones included, and the rest in the next', async () => {
  const send = () => client.wechat('message/mass/sendall', { filter: { is_to_all: true }, msgtype: 'music' });
  for (let sends = 0; sends < 60; sends += 1) expect(await send()).toMatchObject({ errcode: 45052 });
  expect(await send()).toMatchObject({ errcode: 45011 });
  const quota = await client.wechat('openapi/quota/get', { cgi_path: '/cgi-bin/message/mass/sendall' });
  expect(quota).toMatchObject({ quota: { used: 60 }, rate_limit: { call_count: 60, refresh_second: 60 } });
  client.pass(60_000);
  expect(await send()).toMatchObject({ errcode: 45052 });
});

test('the speed is one of five', async () => {
  expect(await client.wechat('message/mass/speed/get', {})).toEqual({ speed: 0, realspeed: 80 });
  expect(await client.wechat('message/mass/speed/set', { speed: 5 })).toMatchObject({ errcode: 45083 });
  expect(await client.wechat('message/mass/speed/set', {})).toMatchObject({ errcode: 45084 });
  expect(await client.wechat('message/mass/speed/set', { speed: 3 })).toMatchObject({ errcode: 0 });
  expect(await client.wechat('message/mass/speed/get', {})).toEqual({ speed: 3, realspeed: 30 });
});

test('a message goes to a tag that the account has made', async () => {
  const tag = (call: string, more: object) => client.wechat(`tags/${call}`, { tag: more });
  const { tag: made } = await tag('create', { name: '医保' });
  const { id } = made as { id: number };
  expect(await client.wechat('tags/get')).toMatchObject({ tags: [{ id: 2 }, { id, name: '医保' }] });
  const send = () =>
    client.wechat('message/mass/sendall', {
      filter: { is_to_all: false, tag_id: id },
      msgtype: 'text',
      text: { content: '通知' },
    });
  expect(await send()).toMatchObject({ errcode: 0 });
  expect(await tag('create', { name: '医保' })).toMatchObject({ errcode: 45157 });
  expect(await tag('create', { name: '字'.repeat(11) })).toMatchObject({ errcode: 45158 });
  expect(await tag('update', { id: 2, name: '别的' })).toMatchObject({ errcode: 45058 });
  expect(await tag('delete', { id: 999 })).toMatchObject({ errcode: 45159 });
  expect(await tag('delete', { id })).toMatchObject({ errcode: 0 });
  client.pass(DAY);
  expect(await send()).toMatchObject({ errcode: 45159 });
});

test.each([
  ['an unknown tag', { filter: { is_to_all: false, tag_id: 99 }, msgtype: 'text', text: { content: '通知' } }, 45159],
  ['an unknown type', { filter: { is_to_all: true }, msgtype: 'music', music: {} }, 45052],
  ['a video of the library', { filter: { is_to_all: true }, msgtype: 'mpvideo', mpvideo: { media_id: 'x' } }, 45161],
  ['an empty text', { filter: { is_to_all: true }, msgtype: 'text', text: { content: '' } }, 44004],
])('refuses %s', async (_what, body, code) => {
  expect(await client.wechat('message/mass/sendall', body)).toMatchObject({ errcode: code });
});

describe('a send to a tag', () => {
  const CITIZEN = 'oSandboxCitizen0000000000001';
  const members = (call: string, body: object) => client.wechat(`tags/members/${call}`, body);
  const create = async (name: string): Promise<number> =>
    ((await client.wechat('tags/create', { tag: { name } }))['tag'] as { id: number }).id;
  const sendTo = (tagId: number) =>
    client.wechat('message/mass/sendall', {
      filter: { is_to_all: false, tag_id: tagId },
      msgtype: 'text',
      text: { content: '通知' },
    });
  const send = async (filter: object): Promise<number | undefined> => {
    const sent = { filter, msgtype: 'mpnews', mpnews: { media_id: await draft('群发') } };
    await client.wechat('message/mass/sendall', sent);
    client.pass(1000);
    return client.sandbox.ledger().at(-1)?.reach;
  };

  test('reaches its members only, whom the account chooses', async () => {
    const tagid = await create('医保');
    expect(await members('batchtagging', { openid_list: [CITIZEN], tagid })).toMatchObject({ errcode: 0 });
    expect(await client.wechat('tags/get')).toMatchObject({
      tags: [
        { id: 2, count: 1 },
        { id: tagid, count: 1 },
      ],
    });
    expect(await client.wechat('user/tag/get', { tagid })).toMatchObject({ count: 1, data: { openid: [CITIZEN] } });
    expect(await client.wechat('user/tag/get', { tagid, next_openid: CITIZEN })).toMatchObject({ count: 0 });
    expect(await client.wechat('tags/getidlist', { openid: CITIZEN })).toEqual({ tagid_list: [tagid] });
    expect(await send({ is_to_all: false, tag_id: tagid })).toBe(1);
    client.pass(DAY);
    expect(await send({ is_to_all: true })).toBe(3);
  });

  test('that nobody has is seen by nobody', async () => {
    const tagid = await create('空的');
    expect(await send({ is_to_all: false, tag_id: tagid })).toBeUndefined();
    expect(client.sandbox.ledger()).toEqual([]);
    await members('batchtagging', { openid_list: [CITIZEN], tagid });
    await members('batchuntagging', { openid_list: [CITIZEN], tagid });
    client.pass(DAY);
    const sent = await sendTo(tagid);
    client.pass(1000);
    expect(await status(sent)).toBe('SEND_FAIL');
  });

  test('a tag that is deleted leaves its members', async () => {
    const tagid = await create('短命');
    await members('batchtagging', { openid_list: [CITIZEN], tagid });
    await client.wechat('tags/delete', { tag: { id: tagid } });
    expect(await client.wechat('tags/getidlist', { openid: CITIZEN })).toEqual({ tagid_list: [] });
  });

  test('a follower has twenty tags at most', async () => {
    const ids = await Promise.all(Array.from({ length: 21 }, (_, index) => create(`标签${index}`)));
    const answers: unknown[] = [];
    for (const tagid of ids) {
      answers.push((await members('batchtagging', { openid_list: [CITIZEN], tagid }))['errcode']);
    }
    expect(answers).toEqual([...Array<number>(20).fill(0), 45059]);
  });

  test.each([
    ['nobody', { openid_list: [], tagid: 2 }, 40031],
    ['more than fifty', { openid_list: Array<string>(51).fill('o'), tagid: 2 }, 40032],
    ['a stranger', { openid_list: ['oStranger'], tagid: 2 }, 40003],
    ['an unknown tag', { openid_list: [CITIZEN], tagid: 999 }, 45159],
  ])('%s cannot be tagged', async (_what, body, code) => {
    expect(await members('batchtagging', body)).toMatchObject({ errcode: code });
  });
});

describe('a send of an account with 群发保护', () => {
  const MINUTE = 60_000;
  beforeEach(() => (client.sandbox.scenarios.massProtection = true));
  const confirm = (accept: boolean) => client.admin('POST', '/_confirm-mass', { accept });

  test('goes out once its administrator has confirmed it', async () => {
    const sent = await sendAll(await draft('群发'), 'delivery-1');
    client.pass(29 * MINUTE);
    expect(await status(sent)).toBe('SENDING');
    expect(await confirm(true)).toEqual({ waited: true });
    client.pass(1000);
    expect(await status(sent)).toBe('SEND_SUCCESS');
    expect(await confirm(true)).toEqual({ waited: false });
  });

  test.each([
    ['says no', () => confirm(false), 1000],
    ['does nothing for half an hour', () => Promise.resolve(null), 30 * MINUTE],
  ])('reaches nobody when he %s', async (_what, act, wait) => {
    const mediaId = await draft('群发');
    const sent = await sendAll(mediaId, 'delivery-1');
    await act();
    client.pass(wait);
    expect(await status(sent)).toBe('SEND_FAIL');
    expect(client.sandbox.ledger()).toEqual([]);
    expect(await client.wechat('draft/get', { media_id: mediaId })).toHaveProperty('news_item');
  });
});

test.each([
  ['original', 0, 'SEND_SUCCESS'],
  ['may-reprint', 0, 'SEND_FAIL'],
  ['may-reprint', 1, 'SEND_SUCCESS'],
  ['may-not-reprint', 1, 'SEND_FAIL'],
] as const)(
  'an article that the check calls %s, with send_ignore_reprint %i, comes to %s',
  async (found, ignore, end) => {
    client.sandbox.scenarios.reprint = found;
    const sent = await client.wechat('message/mass/sendall', {
      filter: { is_to_all: true },
      msgtype: 'mpnews',
      mpnews: { media_id: await draft('群发') },
      send_ignore_reprint: ignore,
    });
    client.pass(1000);
    expect(await status(sent)).toBe(end);
  },
);

test('a draft that was saved by itself can be neither pushed nor shown to anybody', async () => {
  client.sandbox.scenarios.draftCheck = 'unsaved';
  const mediaId = await draft('群发');
  expect(await sendAll(mediaId)).toMatchObject({ errcode: 48021 });
  const preview = { touser: 'oReader', msgtype: 'mpnews', mpnews: { media_id: mediaId } };
  expect(await client.wechat('message/mass/preview', preview)).toMatchObject({ errcode: 48021 });
});

test('a video is pushed only once the platform has reviewed it', async () => {
  const mp4 = Buffer.concat([Buffer.from('00000018667479706d703432', 'hex'), Buffer.alloc(100)]);
  const about = JSON.stringify({ title: '发布会', introduction: '全程' });
  const added = await client.upload('material/add_material?type=video', mp4, 'a.mp4', about);
  const { media_id } = await client.wechat('media/uploadvideo', { media_id: added['media_id'], title: '发布会' });
  const send = () =>
    client.wechat('message/mass/sendall', { filter: { is_to_all: true }, msgtype: 'mpvideo', mpvideo: { media_id } });
  client.sandbox.scenarios.videosReviewed = false;
  expect(await send()).toMatchObject({ errcode: 48014 });
  client.sandbox.scenarios.videosReviewed = true;
  expect(await send()).toMatchObject({ errcode: 0 });
});
