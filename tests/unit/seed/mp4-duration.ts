/** Seconds that an MP4 lasts, from its movie header (ISO/IEC 14496-12, `mvhd`). */
export function mp4Duration(bytes: Buffer): number {
  const header = bytes.indexOf('mvhd', 0, 'latin1');
  if (header < 0) throw new Error('No movie header');
  const fields = header + 4;
  const long = bytes.readUInt8(fields) === 1;
  const timescale = bytes.readUInt32BE(fields + (long ? 20 : 12));
  const duration = long ? Number(bytes.readBigUInt64BE(fields + 24)) : bytes.readUInt32BE(fields + 16);
  return duration / timescale;
}
