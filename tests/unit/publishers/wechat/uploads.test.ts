import sharp from 'sharp';
import type { Account, MediaRef, Rendition } from '../../../../publishers/contract';
import { startSandbox, type Sandbox } from '../../../../publishers/sandbox/server';
import { wechat } from '../../../../publishers/wechat/index';
import type { WechatPayload } from '../../../../publishers/wechat/payload';
import { mediaOf, sampleVersion } from '../article/sample-version';
import { prepareAll, prepared } from './run-through';
import { testIo, type TestIo } from './test-io';

const account: Account = {
  name: 'wechat',
  publisher: 'wechat',
  title: '云澜发布',
  siteUrl: 'https://jiedu.yunlan.gov.cn',
  settings: {},
};
const SECOND = { appId: 'wxsandbox0000000002', appSecret: 'sandbox-secret' };

let sandbox: Sandbox;
let files: [MediaRef, Uint8Array][];
beforeAll(async () => {
  files = await Promise.all(
    ['#336699', '#993366', '#669933', '#996633', '#339966', '#663399', '#333333'].map(async (background, index) => {
      const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .png()
        .toBuffer();
      const made: [MediaRef, Uint8Array] = [mediaOf(`图${index}.png`, bytes), bytes];
      return made;
    }),
  );
});
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, stateDir: null, publishMs: 40 });
});
afterEach(() => sandbox.close());

const refs = () => files.map(([ref]) => ref);
const newIo = (changes: Record<string, string> = {}): TestIo =>
  testIo(
    { apiBaseUrl: sandbox.wechatBaseUrl, appId: 'wxsandbox0000000001', appSecret: 'sandbox-secret', ...changes },
    files,
  );
const article = (explainer: string): Rendition<WechatPayload> =>
  wechat.render(
    {
      ...sampleVersion({
        body: refs()
          .map(({ url }) => `![图](${url})`)
          .join('\n\n'),
        media: refs(),
        cover: refs()[0] ?? null,
      }),
      explainer,
    },
    account,
    'publish',
  );
const imagePost = (): Rendition<WechatPayload> =>
  wechat.render(
    sampleVersion({
      form: 'image',
      title: '一图看懂',
      images: refs().map((media) => ({ media, caption: '', longDescription: '字' })),
    }),
    account,
    'publish',
  );
const called = (path: string) => sandbox.calls.list().filter((one) => one.path.endsWith(path)).length;

test('seven pictures and the code travel together, and each is uploaded once', async () => {
  const { steps } = await prepareAll(article('one'), newIo(), 'd1');
  expect(steps).toBe(4); // token, eight pictures, cover, draft
  expect(called('uploadimg')).toBe(8);
});

test('two deliveries that need the same pictures at the same time upload each once, the second waits for the first', async () => {
  const io = newIo();
  await Promise.all([prepared(article('one'), io, 'd1'), prepared(article('one'), io, 'd2')]);
  expect(called('uploadimg')).toBe(8);
  expect(called('add_material')).toBe(1);
  await Promise.all([prepared(imagePost(), io, 'd3'), prepared(imagePost(), io, 'd4')]);
  expect(called('add_material')).toBe(1 + 7);
});

test('the next article with the same pictures uploads none of them, only its own code', async () => {
  const io = newIo();
  await prepared(article('one'), io, 'd1');
  await prepared(article('one'), io, 'd2');
  expect([called('uploadimg'), called('add_material')]).toEqual([8, 1]);
  await prepared(article('another'), io, 'd3');
  expect([called('uploadimg'), called('add_material')]).toEqual([9, 1]);
});

test('what one account uploaded is not used with another', async () => {
  const io = newIo();
  await prepared(article('one'), io, 'd1');
  const elsewhere = await startSandbox({ port: 0, stateDir: null, ...SECOND });
  const other = { ...newIo({ ...SECOND, apiBaseUrl: elsewhere.wechatBaseUrl }), cache: io.cache };
  await prepared(article('one'), other, 'd1');
  expect(elsewhere.calls.list().filter((one) => one.path.endsWith('uploadimg'))).toHaveLength(8);
  await elsewhere.close();
  expect([...io.cached.keys()].filter((key) => !/:wxsandbox000000000[12]:/.test(key))).toEqual([]);
});

test('where one of several fails the others are not uploaded again', async () => {
  const io = newIo();
  const first = await prepareAll(article('one'), io, 'd1', null);
  expect(first.last.state).toBe('ready');
  sandbox.reset();
  io.cached.clear();
  sandbox.faults.add({ platform: 'wechat', endpoint: 'media/uploadimg', kind: 'error-code', code: -1 });
  expect((await prepareAll(article('one'), io, 'd2')).last).toMatchObject({ state: 'later' });
  const failed = called('uploadimg');
  await prepared(article('one'), io, 'd2');
  expect(called('uploadimg') - failed).toBe(8 - (failed - 1));
});

test('a cut connection in the middle ends the sub-step, not the pictures beside it', async () => {
  const io = newIo();
  sandbox.faults.add({ platform: 'wechat', endpoint: 'media/uploadimg', kind: 'drop-before' });
  await expect(prepareAll(article('one'), io, 'd1')).rejects.toThrow();
  const kept = [...io.cached.keys()].filter((key) => key.includes(':picture:')).length;
  expect(kept).toBe(7);
});

test('a file deleted from the library on the platform is forgotten and uploaded again, the others found', async () => {
  const io = newIo();
  await prepared(imagePost(), io, 'd1');
  const [key, entry = ''] = [...io.cached].find(([name]) => name.includes(':material:')) ?? [''];
  const { id } = JSON.parse(entry) as { id: string };
  const token = [...io.cached].find(([name]) => name.endsWith(':token'))?.[1] ?? '';
  await fetch(`${sandbox.wechatBaseUrl}/cgi-bin/material/del_material?access_token=${token}`, {
    method: 'POST',
    body: JSON.stringify({ media_id: id }),
  });
  const before = called('add_material');
  await prepared(imagePost(), io, 'd2');
  expect(called('add_material') - before).toBe(1);
  expect(io.cached.get(key)).not.toBe(entry);
});

test('a long picture that would suffer from being made small goes into the library, and the article shows it', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const bytes = await sharp({ create: { width: 1080, height: 6000, channels: 3, noise, background: '#000' } })
    .jpeg({ quality: 70 })
    .toBuffer();
  const long = mediaOf('一图读懂.jpg', bytes, { mime: 'image/jpeg' });
  const io = testIo(newIo().connection, [[long, bytes]]);
  const version = sampleVersion({ body: `![一图读懂](${long.url})`, media: [long] });
  await prepared(wechat.render(version, account, 'publish'), io, 'd1');
  expect([called('uploadimg'), called('add_material')]).toEqual([1, 2]); // the code; the picture and the drawn cover
  const token = [...io.cached].find(([name]) => name.endsWith(':token'))?.[1] ?? '';
  const drafts = await fetch(`${sandbox.wechatBaseUrl}/cgi-bin/draft/batchget?access_token=${token}`, {
    method: 'POST',
    body: JSON.stringify({ offset: 0, count: 1, no_content: 0 }),
  }).then((response) => response.text());
  const [address = ''] = [...io.cached].find(([name]) => name.includes(long.sha256))?.slice(1) ?? [];
  expect(drafts).toContain(JSON.stringify(address.replaceAll('&', '&amp;')).slice(1, -1).split('?')[0]);
});

test('an upload whose answer was lost is found again by its name', async () => {
  const io = newIo();
  sandbox.faults.add({ platform: 'wechat', endpoint: 'add_material', kind: 'truncated' });
  expect((await prepareAll(article('one'), io, 'd1')).last).toMatchObject({ state: 'later' });
  await prepared(article('one'), io, 'd1');
  expect(called('add_material')).toBe(1);
});
