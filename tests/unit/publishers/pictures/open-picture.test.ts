import sharp from 'sharp';
import { MAX_PIXELS, openPicture } from '../../../../publishers/pictures/open-picture';
import { pictureKind } from '../../../../publishers/pictures/picture-kind';
import { bmpBytes } from './bmp-bytes';
import { HEIC_PICTURE } from './heic-picture';

const plain = (width: number, height: number): sharp.Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } });
const faultOf = async (bytes: Uint8Array): Promise<string> => {
  const opened = await openPicture(bytes);
  return 'fault' in opened ? opened.fault : 'none';
};
const iso = (...brands: readonly string[]): Buffer => {
  const box = Buffer.from(`....ftyp${brands[0] ?? ''}\0\0\0\0${brands.slice(1).join('')}`, 'latin1');
  box.writeUInt32BE(box.length);
  return Buffer.concat([box, Buffer.alloc(64)]);
};

test('what a file is is told by its bytes', async () => {
  expect(pictureKind(await plain(8, 8).jpeg().toBuffer())).toBe('jpeg');
  expect(pictureKind(await plain(8, 8).png().toBuffer())).toBe('png');
  expect(pictureKind(await plain(8, 8).gif().toBuffer())).toBe('gif');
  expect(pictureKind(await plain(8, 8).webp().toBuffer())).toBe('webp');
  expect(pictureKind(await plain(8, 8).avif().toBuffer())).toBe('avif');
  expect(pictureKind(await plain(8, 8).tiff().toBuffer())).toBe('tiff');
  expect(pictureKind(iso('heic', 'mif1', 'heic'))).toBe('heic');
  expect(pictureKind(iso('mif1', 'mif1', 'avif'))).toBe('avif');
  expect(pictureKind(iso('isom', 'isom', 'mp42'))).toBeNull();
  expect(pictureKind(Buffer.from('BMW 公司年报'))).toBeNull();
  expect(pictureKind(Buffer.from('<!doctype html><p>x</p>'))).toBeNull();
});

test.each([
  ['a file of no bytes', Buffer.alloc(0), 'empty'],
  ['a text', Buffer.from('这不是图片'), 'no-picture'],
  ['the head of a picture of an iPhone', iso('heic', 'mif1'), 'heic'],
  ['a whole picture of an iPhone', HEIC_PICTURE, 'heic'],
  [
    'a drawing with a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    'drawing',
  ],
  [
    'a drawing that wants a file of ours',
    Buffer.from('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'),
    'drawing',
  ],
  ['the head of a PNG with nothing behind it', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'broken'],
  [
    'a bitmap of a trillion pixels',
    bmpBytes({ bits: 24, width: 2 ** 20, height: 2 ** 20, rows: [] }),
    'too-many-pixels',
  ],
  ['a bitmap that is cut off', bmpBytes({ bits: 24, width: 9, height: 9, rows: [] }), 'broken'],
])('%s', async (_what, bytes, fault) => {
  expect(await faultOf(bytes)).toBe(fault);
});

test('a small file that unpacks to more pixels than we decode', async () => {
  const side = Math.ceil(Math.sqrt(MAX_PIXELS)) + 1;
  const bomb = await plain(side, side).png({ compressionLevel: 9 }).toBuffer();
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await faultOf(bomb)).toBe('too-many-pixels');
});

test('one turned by its camera has the size that people see', async () => {
  const turned = await plain(20, 10).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  expect(await openPicture(turned)).toMatchObject({ kind: 'jpeg', width: 10, height: 20, frames: 1 });
});

test('a HEIC picture is refused for its coding: our decoder knows the container and has no HEVC', async () => {
  expect(await sharp(HEIC_PICTURE).metadata()).toMatchObject({ format: 'heif', compression: 'hevc', width: 64 });
  await expect(sharp(HEIC_PICTURE).png().toBuffer()).rejects.toThrow(/compression format has not been built in/);
});
