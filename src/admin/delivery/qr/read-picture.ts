import { addressIn, type Reading } from './address-in';
import type { QrReader } from './qr-reader';

const NOT_A_PICTURE = '这张图片打不开。请换成 JPG 或 PNG 的截图，或直接粘贴链接。';

/** Something decoded that has to be given back. */
interface Decoded {
  readonly close: () => void;
}

/**
 * The address in a picture of a QR code. The picture stays in the browser.
 * @param decode the browser's own `createImageBitmap`
 */
export async function readPicture<T extends Decoded & ImageBitmapSource>(
  reader: QrReader,
  file: Blob,
  decode: (file: Blob) => Promise<T>,
): Promise<Reading> {
  let picture: T;
  try {
    picture = await decode(file);
  } catch {
    return { address: null, obstacle: NOT_A_PICTURE };
  }
  try {
    return addressIn(await reader.detect(picture));
  } catch {
    return { address: null, obstacle: NOT_A_PICTURE };
  } finally {
    picture.close();
  }
}
