/**
 * The sandbox, asked by a client that others wrote for the real platform. It has calls of its own for tokens, files and
 * mass messages; for what is younger than it (drafts, publishing, comments, quotas) it lends its way of asking: token,
 * second try with a new one, reading of answers, numbers of errors.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import API from 'co-wechat-api';
import { pictureBytes, startClient, type Client } from './client';

const HOUR = 3_600_000;
const MP4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(64)]);

let sandbox: Client;
let api: API;
let folder: string;
let picture: string;

beforeEach(async () => {
  sandbox = await startClient({ profile: 'service' });
  sandbox.sandbox.scenarios.comments = true;
  api = connect();
  folder = await mkdtemp(join(tmpdir(), 'mingbai-foreign-'));
  picture = await file('picture.png', await pictureBytes());
});
afterEach(async () => {
  await sandbox.sandbox.close();
  await rm(folder, { recursive: true });
});

function connect(appId = 'wxsandbox0000000001', secret = 'sandbox-secret'): API {
  const client = new API(appId, secret);
  client.prefix = `${sandbox.sandbox.wechatBaseUrl}/cgi-bin/`;
  client.fileServerPrefix = client.prefix;
  return client;
}

async function file(name: string, bytes: Buffer): Promise<string> {
  await writeFile(join(folder, name), bytes);
  return join(folder, name);
}

/** A call that this client has no name for, made as it makes its own. */
async function ask(path: string, body: unknown): Promise<Readonly<Record<string, unknown>>> {
  const { accessToken } = await api.ensureAccessToken();
  return api.request(`${api.prefix}${path}?access_token=${accessToken}`, {
    dataType: 'json',
    method: 'POST',
    data: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
  });
}

const ADDRESS: unknown = expect.stringMatching(/^http:\/\/mmbiz\.qpic\.cn\//);
const NUMBER: unknown = expect.any(Number);
const refusal = (code: number) => expect.objectContaining({ name: 'WeChatAPIError', code }) as unknown;

async function draft(title: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { media_id: thumb } = await api.uploadMaterial(picture, 'image');
  const article = { title, content: '<p>正文</p>', thumb_media_id: thumb, ...more };
  return String((await ask('draft/add', { articles: [article] }))['media_id']);
}

describe('tokens', () => {
  test('are given for two hours and used for every call', async () => {
    const { accessToken, expireTime } = await api.getAccessToken();
    expect(accessToken.length).toBeGreaterThan(100);
    expect(expireTime - Date.now()).toBeGreaterThan(1.9 * HOUR);
    expect(await api.getIp()).toEqual({ ip_list: ['127.0.0.1'] });
  });

  test('that ran out or were replaced are refused by the numbers at which a client asks for another', async () => {
    const before = await api.getAccessToken();
    sandbox.pass(3 * HOUR);
    expect(await api.getMaterialCount()).toMatchObject({ image_count: 0 });
    const after = await api.ensureAccessToken();
    expect(after.accessToken).not.toBe(before.accessToken);
    await connect().getAccessToken();
    sandbox.pass(6 * 60_000);
    expect(await api.getMaterialCount()).toMatchObject({ image_count: 0 });
    expect((await api.ensureAccessToken()).accessToken).not.toBe(after.accessToken);
  });

  test('are refused for a wrong secret, and for a wrong AppID', async () => {
    await expect(connect(undefined, 'wrong').getAccessToken()).rejects.toEqual(refusal(40125));
    await expect(connect('wx-other').getAccessToken()).rejects.toEqual(refusal(40013));
  });
});

describe('files', () => {
  test('a picture of an article becomes an address on the platform', async () => {
    expect(await api.uploadImage(picture)).toMatchObject({ url: ADDRESS });
    await expect(api.uploadImage(await file('a.webp', await pictureBytes('webp')))).rejects.toEqual(refusal(40005));
  });

  test('material is kept, listed newest first by its file name, counted, read and removed', async () => {
    const { media_id: id, url } = await api.uploadMaterial(picture, 'image');
    expect(url).toMatch(/^http:\/\/mmbiz/);
    await api.uploadMaterial(await file('second.png', await pictureBytes('png', 20, 20)), 'image');
    const listed = await api.getMaterials('image', 0, 20);
    expect(listed).toMatchObject({
      total_count: 2,
      item_count: 2,
      item: [{ name: 'second.png' }, { name: 'picture.png', media_id: id }],
    });
    expect(await api.getMaterialCount()).toMatchObject({ image_count: 2, video_count: 0 });
    expect(Buffer.compare(await api.getMaterial(String(id)), await pictureBytes())).toBe(0);
    expect(await api.removeMaterial(String(id))).toMatchObject({ errcode: 0 });
    await expect(api.getMaterial(String(id))).rejects.toEqual(refusal(40007));
  });

  test('what is uploaded for three days comes back by its id, and is gone afterwards', async () => {
    const { media_id: id, type } = await api.uploadMedia(picture, 'image');
    expect(type).toBe('image');
    expect(Buffer.compare(await api.getMedia(String(id)), await pictureBytes())).toBe(0);
    sandbox.pass(73 * HOUR);
    await expect(api.getMedia(String(id))).rejects.toEqual(refusal(40007));
  });

  test('a video takes its description along, and is made fit for a mass message', async () => {
    const about = { title: '怎么报销', introduction: '三分钟看懂' };
    const { media_id: id } = await api.uploadVideoMaterial(await file('film.mp4', MP4), about);
    expect(await api.getMaterial(String(id))).toMatchObject({ title: '怎么报销', description: '三分钟看懂' });
    await expect(api.massSendVideo(String(id), true)).rejects.toEqual(refusal(45161));
    const sendable = await api.uploadMPVideo({ media_id: String(id), title: '怎么报销', description: '' });
    expect(await api.massSendVideo(String(sendable['media_id']), true)).toMatchObject({ errcode: 0 });
  });
});

describe('drafts', () => {
  test('are added, changed, read, listed, counted and deleted', async () => {
    const id = await draft('门诊共济怎么报销', { author: '市医保局', digest: '一图看懂' });
    const { media_id: thumb } = await api.uploadMaterial(picture, 'image');
    const changed = { title: '门诊共济怎么报', content: '<p>改过的正文</p>', thumb_media_id: thumb };
    expect(await ask('draft/update', { media_id: id, index: 0, articles: changed })).toMatchObject({ errcode: 0 });
    expect(await ask('draft/get', { media_id: id })).toMatchObject({
      news_item: [{ title: '门诊共济怎么报', content: '<p>改过的正文</p>', article_type: 'news' }],
    });
    expect(await ask('draft/batchget', { offset: 0, count: 20, no_content: 1 })).toMatchObject({
      total_count: 1,
      item_count: 1,
      item: [{ media_id: id }],
    });
    const { accessToken } = await api.ensureAccessToken();
    expect(await api.request(`${api.prefix}draft/count?access_token=${accessToken}`, {})).toEqual({ total_count: 1 });
    expect(await ask('draft/delete', { media_id: id })).toMatchObject({ errcode: 0 });
    await expect(ask('draft/get', { media_id: id })).rejects.toEqual(refusal(40007));
  });

  test('with a temporary picture as cover are refused', async () => {
    const { media_id: thumb } = await api.uploadMedia(picture, 'image');
    const article = { title: '题', content: '<p>文</p>', thumb_media_id: thumb };
    await expect(ask('draft/add', { articles: [article] })).rejects.toEqual(refusal(40007));
  });
});

describe('publishing', () => {
  test('goes from the draft by a task to an article that is read, listed and deleted', async () => {
    const id = await draft('门诊共济怎么报销');
    const { publish_id: task } = await ask('freepublish/submit', { media_id: id });
    expect(await ask('freepublish/get', { publish_id: task })).toMatchObject({ publish_status: 1 });
    sandbox.pass(1000);
    const done = await ask('freepublish/get', { publish_id: task });
    expect(done).toMatchObject({ publish_status: 0, article_detail: { count: 1, item: [{ idx: 1 }] } });
    const article = { article_id: done['article_id'] };
    expect(await ask('freepublish/getarticle', article)).toMatchObject({ news_item: [{ title: '门诊共济怎么报销' }] });
    const listed = await ask('freepublish/batchget', { offset: 0, count: 20, no_content: 1 });
    expect(listed).toMatchObject({ total_count: 1, item: [article] });
    expect(await ask('freepublish/delete', { ...article, index: 1 })).toMatchObject({ errcode: 0 });
    expect(await ask('freepublish/getarticle', article)).toMatchObject({ news_item: [{ is_deleted: true }] });
    await expect(ask('freepublish/submit', { media_id: id })).rejects.toEqual(refusal(40007));
  });

  test('is refused to an account that is not verified, its drafts are not', async () => {
    sandbox.sandbox.scenarios.profile = 'personal';
    const id = await draft('题');
    await expect(ask('freepublish/submit', { media_id: id })).rejects.toEqual(refusal(48001));
    await expect(api.massSendNews(id, true)).rejects.toEqual(refusal(48001));
  });
});

describe('mass messages', () => {
  test('are sent to all once under their number, looked up and deleted', async () => {
    const id = await draft('群发');
    const sent = await api.massSendNews(id, true, 'delivery-1', 0);
    expect(sent).toMatchObject({ errcode: 0, msg_id: NUMBER, msg_data_id: NUMBER });
    sandbox.pass(1000);
    expect(await api.getMassMessageStatus(sent['msg_id'])).toMatchObject({ msg_status: 'SEND_SUCCESS' });
    await expect(api.massSendNews(id, true, 'delivery-1', 0)).rejects.toEqual(refusal(45065));
    expect(await api.deleteMass(sent['msg_id'])).toMatchObject({ errcode: 0 });
    expect(await api.getMassMessageStatus(sent['msg_id'])).toMatchObject({ msg_status: 'DELETE' });
    await expect(api.deleteMass(1)).rejects.toEqual(refusal(40059));
  });

  test('go to a tag that exists, and to two people or more', async () => {
    expect(await api.massSendText('通知', 2)).toMatchObject({ errcode: 0 });
    await expect(api.massSendText('通知', 99)).rejects.toEqual(refusal(45159));
    expect(await api.massSendText('通知', ['oOne', 'oTwo'])).toMatchObject({ errcode: 0 });
    await expect(api.massSendText('通知', ['oOne'])).rejects.toEqual(refusal(40130));
  });

  test('go to a tag that the account makes, renames and deletes', async () => {
    const { tag } = await api.createTags('医保');
    const { id } = tag as { id: number };
    expect(await api.updateTag(id, '医疗保险')).toMatchObject({ errcode: 0 });
    expect(await api.getTags()).toMatchObject({ tags: [{ id: 2 }, { id, name: '医疗保险' }] });
    expect(await api.massSendText('通知', id)).toMatchObject({ errcode: 0 });
    expect(await api.deleteTag(id)).toMatchObject({ errcode: 0 });
    await expect(api.deleteTag(2)).rejects.toEqual(refusal(45058));
  });

  test('are shown to one person beforehand', async () => {
    const id = await draft('预览');
    expect(await api.previewNews('oReader', id)).toMatchObject({ errcode: 0, msg_id: NUMBER });
    expect(await api.previewText('oReader', '通知')).toMatchObject({ errcode: 0 });
    await expect(api.previewNews('oReader', 'none')).rejects.toEqual(refusal(40007));
    expect(await ask('draft/get', { media_id: id })).toHaveProperty('news_item');
  });
});

test('comments are listed, elected, answered and deleted under an article that has them open', async () => {
  const { msg_data_id: message } = await ask('freepublish/submit', {
    media_id: await draft('题', { need_open_comment: 1 }),
  });
  sandbox.pass(1000);
  await sandbox.admin('POST', '/_comments', { article: message, content: '什么时候开始？', openid: 'oOne' });
  const place = { msg_data_id: message, index: 0 };
  const page = { ...place, begin: 0, count: 49, type: 0 };
  expect(await ask('comment/list', page)).toMatchObject({
    total: 1,
    comment: [{ user_comment_id: 1, openid: 'oOne', content: '什么时候开始？', comment_type: 0 }],
  });
  const one = { ...place, user_comment_id: 1 };
  expect(await ask('comment/markelect', one)).toMatchObject({ errcode: 0 });
  expect(await ask('comment/reply/add', { ...one, content: '十二月一日。' })).toMatchObject({ errcode: 0 });
  await expect(ask('comment/reply/add', { ...one, content: '再答。' })).rejects.toEqual(refusal(88005));
  expect(await ask('comment/list', { ...page, type: 2 })).toMatchObject({
    total: 1,
    comment: [{ comment_type: 1, reply: { content: '十二月一日。' } }],
  });
  await expect(ask('comment/list', { ...page, count: 51 })).rejects.toEqual(refusal(88010));
  expect(await ask('comment/delete', one)).toMatchObject({ errcode: 0 });
  await expect(ask('comment/markelect', one)).rejects.toEqual(refusal(88008));
});

test('quotas are told and run out', async () => {
  sandbox.sandbox.scenarios.quotaFactor = 0.002;
  await draft('一');
  await draft('二');
  await expect(draft('三')).rejects.toEqual(refusal(45009));
  expect(await ask('openapi/quota/get', { cgi_path: '/cgi-bin/draft/add' })).toMatchObject({
    quota: { daily_limit: 2, used: 2, remain: 0 },
  });
  expect(await ask('clear_quota', { appid: 'wxsandbox0000000001' })).toMatchObject({ errcode: 0 });
  expect(await draft('三')).not.toBe('');
});

test('a refusal is looked up by the number in its text, for seven days', async () => {
  const text = await ask('draft/get', { media_id: 'none' }).then(() => '', String);
  const rid = /rid: (\S+)$/.exec(text)?.[1];
  expect(await ask('openapi/rid/get', { rid })).toMatchObject({
    request: {
      request_url: expect.stringContaining('/cgi-bin/draft/get') as unknown,
      request_body: '{"media_id":"none"}',
      response_body: expect.stringContaining('40007') as unknown,
    },
  });
  sandbox.pass(8 * 24 * HOUR);
  await expect(ask('openapi/rid/get', { rid })).rejects.toEqual(refusal(76001));
});
