import { addressIn } from '../../../src/admin/delivery/qr/address-in';
import { pastedPicture } from '../../../src/admin/delivery/qr/pasted-picture';
import { qrReader, type Code, type MayHaveDetector, type QrReader } from '../../../src/admin/delivery/qr/qr-reader';
import { readPicture } from '../../../src/admin/delivery/qr/read-picture';
import { scan } from '../../../src/admin/delivery/qr/scan';

const ADDRESS = 'https://mp.weixin.qq.com/s/AbCdEf';
const code = (rawValue: string): Code => ({ rawValue });
const reads = (...codes: readonly Code[]): QrReader => ({ detect: () => Promise.resolve(codes) });

/** A browser that says that it reads these formats. */
const browser = (formats: () => Promise<readonly string[]>): MayHaveDetector => ({
  BarcodeDetector: class {
    static getSupportedFormats = formats;
    detect = () => Promise.resolve([code(ADDRESS)]);
  },
});

describe('whether the browser can read a QR code', () => {
  test('it can where it has a reader for them', async () => {
    expect(await qrReader(browser(() => Promise.resolve(['ean_13', 'qr_code'])))).not.toBeNull();
  });
  test.each([
    ['has no reader', {}],
    ['has one for other codes only', browser(() => Promise.resolve(['ean_13']))],
    ['has the interface and nothing behind it', browser(() => Promise.resolve([]))],
    ['fails when it is asked', browser(() => Promise.reject(new Error('no service')))],
  ])('it cannot where it %s', async (_what, scope) => {
    expect(await qrReader(scope)).toBeNull();
  });
});

describe('what is read', () => {
  test('is the first web address among all codes of the picture', () => {
    expect(addressIn([code('wxp://payment'), code(` ${ADDRESS} `), code('https://elsewhere.example/')])).toEqual({
      address: ADDRESS,
      obstacle: null,
    });
  });
  test.each([
    ['no code', [], /没有找到二维码.*截图/],
    ['a code of a payment', [code('wxp://f2f0abc')], /不是网页链接/],
    ['a code that runs a script', [code('javascript:alert(1)')], /不是网页链接/],
    ['a broken address', [code('https://')], /不是网页链接/],
  ])('is nothing from %s, and says what to do', (_what, codes, words) => {
    const { address, obstacle } = addressIn(codes);
    expect(address).toBeNull();
    expect(obstacle).toMatch(words);
  });
});

describe('a picture of a QR code', () => {
  const closed = jest.fn();
  // Only the browser can decode; the reader is given what it made.
  const decode = () => Promise.resolve({ close: closed } as unknown as ImageBitmap);
  const file = new Blob(['x'], { type: 'image/png' });
  beforeEach(() => closed.mockClear());

  test('gives its address, and is let go of', async () => {
    expect(await readPicture(reads(code(ADDRESS)), file, decode)).toEqual({ address: ADDRESS, obstacle: null });
    expect(closed).toHaveBeenCalledTimes(1);
  });
  test('that the browser cannot open says so', async () => {
    const broken = () => Promise.reject(new Error('InvalidStateError'));
    expect((await readPicture(reads(), file, broken)).obstacle).toMatch(/打不开.*JPG 或 PNG/);
  });
  test('that the reader fails on says so, and is let go of', async () => {
    const failing: QrReader = { detect: () => Promise.reject(new Error('no service')) };
    expect((await readPicture(failing, file, decode)).obstacle).toMatch(/打不开/);
    expect(closed).toHaveBeenCalledTimes(1);
  });
});

describe('the camera', () => {
  test('is looked through past other codes and moments without a picture, until an address is in sight', async () => {
    const moments: (() => Promise<readonly Code[]>)[] = [
      () => Promise.reject(new Error('no picture yet')),
      () => Promise.resolve([]),
      () => Promise.resolve([code('wxp://payment')]),
      () => Promise.resolve([code(ADDRESS)]),
    ];
    let pauses = 0;
    const look = () => moments.shift()?.() ?? Promise.reject(new Error('looked on after it was found'));
    const pause = () => Promise.resolve(void (pauses += 1));
    expect(await scan({ look, pause, stopped: () => false })).toBe(ADDRESS);
    expect(pauses).toBe(3);
  });
  test('that was switched off during a look brings nothing', async () => {
    let stopped = false;
    const look = () => {
      stopped = true;
      return Promise.resolve([code(ADDRESS)]);
    };
    expect(await scan({ look, pause: () => Promise.resolve(), stopped: () => stopped })).toBeNull();
  });
});

test('of what is pasted or dropped the first picture is taken, and a link is left alone', () => {
  const [text, picture] = [
    new File(['a'], 'a.txt', { type: 'text/plain' }),
    new File(['b'], 'b.png', { type: 'image/png' }),
  ];
  expect(pastedPicture([text, picture])).toBe(picture);
  expect(pastedPicture([text])).toBeNull();
  expect(pastedPicture(undefined)).toBeNull();
});
