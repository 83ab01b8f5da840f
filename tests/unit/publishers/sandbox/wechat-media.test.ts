import { pictureBytes, startClient, type Client } from './client';

const MB = 1024 * 1024;
const DAY = 24 * 60 * 60 * 1000;
let client: Client;
beforeAll(async () => (client = await startClient()));
afterAll(() => client.sandbox.close());

/** A picture with bytes after its end: still a picture, and as large as needed. */
const padded = async (format: 'png' | 'jpeg', size: number): Promise<Buffer> => {
  const bytes = await pictureBytes(format);
  return Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);
};
const mp4 = Buffer.concat([Buffer.from('00000018667479706d703432', 'hex'), Buffer.alloc(100)]);

test.each([
  ['uploadimg', 'media/uploadimg', 'webp', 0, 40005],
  ['uploadimg', 'media/uploadimg', 'gif', 0, 40005],
  ['uploadimg of 1 MB', 'media/uploadimg', 'png', MB, 40009],
  ['an image of the library', 'material/add_material?type=image', 'webp', 0, 40005],
  ['a large image', 'material/add_material?type=image', 'png', 10 * MB + 1, 40009],
  ['a thumb', 'material/add_material?type=thumb', 'png', 0, 40005],
  ['a thumb above 64 KB', 'material/add_material?type=thumb', 'jpeg', 64 * 1024 + 1, 40012],
  ['a video without a description', 'material/add_material?type=video', 'png', 0, 41011],
  ['an unknown type', 'material/add_material?type=news', 'png', 0, 40004],
] as const)('refuses %s (%s, %s)', async (_what, path, format, size, code) => {
  const bytes =
    size > 0 && (format === 'png' || format === 'jpeg') ? await padded(format, size) : await pictureBytes(format);
  expect((await client.upload(path, bytes))['errcode']).toBe(code);
});

test('refuses a file without an extension, which the platform does not see as a file', async () => {
  expect((await client.upload('media/uploadimg', await pictureBytes(), 'picture'))['errcode']).toBe(41005);
});

test('tells the type by the bytes, not by the name', async () => {
  expect((await client.upload('media/uploadimg', await pictureBytes('webp'), 'a.png'))['errcode']).toBe(40005);
  expect((await client.upload('media/uploadimg', await pictureBytes('jpeg'), 'a.png'))['errcode']).toBe(0);
});

test('uploadimg takes just under 1 MB, answers JSON labelled as text, with a plain http address', async () => {
  const form = new FormData();
  form.append('media', new Blob([new Uint8Array(await padded('png', MB - 1))], { type: 'image/png' }), 'a.png');
  const url = `${client.sandbox.wechatBaseUrl}/cgi-bin/media/uploadimg?access_token=${await client.token()}`;
  const response = await fetch(url, { method: 'POST', body: form });
  expect(response.headers.get('content-type')).toBe('text/plain');
  expect(JSON.parse(await response.text())).toMatchObject({ errcode: 0 });
});

test('the library lists what was added, newest first and by file name, and gives the bytes back', async () => {
  const bytes = await pictureBytes('jpeg', 120, 60);
  const added = await client.upload('material/add_material?type=image', bytes, 'a1b2c3d4e5f6.jpg');
  expect(added['url']).toMatch(/^http:\/\/mmbiz\.qpic\.cn\//);
  const list = await client.wechat('material/batchget_material', { type: 'image', offset: 0, count: 1 });
  expect(list).toMatchObject({ item_count: 1, item: [{ media_id: added['media_id'], name: 'a1b2c3d4e5f6.jpg' }] });
  const url = `${client.sandbox.wechatBaseUrl}/cgi-bin/material/get_material?access_token=${await client.token()}`;
  const file = await fetch(url, { method: 'POST', body: JSON.stringify({ media_id: added['media_id'] }) });
  expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);

  expect(await client.wechat('material/del_material', { media_id: added['media_id'] })).toMatchObject({ errcode: 0 });
  expect(await client.wechat('material/get_material', { media_id: added['media_id'] })).toMatchObject({
    errcode: 40007,
  });
});

test('a material that an automatic reply or the menu shows cannot be deleted until it shows something else', async () => {
  const { media_id: mediaId } = await client.upload('material/add_material?type=image', await pictureBytes());
  await client.admin('POST', '/_in-use', { mediaId, used: true });
  expect(await client.wechat('material/del_material', { media_id: mediaId })).toMatchObject({ errcode: 48005 });
  await client.admin('POST', '/_in-use', { mediaId, used: false });
  expect(await client.wechat('material/del_material', { media_id: mediaId })).toMatchObject({ errcode: 0 });
});

test('a video needs its description and comes back by address', async () => {
  const description = JSON.stringify({ title: '发布会', introduction: '全程' });
  const added = await client.upload('material/add_material?type=video', mp4, 'a.mp4', description);
  const found = await client.wechat('material/get_material', { media_id: added['media_id'] });
  expect(found).toMatchObject({ title: '发布会', description: '全程' });
});

test('a temporary file is gone after three days and cannot be deleted as a permanent one', async () => {
  const added = await client.upload('media/upload?type=image', await pictureBytes());
  const mediaId = String(added['media_id']);
  expect(await client.wechat('material/del_material', { media_id: mediaId })).toMatchObject({ errcode: 40007 });
  client.pass(3 * DAY);
  expect(await client.wechat('media/get', undefined, `&media_id=${mediaId}`)).toMatchObject({ errcode: 40007 });
});
