/** What a file really is, told by its first bytes rather than by its name. */
export interface Sniffed {
  readonly mime: string;
  readonly width: number | null;
  readonly height: number | null;
}

export function sniff(bytes: Buffer): Sniffed {
  const text = bytes.subarray(0, 16).toString('latin1');
  if (text.startsWith('\x89PNG\r\n\x1a\n') && bytes.length >= 24)
    return { mime: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (text.startsWith('\xff\xd8\xff')) return { mime: 'image/jpeg', ...jpegSize(bytes) };
  if (/^GIF8[79]a/.test(text) && bytes.length >= 10)
    return { mime: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (text.startsWith('BM') && bytes.length >= 26)
    return { mime: 'image/bmp', width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) };
  return { mime: otherType(text), width: null, height: null };
}

function otherType(text: string): string {
  if (text.startsWith('RIFF')) return text.slice(8, 12) === 'WEBP' ? 'image/webp' : 'audio/wav';
  if (text.slice(4, 8) === 'ftyp') return 'video/mp4';
  if (text.startsWith('#!AMR')) return 'audio/amr';
  if (text.startsWith('ID3') || /^\xff[\xe2-\xfb]/.test(text)) return 'audio/mpeg';
  if (text.startsWith('\x30\x26\xb2\x75')) return 'audio/x-ms-wma';
  return 'application/octet-stream';
}

/** Walks the segments up to the frame header that holds the size. */
function jpegSize(bytes: Buffer): { width: number | null; height: number | null } {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const kind = bytes.readUInt8(at + 1);
    const isFrame = kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc;
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return { width: null, height: null };
}
