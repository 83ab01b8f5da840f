import sharp from 'sharp';
import { fitPicture, type FittedPicture } from '../../../../publishers/wechat/prepare/fit-picture';
import { bmpBytes } from '../pictures/bmp-bytes';

const LIMIT = 1_000_000;

const noise = (width: number, height: number): sharp.Sharp =>
  sharp({
    create: { width, height, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 60 }, background: '#000000' },
  });
const plain = (width = 300, height = 200): sharp.Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#14527A' } });

/** Soft light and fine grain, as in a photograph. */
async function photo(width = 1200, height = 800): Promise<sharp.Sharp> {
  const light = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><radialGradient id="a"><stop offset="0" stop-color="#f4d9b0"/><stop offset="1" stop-color="#20486a"/></radialGradient></defs><rect width="100%" height="100%" fill="url(#a)"/></svg>`,
  );
  const grain = await sharp({
    create: { width, height, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 8 }, background: '#000000' },
  })
    .png()
    .toBuffer();
  const bytes = await sharp(light)
    .composite([{ input: grain, blend: 'soft-light' }])
    .removeAlpha()
    .png()
    .toBuffer();
  return sharp(bytes);
}

/** Words and lines in few colours. */
const drawing = (): sharp.Sharp =>
  sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="600"><rect width="100%" height="100%" fill="#FBFAF6"/><text x="60" y="220" font-size="90" fill="#B3261E">70% 80%</text><rect x="60" y="300" width="700" height="60" fill="#14527A"/></svg>',
    ),
  ).removeAlpha();

async function fit(bytes: Uint8Array, limit = LIMIT): Promise<FittedPicture> {
  const fitted = await fitPicture(bytes, limit, 'some');
  if ('fault' in fitted) throw new Error(fitted.fault);
  expect(fitted.bytes.length).toBeLessThanOrEqual(limit);
  expect(await sharp(fitted.bytes).metadata()).toMatchObject({
    format: fitted.mime === 'image/png' ? 'png' : 'jpeg',
    space: 'srgb',
    depth: 'uchar',
    hasAlpha: false,
  });
  return fitted;
}

/** How far the colours of two pictures are apart on average, of 255; at the size of the second. */
async function difference(original: sharp.Sharp, sent: Uint8Array): Promise<number> {
  const { data, info } = await sharp(sent).raw().toBuffer({ resolveWithObject: true });
  const before = await original
    .toColourspace('srgb')
    .resize({ width: info.width, height: info.height, fit: 'fill' })
    .raw()
    .toBuffer();
  let sum = 0;
  for (let index = 0; index < data.length; index += 1) sum += Math.abs(data.readUInt8(index) - before.readUInt8(index));
  return sum / data.length;
}

/** Nobody sees a difference below this. */
const INVISIBLE = 3;

describe('a photograph goes out as JPEG, with no harm that anybody sees', () => {
  test.each<[string, (picture: sharp.Sharp) => sharp.Sharp]>([
    ['JPEG', (picture) => picture.jpeg({ quality: 95 })],
    ['PNG', (picture) => picture.png()],
    ['PNG of 16 bits', (picture) => picture.toColourspace('rgb16').png()],
    ['WebP', (picture) => picture.webp({ quality: 95 })],
    ['AVIF', (picture) => picture.avif({ quality: 80, effort: 2 })],
    ['TIFF', (picture) => picture.tiff()],
    ['JPEG in grey', (picture) => picture.greyscale().jpeg()],
  ])('from %s', async (_format, write) => {
    const bytes = await write(await photo()).toBuffer();
    const fitted = await fit(bytes);
    expect(fitted.mime).toBe('image/jpeg');
    expect(await difference(sharp(bytes), fitted.bytes)).toBeLessThan(INVISIBLE);
  });

  test('from JPEG in the four inks of a printer', async () => {
    const original = await photo();
    const cmyk = await original.clone().withIccProfile('cmyk').jpeg({ quality: 95 }).toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    // Ink has fewer colours than light, so the nearer comparison is with what the profile itself makes of it.
    expect(await difference(sharp(cmyk), (await fit(cmyk)).bytes)).toBeLessThan(INVISIBLE + 1);
    expect(await difference(original, (await fit(cmyk)).bytes)).toBeLessThan(12);
  });

  test('from a Windows bitmap', async () => {
    const { data, info } = await (await photo(400, 300)).raw().toBuffer({ resolveWithObject: true });
    const rows = Array.from({ length: info.height }, (_, y) =>
      Array.from({ length: info.width }, (_pixel, x) => {
        const at = (y * info.width + x) * 3;
        return [data.readUInt8(at + 2), data.readUInt8(at + 1), data.readUInt8(at)];
      }).flat(),
    );
    const fitted = await fit(bmpBytes({ bits: 24, width: info.width, height: -info.height, rows }));
    const original = sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } });
    expect(await difference(original, fitted.bytes)).toBeLessThan(INVISIBLE);
  });

  test('however many pixels it has', async () => {
    const bytes = await plain(8_660, 5_774).png().toBuffer();
    expect(await sharp((await fit(bytes)).bytes).metadata()).toMatchObject({ width: 1440, height: 960 });
  });
});

describe('a drawing goes out as PNG, with every edge as it was', () => {
  test.each<[string, (picture: sharp.Sharp) => sharp.Sharp]>([
    ['PNG', (picture) => picture.png()],
    ['WebP', (picture) => picture.webp({ lossless: true })],
    ['TIFF', (picture) => picture.tiff({ compression: 'lzw' })],
    ['GIF', (picture) => picture.gif()],
  ])('from %s', async (_format, write) => {
    const bytes = await write(drawing()).toBuffer();
    const fitted = await fit(bytes);
    expect(fitted.mime).toBe('image/png');
    expect(await difference(sharp(bytes).removeAlpha(), fitted.bytes)).toBe(0);
  });

  test('and what was transparent is white, so that dark ink is read in the dark too', async () => {
    const bytes = await sharp({
      create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { dominant } = await sharp((await fit(bytes)).bytes).stats();
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240);
  });

  test('of one pixel too', async () => {
    expect(await sharp((await fit(await plain(1, 1).png().toBuffer())).bytes).metadata()).toMatchObject({ width: 1 });
  });
});

test('what is too large is made smaller until it fits, or refused by name', async () => {
  const bytes = await noise(1600, 1200).png().toBuffer();
  expect((await fit(bytes)).mime).toBe('image/jpeg');
  expect(await fitPicture(bytes, 1_000, 'some')).toEqual({ fault: 'too-large' });
  expect(await fitPicture(bytes, 100_000, 'none')).toEqual({ fault: 'too-large' });
});

test('it is upright and tells nothing about who took it, where and with what', async () => {
  const bytes = await noise(200, 100)
    .withIccProfile('p3')
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Artist: '张三' }, IFD3: { GPSLatitude: '25/1 2/1 3/1' } })
    .toBuffer();
  const { width, height, exif, icc, xmp, iptc, orientation } = await sharp((await fit(bytes)).bytes).metadata();
  expect([width, height]).toEqual([100, 200]);
  expect([exif, icc, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

describe('of an animation there remains one frame', () => {
  const animation = async (frames: readonly sharp.Sharp[]): Promise<Buffer> =>
    sharp(await Promise.all(frames.map((frame) => frame.png().toBuffer())), { join: { animated: true } })
      .gif()
      .toBuffer();

  test('the first', async () => {
    const fitted = await fit(await animation([drawing(), plain(1000, 600)]));
    expect(await difference(drawing(), fitted.bytes)).toBeLessThan(INVISIBLE);
  });

  test('unless it is empty and a later one is not', async () => {
    const fitted = await fit(await animation([plain(1000, 600), drawing(), drawing()]));
    expect(await difference(drawing(), fitted.bytes)).toBeLessThan(INVISIBLE);
  });
});

test.each([
  ['half of a JPEG', async () => (await noise(400, 400).jpeg().toBuffer()).subarray(0, 9_000), 'broken'],
  ['half of a PNG', async () => (await noise(400, 400).png().toBuffer()).subarray(0, 9_000), 'broken'],
  ['no bytes', () => Promise.resolve(Buffer.alloc(0)), 'empty'],
  ['no picture', () => Promise.resolve(Buffer.from([1, 2])), 'no-picture'],
])('%s is refused by name', async (_what, bytes, fault) => {
  expect(await fitPicture(await bytes(), LIMIT, 'some')).toEqual({ fault });
});
