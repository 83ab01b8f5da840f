import sharp from 'sharp';
import { coverSvg } from '../../../../publishers/wechat/cover/cover-svg';
import { wrapTitle } from '../../../../publishers/wechat/cover/wrap-title';
import { coverCrops, coverPicture } from '../../../../publishers/wechat/prepare/cover-picture';
import { fitPicture } from '../../../../publishers/wechat/prepare/fit-picture';
import { mediaOf } from '../article/sample-version';

const noise = (width: number, height: number): sharp.Sharp =>
  sharp({
    create: { width, height, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 60 }, background: '#000000' },
  });

describe('pictures as WeChat takes them', () => {
  test('a large noisy PNG becomes a JPEG below the limit', async () => {
    const fitted = await fitPicture(await noise(1600, 1200).png().toBuffer(), 1_000_000);
    expect(fitted?.mime).toBe('image/jpeg');
    expect(fitted?.bytes.length).toBeLessThanOrEqual(1_000_000);
  });

  test('a plain drawing stays PNG; WebP and GIF are converted', async () => {
    const plain = sharp({ create: { width: 300, height: 200, channels: 3, background: '#14527A' } });
    expect((await fitPicture(await plain.png().toBuffer(), 1_000_000))?.mime).toBe('image/png');
    expect((await fitPicture(await plain.webp().toBuffer(), 1_000_000))?.mime).toBe('image/jpeg');
    expect((await fitPicture(await plain.gif().toBuffer(), 1_000_000))?.mime).toBe('image/png');
  });

  test('is upright and tells nothing about who took it', async () => {
    const bytes = await noise(200, 100)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Artist: '张三' } })
      .toBuffer();
    const fitted = await fitPicture(bytes, 1_000_000);
    const { width, height, exif, orientation } = await sharp(fitted?.bytes).metadata();
    expect([width, height, exif, orientation]).toEqual([100, 200, undefined, undefined]);
  });

  test('is refused where it cannot be made small enough or is no picture', async () => {
    expect(await fitPicture(await noise(1000, 1000).png().toBuffer(), 1_000)).toBeNull();
    await expect(fitPicture(new Uint8Array([1, 2]), 1_000)).rejects.toThrow();
  });
});

describe('covers', () => {
  const drawn = {
    kind: 'drawn',
    title: '<b>门诊</b>看病也能报销\u0000',
    form: 'text',
    category: 'health',
    source: '云澜市医疗保障局',
  } as const;

  test('are drawn when staff give none, with both crops beside each other', async () => {
    const made = await coverPicture(drawn, { media: () => Promise.reject(new Error('none')), log: () => undefined });
    if (!('picture' in made)) throw new Error('no cover');
    const { width, height, format } = await sharp(made.picture.bytes).metadata();
    expect([width, height, format]).toEqual([1283, 383, 'jpeg']);
    expect(coverCrops(drawn)).toEqual({ pic_crop_235_1: '0_0_0.701481_1', pic_crop_1_1: '0.701481_0_1_1' });
    expect(coverSvg(drawn)).toContain('&lt;b&gt;门诊');
  });

  test('are cut from the picture that staff chose', async () => {
    const bytes = await noise(2000, 2000).png().toBuffer();
    const media = mediaOf('封面.png', bytes);
    const made = await coverPicture(
      { kind: 'media', media },
      { media: () => Promise.resolve(bytes), log: () => undefined },
    );
    if (!('picture' in made)) throw new Error('no cover');
    const { width, height } = await sharp(made.picture.bytes).metadata();
    expect([width, height]).toEqual([900, 383]);
  });

  test('break titles evenly, never inside a date or before a comma', () => {
    expect(wrapTitle('小微企业年度汇算：12月1日起申报', 11, 2)).toEqual(['小微企业年度汇算：', '12月1日起申报']);
    expect(wrapTitle('一二三四五，六七八九', 5, 3)).toEqual(['一二三四', '五，六七', '八九']);
    expect(wrapTitle('字'.repeat(40), 10, 3).at(-1)).toMatch(/…$/);
    expect(wrapTitle('', 10, 3)).toEqual([]);
  });
});
