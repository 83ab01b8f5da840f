/** Pixels as sharp takes them: rows from the top, three bytes for each pixel. */
export interface RawPicture {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

const FILE_HEADER = 14;
const INFO_HEADER = 40;
/** Plain pixels; pixels with masks, which are then read as the usual ones. Run lengths (1, 2) are not read. */
const PLAIN = new Set([0, 3]);

/** Size in pixels as the header says; null when it makes no sense. */
export function bmpSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const file = view(bytes);
  if (file.length < FILE_HEADER + INFO_HEADER || file.readUInt32LE(FILE_HEADER) < INFO_HEADER) return null;
  const width = file.readInt32LE(18);
  const height = Math.abs(file.readInt32LE(22)); // negative: rows from the top
  return width > 0 && height > 0 ? { width, height } : null;
}

/**
 * Decodes a Windows bitmap, which our picture library does not: 1, 4, 8, 24 and 32 bits for each pixel, as drawing
 * programs and screenshot tools write them. Alpha is left out, because most writers leave rubbish in it.
 * @returns null for rarer kinds and for files that are cut off
 * @see https://learn.microsoft.com/windows/win32/gdi/bitmap-storage
 */
export function readBmp(bytes: Uint8Array): RawPicture | null {
  const file = view(bytes);
  const size = bmpSize(bytes);
  if (!size) return null;
  const { width, height } = size;
  const start = file.readUInt32LE(10);
  const bits = file.readUInt16LE(28);
  if (!PLAIN.has(file.readUInt32LE(30)) || ![1, 4, 8, 24, 32].includes(bits)) return null;
  // Each row fills whole groups of four bytes.
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (start + stride * height > file.length) return null;

  const palette = FILE_HEADER + file.readUInt32LE(FILE_HEADER);
  const fromTop = file.readInt32LE(22) < 0;
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const row = start + stride * (fromTop ? y : height - 1 - y);
    for (let x = 0; x < width; x += 1) {
      const from = bits > 8 ? row + (x * bits) / 8 : palette + 4 * index(file, row, x, bits);
      if (from + 3 > file.length) return null;
      const to = (y * width + x) * 3;
      data[to] = file.readUInt8(from + 2);
      data[to + 1] = file.readUInt8(from + 1);
      data[to + 2] = file.readUInt8(from);
    }
  }
  return { data, width, height };
}

/** Which colour of the palette; several pixels share a byte, the first in its highest bits. */
function index(file: Buffer, row: number, x: number, bits: number): number {
  const byte = file.readUInt8(row + Math.floor((x * bits) / 8));
  return (byte >> (8 - bits - ((x * bits) % 8))) & ((1 << bits) - 1);
}

const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
