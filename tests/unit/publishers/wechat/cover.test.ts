import sharp from 'sharp';
import type { MediaRef } from '../../../../publishers/contract';
import { cropText, cutCover } from '../../../../publishers/wechat/cover/cover-crops';
import { coverSvg } from '../../../../publishers/wechat/cover/cover-svg';
import { wrapTitle } from '../../../../publishers/wechat/cover/wrap-title';
import { coverPicture } from '../../../../publishers/wechat/prepare/cover-picture';
import { mediaOf } from '../article/sample-version';

const drawn = {
  kind: 'drawn',
  title: '<b>门诊</b>看病也能报销\u0000',
  form: 'text',
  category: 'health',
  source: '云澜市医疗保障局',
} as const;

/** A red disc on a grey wall; the point in parts of the picture. */
const discAt = (width: number, height: number, x: number, y: number): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#cccccc"/><circle cx="${x * width}" cy="${y * height}" r="${Math.min(width, height) / 12}" fill="#d02020"/></svg>`,
    ),
  )
    .jpeg()
    .toBuffer();

async function made(bytes: Buffer, focus?: MediaRef['focus']) {
  const media = mediaOf('封面.jpg', bytes, { mime: 'image/jpeg', ...(focus && { focus }) });
  const cover = await coverPicture(
    { kind: 'media', media },
    { media: () => Promise.resolve(bytes), log: () => undefined },
  );
  if ('problem' in cover) throw new Error(cover.problem.what);
  return cover;
}

/** The part of the cover that the platform shows for a crop, and where in it the disc's middle is. */
async function shown(picture: Uint8Array, crop: string) {
  const { width, height } = await sharp(picture).metadata();
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = crop.split('_').map(Number);
  const box = { left: Math.round(x1 * width), top: Math.round(y1 * height) };
  const size = { width: Math.round((x2 - x1) * width), height: Math.round((y2 - y1) * height) };
  const { data, info } = await sharp(picture)
    .extract({ ...box, ...size })
    .raw()
    .toBuffer({ resolveWithObject: true });
  let [sumX, sumY, count] = [0, 0, 0];
  for (let y = 0; y < info.height; y += 1)
    for (let x = 0; x < info.width; x += 1) {
      const at = (y * info.width + x) * 3;
      if (data.readUInt8(at) - data.readUInt8(at + 1) < 80) continue;
      sumX += x;
      sumY += y;
      count += 1;
    }
  return { ...size, disc: count === 0 ? null : { x: sumX / count / size.width, y: sumY / count / size.height } };
}

describe('a cover that staff chose', () => {
  test.each([
    ['in a tall picture', 900, 1600, { x: 0.3, y: 0.85 }],
    ['in a wide picture', 2000, 500, { x: 0.8, y: 0.4 }],
    ['in a square picture', 1000, 1000, { x: 0.5, y: 0.2 }],
  ] as const)('keeps the marked point in both shapes, %s', async (_what, width, height, focus) => {
    const { picture, crops } = await made(await discAt(width, height, focus.x, focus.y), focus);
    const wide = await shown(picture.bytes, crops.pic_crop_235_1);
    const square = await shown(picture.bytes, crops.pic_crop_1_1);
    expect(wide.width / wide.height).toBeCloseTo(2.35, 1);
    expect(square.width / square.height).toBeCloseTo(1, 1);
    expect(wide.width).toBeGreaterThanOrEqual(899);
    for (const { disc } of [wide, square]) {
      expect(disc?.x).toBeGreaterThan(0.05);
      expect(disc?.x).toBeLessThan(0.95);
      expect(disc?.y).toBeGreaterThan(0.05);
      expect(disc?.y).toBeLessThan(0.95);
    }
  });

  test('without a mark keeps what catches the eye', async () => {
    const { picture, crops } = await made(await discAt(900, 1600, 0.5, 0.85));
    expect((await shown(picture.bytes, crops.pic_crop_235_1)).disc).not.toBeNull();
    expect((await shown(picture.bytes, crops.pic_crop_1_1)).disc).not.toBeNull();
  });

  test.each([
    [1, 1],
    [1, 3000],
    [3000, 1],
    [40, 30],
  ])('of %i by %i pixels still becomes one', async (width, height) => {
    const { crops } = await made(await discAt(width, height, 0.5, 0.5));
    for (const crop of Object.values(crops)) expect(crop).toMatch(/^(?:(?:0|1|0\.\d{1,6})(?:_|$)){4}$/);
  });

  test('that is no picture is refused by name', async () => {
    const bytes = Buffer.from('坏');
    const answer = coverPicture(
      { kind: 'media', media: mediaOf('坏图.jpg', bytes) },
      { media: () => Promise.resolve(bytes), log: () => undefined },
    );
    expect(await answer).toMatchObject({
      problem: { code: 'picture.broken', what: expect.stringContaining('坏图.jpg') as string },
    });
  });
});

test('the two shapes are as large as the picture allows, and say so in six decimals', () => {
  const { cut, wide, square } = cutCover({ width: 1000, height: 1000 }, { x: 0.1, y: 0.9 });
  expect(cut).toEqual({ x: 0, y: 0, width: 1000, height: 1000 });
  expect(cropText(wide)).toBe('0_0.574468_1_1');
  expect(cropText(square)).toBe('0_0_1_1');
  const flat = cutCover({ width: 4700, height: 1000 }, { x: 0.5, y: 0.5 });
  expect(flat.cut).toEqual({ x: 1175, y: 0, width: 2350, height: 1000 });
  expect([cropText(flat.wide), cropText(flat.square)]).toEqual(['0_0_1_1', '0.287234_0_0.712766_1']);
});

describe('a cover that we draw', () => {
  test('holds both shapes side by side', async () => {
    const cover = await coverPicture(drawn, { media: () => Promise.reject(new Error('none')), log: () => undefined });
    if (!('picture' in cover)) throw new Error('no cover');
    expect(await sharp(cover.picture.bytes).metadata()).toMatchObject({ width: 1283, height: 383, format: 'jpeg' });
    expect(cover.crops).toEqual({ pic_crop_235_1: '0_0_0.701481_1', pic_crop_1_1: '0.701481_0_1_1' });
    expect(coverSvg(drawn)).toContain('&lt;b&gt;门诊');
  });

  test('breaks titles evenly, never inside a date or before a comma', () => {
    expect(wrapTitle('小微企业年度汇算：12月1日起申报', 11, 2)).toEqual(['小微企业年度汇算：', '12月1日起申报']);
    expect(wrapTitle('一二三四五，六七八九', 5, 3)).toEqual(['一二三四', '五，六七', '八九']);
    expect(wrapTitle('字'.repeat(40), 10, 3).at(-1)).toMatch(/…$/);
    expect(wrapTitle('', 10, 3)).toEqual([]);
  });
});
