interface Bitmap {
  readonly bits: 1 | 4 | 8 | 24 | 32;
  readonly width: number;
  /** Negative: rows from the top. */
  readonly height: number;
  readonly compression?: number;
  /** Blue, green, red, 0 for each colour. */
  readonly palette?: readonly (readonly number[])[];
  /** As they stand in the file, padding included. */
  readonly rows: readonly (readonly number[])[];
}

/** A bitmap file, byte by byte as its documentation says. */
export function bmpBytes({ bits, width, height, compression = 0, palette = [], rows }: Bitmap): Buffer {
  const head = Buffer.alloc(54);
  const body = Buffer.from([...palette.flat(), ...rows.flat()]);
  head.write('BM');
  head.writeUInt32LE(54 + body.length, 2);
  head.writeUInt32LE(54 + 4 * palette.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(bits, 28);
  head.writeUInt32LE(compression, 30);
  return Buffer.concat([head, body]);
}
