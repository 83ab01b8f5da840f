import fc from 'fast-check';
import { cropText, cutCover } from '../../../../publishers/wechat/cover/cover-crops';
import { wrongCrop } from '../../../../publishers/sandbox/wechat/crop-rules';

/** 2:1, so that a square is half as wide as it is. */
const COVER = { width: 1000, height: 500 };
const square = (pic_crop_1_1: unknown) => wrongCrop({ pic_crop_1_1 }, COVER);
const wide = (pic_crop_235_1: unknown) => wrongCrop({ pic_crop_235_1 }, COVER);

test('a crop in the shape that it is for is taken', () => {
  expect(square('0.25_0_0.75_1')).toBeNull();
  expect(square('0_0.5_0.25_1')).toBeNull();
  expect(wide('0_0.074468_1_0.925532')).toBeNull();
  expect(wrongCrop({}, COVER)).toBeNull();
  expect(square('')).toBeNull();
});

test.each([
  ['the whole of a picture that is not square', '0_0_1_1'],
  ['a shape that is off by two hundredths', '0.25_0_0.76_1'],
  ['right before left', '0.75_0_0.25_1'],
  ['bottom before top', '0.25_1_0.75_0'],
  ['nothing', '0.25_0_0.25_1'],
  ['beyond the edge', '0.75_0_1.25_1'],
  ['below nought', '-0.25_0_0.25_1'],
  ['seven decimals', '0.2500000_0_0.75_1'],
  ['three sides', '0.25_0_0.75'],
  ['other separators', '0.25,0,0.75,1'],
  ['a number', 1],
])('a square crop of %s is refused', (_what, crop) => {
  expect(square(crop)).toBe('pic_crop_1_1');
});

test('a square is no 2.35:1, and the other way round', () => {
  expect(wide('0.25_0_0.75_1')).toBe('pic_crop_235_1');
  expect(square('0_0.074468_1_0.925532')).toBe('pic_crop_1_1');
});

test('a list of crops is held to the same', () => {
  const list = (ratio: string, [x1, y1, x2, y2]: readonly string[]) =>
    wrongCrop({ cover_info: { crop_percent_list: [{ ratio, x1, y1, x2, y2 }] } }, COVER);
  expect(list('1_1', ['0.25', '0', '0.75', '1'])).toBeNull();
  expect(list('16_9', ['0', '0', '0.888889', '1'])).toBeNull();
  expect(list('16_9', ['0', '0', '1', '1'])).toBe('crop_percent_list');
  expect(list('4_3', ['0', '0', '0.666667', '1'])).toBe('crop_percent_list');
  expect(wrongCrop({ cover_info: {} }, COVER)).toBe('crop_percent_list');
});

test('of a cover whose size is not known only the form is checked', () => {
  expect(wrongCrop({ pic_crop_1_1: '0_0_1_1' }, null)).toBeNull();
  expect(wrongCrop({ pic_crop_1_1: '1_0_0_1' }, null)).toBe('pic_crop_1_1');
});

test('whatever we cut out of whatever cover is in shape', () => {
  const side = fc.integer({ min: 200, max: 6000 });
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(side, side, part, part, (width, height, x, y) => {
      const { cut, wide: w, square: s } = cutCover({ width, height }, { x, y });
      expect(wrongCrop({ pic_crop_235_1: cropText(w), pic_crop_1_1: cropText(s) }, cut)).toBeNull();
    }),
  );
});
