import { open } from 'node:fs/promises';
import sharp from 'sharp';
import { Refusal } from '../delivery/refusal';

export interface IncomingFile {
  readonly filepath: string;
  readonly originalFilename: string | null;
  readonly mimetype: string | null;
  readonly size: number;
}

/** Picture formats that every later step can read, by sharp's name. */
const PICTURES: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  heif: 'image/avif',
};
/** Pictures above this many pixels are refused: they would take gigabytes to decode. */
const MAX_PIXELS = 60_000_000;

/**
 * Looks at the bytes of an upload, not at its name: a text that is called .png is refused.
 * @returns the file with its true type
 * @throws Refusal 400 without a file, 415 for a type that is not taken, 422 for an empty or broken file
 */
export async function acceptUpload(
  file: IncomingFile | null,
): Promise<{ path: string; name: string; mime: string; size: number }> {
  if (!file) throw new Refusal(400, 'media.missing', '没有收到文件：请用 multipart/form-data 的 file 字段上传。');
  if (file.size === 0) throw new Refusal(422, 'media.empty', '文件是空的（0 字节）。请检查后重新上传。');
  const name = file.originalFilename ?? 'file';
  const mime = (await pictureType(file.filepath)) ?? (await otherType(file.filepath));
  if (!mime) {
    throw new Refusal(415, 'media.type', '文件内容不是可用的图片或视频。请上传 JPG、PNG、WebP、GIF 图片或 MP4 视频。', {
      name,
    });
  }
  return { path: file.filepath, name, mime, size: file.size };
}

async function pictureType(path: string): Promise<string | null> {
  try {
    const picture = sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { format } = await picture.metadata();
    const mime = PICTURES[format];
    // Metadata alone would accept a header with nothing behind it: the pixels must decode too.
    if (mime) await picture.stats();
    return mime ?? null;
  } catch {
    return null;
  }
}

async function otherType(path: string): Promise<string | null> {
  const handle = await open(path);
  try {
    const head = Buffer.alloc(12);
    await handle.read(head, 0, 12, 0);
    if (head.subarray(4, 8).toString('latin1') === 'ftyp') return 'video/mp4';
    if (head.subarray(0, 6).toString('latin1') === 'WEBVTT') return 'text/vtt';
    if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
    return null;
  } finally {
    await handle.close();
  }
}
