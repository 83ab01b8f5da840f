import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from 'koa';
import sharp from 'sharp';
import uploads from '../../../src/middlewares/uploads';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingbai-uploads-'));
});
afterEach(() => rm(directory, { recursive: true }));

/** What the body parser leaves for a form with one file. */
async function incoming(name: string, bytes: Uint8Array) {
  const filepath = join(directory, 'incoming');
  await writeFile(filepath, bytes);
  const file = { filepath, originalFilename: name, mimetype: 'application/octet-stream', size: bytes.length };
  // The few members of a request that are read.
  const ctx = { path: '/upload', request: { files: { files: file } }, status: 200, body: null } as unknown as Context;
  return { ctx, file };
}

test('what staff upload reaches the library as what it has become, and its temporary copy goes', async () => {
  const scan = await sharp({ create: { width: 6, height: 4, channels: 3, background: '#14527A' } })
    .tiff()
    .toBuffer();
  const { ctx, file } = await incoming('扫描.tif', scan);
  const reached: Buffer[] = [];
  await uploads()(ctx, async () => void reached.push(await readFile(file.filepath)));
  const [bytes] = reached;
  expect(file).toMatchObject({ originalFilename: '扫描.png', mimetype: 'image/png', size: bytes?.length });
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 6 });
  await expect(stat(file.filepath)).rejects.toThrow();
});

test('what cannot be used is refused in words, and its temporary copy goes', async () => {
  const { ctx, file } = await incoming('IMG_1.HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'));
  await uploads()(ctx, () => Promise.reject(new Error('must not be reached')));
  expect(ctx.status).toBe(415);
  expect(ctx.body).toMatchObject({ error: { code: 'picture.heic', message: expect.stringMatching(/JPG/) as string } });
  await expect(stat(file.filepath)).rejects.toThrow();
});
