import { encode } from 'fast-bmp';
import { readBmp } from '../../../../publishers/pictures/read-bmp';
import { bmpBytes } from './bmp-bytes';

const RED = [0, 0, 255, 0];
const WHITE = [255, 255, 255, 0];
/** Red, white over white, red. */
const EXPECTED = [255, 0, 0, 255, 255, 255, 255, 255, 255, 255, 0, 0];
const pixels = (bytes: Uint8Array): readonly number[] | undefined => {
  const data = readBmp(bytes)?.data;
  return data && [...data];
};

test.each([
  [
    'one bit',
    bmpBytes({
      bits: 1,
      width: 2,
      height: 2,
      palette: [WHITE, RED],
      rows: [
        [0x40, 0, 0, 0],
        [0x80, 0, 0, 0],
      ],
    }),
  ],
  [
    'four bits',
    bmpBytes({
      bits: 4,
      width: 2,
      height: 2,
      palette: [WHITE, RED],
      rows: [
        [0x01, 0, 0, 0],
        [0x10, 0, 0, 0],
      ],
    }),
  ],
  [
    'eight bits',
    bmpBytes({
      bits: 8,
      width: 2,
      height: 2,
      palette: [WHITE, RED],
      rows: [
        [0, 1, 0, 0],
        [1, 0, 0, 0],
      ],
    }),
  ],
  [
    '24 bits',
    bmpBytes({
      bits: 24,
      width: 2,
      height: 2,
      rows: [
        [255, 255, 255, 0, 0, 255, 0, 0],
        [0, 0, 255, 255, 255, 255, 0, 0],
      ],
    }),
  ],
  [
    '32 bits',
    bmpBytes({
      bits: 32,
      width: 2,
      height: 2,
      rows: [
        [...WHITE, ...RED],
        [...RED, ...WHITE],
      ],
    }),
  ],
  [
    'rows from the top',
    bmpBytes({
      bits: 32,
      width: 2,
      height: -2,
      rows: [
        [...RED, ...WHITE],
        [...WHITE, ...RED],
      ],
    }),
  ],
])('%s for each pixel', (_what, bytes) => {
  expect(pixels(bytes)).toEqual(EXPECTED);
});

test.each([3, 4] as const)('what a program that we did not write makes of %i channels', (channels) => {
  const rgb = Array.from({ length: 15 * 7 }, (_, index) => [index, 255 - index, (index * 7) % 256]);
  const data = Uint8Array.from(rgb.flatMap((colour) => (channels === 4 ? [...colour, 255] : colour)));
  const bytes = encode({ data, width: 15, height: 7, channels, components: 3, bitsPerPixel: channels * 8 });
  expect(pixels(bytes)).toEqual(rgb.flat());
});

test('what is cut off, compressed or nonsense is not read', () => {
  const whole = bmpBytes({ bits: 24, width: 2, height: 1, rows: [[0, 0, 0, 0, 0, 0, 0, 0]] });
  expect(readBmp(whole)).not.toBeNull();
  for (let length = 0; length < whole.length; length += 1) expect(readBmp(whole.subarray(0, length))).toBeNull();
  expect(readBmp(bmpBytes({ bits: 8, width: 2, height: 1, compression: 1, rows: [[0, 0, 0, 0]] }))).toBeNull();
  expect(readBmp(bmpBytes({ bits: 8, width: 2, height: 1, rows: [[255, 255, 0, 0]] }))).toBeNull(); // outside its palette
  expect(readBmp(bmpBytes({ bits: 24, width: -2, height: 1, rows: [[0, 0, 0, 0]] }))).toBeNull();
  expect(readBmp(bmpBytes({ bits: 24, width: 2 ** 30, height: 2 ** 30, rows: [] }))).toBeNull();
});
