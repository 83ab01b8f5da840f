import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { Refusal } from '../../../src/delivery/refusal';
import { acceptUpload } from '../../../src/editorial/accept-upload';
import { bmpBytes } from '../publishers/pictures/bmp-bytes';
import { HEIC_PICTURE } from '../publishers/pictures/heic-picture';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingbai-upload-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function upload(name: string, bytes: Uint8Array) {
  const filepath = join(directory, 'incoming');
  await writeFile(filepath, bytes);
  return acceptUpload({ filepath, originalFilename: name, mimetype: 'application/octet-stream', size: bytes.length });
}
async function refusalOf(name: string, bytes: Uint8Array): Promise<Refusal> {
  const error: unknown = await upload(name, bytes).catch((reason: unknown) => reason);
  if (!(error instanceof Refusal)) throw new Error('was accepted');
  return error;
}

const plain = sharp({ create: { width: 6, height: 4, channels: 3, background: '#14527A' } });

test.each([
  ['照片.JPG', () => plain.clone().jpeg().toBuffer(), 'image/jpeg', '照片.JPG'],
  ['截图.jpeg', () => plain.clone().png().toBuffer(), 'image/png', '截图.png'],
  ['没有后缀', () => plain.clone().webp().toBuffer(), 'image/webp', '没有后缀.webp'],
  ['a.v2.gif', () => plain.clone().gif().toBuffer(), 'image/gif', 'a.v2.gif'],
  ['a.avif', () => plain.clone().avif().toBuffer(), 'image/avif', 'a.avif'],
])('%s keeps its bytes and gets the type and ending that they have', async (name, make, mime, named) => {
  const bytes = await make();
  const accepted = await upload(name, bytes);
  expect(accepted).toMatchObject({ mime, name: named, size: bytes.length });
  expect(await readFile(accepted.path)).toEqual(bytes);
});

test.each([
  ['扫描.tif', () => plain.clone().tiff().toBuffer(), '扫描.png'],
  [
    '画图.bmp',
    () => Promise.resolve(bmpBytes({ bits: 32, width: 6, height: 4, rows: [Array<number>(96).fill(64)] })),
    '画图.png',
  ],
])('%s becomes a PNG that every browser shows', async (name, make, named) => {
  const accepted = await upload(name, await make());
  expect(accepted).toMatchObject({ mime: 'image/png', name: named });
  const bytes = await readFile(accepted.path);
  expect(bytes.length).toBe(accepted.size);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 6, height: 4 });
});

test('a scan too large for PNG becomes a JPEG', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const scan = await sharp({ create: { width: 2200, height: 1800, channels: 3, noise, background: '#000' } })
    .tiff()
    .toBuffer();
  expect(await upload('扫描.tiff', scan)).toMatchObject({ mime: 'image/jpeg', name: '扫描.jpg' });
});

test.each([
  ['HEIC', 'IMG_1.HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 415, 'picture.heic'],
  ['a whole HEIC picture', 'IMG_2.HEIC', HEIC_PICTURE, 415, 'picture.heic'],
  ['a whole HEIC picture that is called PNG', 'a.png', HEIC_PICTURE, 415, 'picture.heic'],
  ['HEIC that is called JPG', 'a.jpg', Buffer.from('\0\0\0\x14ftypmif1\0\0\0\0', 'latin1'), 415, 'picture.heic'],
  ['a drawing', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'picture.drawing'],
  ['a text', 'a.png', Buffer.from('这不是图片'), 415, 'media.type'],
  ['no bytes', 'a.png', Buffer.alloc(0), 422, 'media.empty'],
  ['a head alone', 'a.gif', Buffer.from('GIF89a'), 422, 'picture.broken'],
  ['a bomb', 'a.bmp', bmpBytes({ bits: 1, width: 2 ** 20, height: 2 ** 20, rows: [] }), 422, 'picture.too-many-pixels'],
] as const)('%s is refused with what to do', async (_what, name, bytes, status, code) => {
  const { message, ...refusal } = await refusalOf(name, bytes);
  expect(refusal).toMatchObject({ status, code });
  expect(message).toMatch(/请.*。$/);
});

test('half a picture is refused, although its head is right', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const whole = await sharp({ create: { width: 300, height: 300, channels: 3, noise, background: '#000' } })
    .jpeg()
    .toBuffer();
  expect(await refusalOf('a.jpg', whole.subarray(0, whole.length / 2))).toMatchObject({ code: 'picture.broken' });
});

test('a film is a film', async () => {
  expect(await upload('a.mp4', Buffer.from('\0\0\0\x14ftypisom\0\0\0\0', 'latin1'))).toMatchObject({
    mime: 'video/mp4',
  });
});
