import { open, readFile, writeFile } from 'node:fs/promises';
import { Refusal } from '../delivery/refusal';
import { openPicture, type PictureFault } from '../../publishers/pictures/open-picture';
import { pictureKind, type PictureKind } from '../../publishers/pictures/picture-kind';
import { problem } from '../../publishers/problems';
import { forBrowsers } from './for-browsers';
import { nameAs } from './name-as';

export interface IncomingFile {
  readonly filepath: string;
  readonly originalFilename: string | null;
  readonly mimetype: string | null;
  readonly size: number;
}

export interface AcceptedFile {
  readonly path: string;
  /** Ends as its type demands. */
  readonly name: string;
  readonly mime: string;
  readonly size: number;
}

/** What browsers show as it is; everything else that we can read becomes one of these. */
const SHOWN: Partial<Readonly<Record<PictureKind, string>>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
};

/** How much of a file tells what it is; bytes. */
const HEAD = 4_096;

/**
 * Looks at the bytes of an upload, not at its name: a text that is called .png is refused. Bitmaps and TIFF files are
 * rewritten in place as something that every browser and platform shows.
 * @returns the file with its true type
 * @throws Refusal 400 without a file, 415 for a type that is not taken, 422 for an empty or broken file
 */
export async function acceptUpload(file: IncomingFile | null): Promise<AcceptedFile> {
  if (!file) throw new Refusal(400, 'media.missing', '没有收到文件：请用 multipart/form-data 的 file 字段上传。');
  if (file.size === 0) throw new Refusal(422, 'media.empty', '文件是空的（0 字节）。请检查后重新上传。');
  const name = file.originalFilename ?? 'file';
  const head = await headOf(file.filepath);
  if (pictureKind(head) !== null) return acceptPicture(file.filepath, name);
  const mime = otherType(head);
  if (!mime) {
    throw new Refusal(
      415,
      'media.type',
      '文件内容不是可用的图片或视频。请上传 JPG、PNG、WebP、GIF、AVIF、BMP、TIFF 图片或 MP4 视频。',
      { name },
    );
  }
  return { path: file.filepath, name, mime, size: file.size };
}

async function acceptPicture(path: string, name: string): Promise<AcceptedFile> {
  const bytes = await readFile(path);
  const picture = await openPicture(bytes);
  if ('fault' in picture) throw refusal(picture.fault, name);
  // The head alone would let something through with nothing behind it: the pixels must decode too.
  await picture
    .pixels()
    .stats()
    .catch(() => {
      throw refusal('broken', name);
    });
  const mime = SHOWN[picture.kind];
  if (mime) return { path, name: nameAs(name, mime), mime, size: bytes.length };
  const rewritten = await forBrowsers(picture);
  await writeFile(path, rewritten.bytes);
  return { path, name: nameAs(name, rewritten.mime), mime: rewritten.mime, size: rewritten.bytes.length };
}

const STATUS: Partial<Readonly<Record<PictureFault, 415>>> = { heic: 415, drawing: 415, 'no-picture': 415 };

function refusal(fault: PictureFault, name: string): Refusal {
  const known = fault === 'empty' || fault === 'no-picture' ? 'broken' : fault;
  const { code, what, next } = problem(`picture.${known}`, { name });
  return new Refusal(STATUS[fault] ?? 422, code, what + next, { name });
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const head = Buffer.alloc(HEAD);
    const { bytesRead } = await handle.read(head, 0, HEAD, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function otherType(head: Buffer): string | null {
  if (head.subarray(4, 8).toString('latin1') === 'ftyp') return 'video/mp4';
  if (head.subarray(0, 6).toString('latin1') === 'WEBVTT') return 'text/vtt';
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  return null;
}
