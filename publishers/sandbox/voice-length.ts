/** Bytes of a frame of 20 ms, with its head, by frame type. Source: RFC 4867, section 5. */
const AMR_FRAMES = [13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1] as const;
const AMR_HEAD = 6;
/** kbit/s of MPEG-1 layer 3, and of 2 and 2.5. Source: ISO/IEC 11172-3. */
const MP3_RATES = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const MP3_SAMPLES = [44_100, 48_000, 32_000] as const;

/** How long a recording lasts, seconds; null where that cannot be told (WMA keeps it in a way that is not read here). */
export function voiceLength(bytes: Buffer, mime: string): number | null {
  if (mime === 'audio/amr') return amrLength(bytes);
  if (mime === 'audio/wav') return wavLength(bytes);
  return mime === 'audio/mpeg' ? mp3Length(bytes) : null;
}

function amrLength(bytes: Buffer): number {
  let frames = 0;
  for (let at = AMR_HEAD; at < bytes.length; frames += 1) at += AMR_FRAMES[(bytes.readUInt8(at) >> 3) & 0xf] ?? 1;
  return frames * 0.02;
}

/** The size of the `data` chunk by the rate that `fmt ` names. */
function wavLength(bytes: Buffer): number | null {
  let rate = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    const [name, size] = [bytes.toString('latin1', at, at + 4), bytes.readUInt32LE(at + 4)];
    if (name === 'fmt ' && at + 20 <= bytes.length) rate = bytes.readUInt32LE(at + 16);
    if (name === 'data') return rate > 0 ? Math.min(size, bytes.length - at - 8) / rate : null;
    at += 8 + size + (size % 2);
  }
  return null;
}

/** Adds up the frames, past a leading ID3 tag. */
function mp3Length(bytes: Buffer): number | null {
  let at = bytes.toString('latin1', 0, 3) === 'ID3' && bytes.length > 10 ? 10 + id3Size(bytes) : 0;
  let length = 0;
  while (at + 4 <= bytes.length) {
    const frame = mp3Frame(bytes.readUInt32BE(at));
    if (!frame) break;
    length += frame.seconds;
    at += frame.bytes;
  }
  return length > 0 ? length : null;
}

/** Seven bits of each byte. */
const id3Size = (bytes: Buffer): number =>
  [6, 7, 8, 9].reduce((size, at) => size * 128 + (bytes.readUInt8(at) & 0x7f), 0);

function mp3Frame(head: number): { readonly seconds: number; readonly bytes: number } | null {
  const [version, layer] = [(head >>> 19) & 3, (head >>> 17) & 3];
  if (head >>> 21 !== 0x7ff || version === 1 || layer !== 1) return null;
  const isFirst = version === 3;
  const rate = MP3_RATES[isFirst ? 0 : 1][(head >>> 12) & 0xf];
  const samples = MP3_SAMPLES[(head >>> 10) & 3];
  if (!rate || samples === undefined) return null;
  const hertz = samples / (isFirst ? 1 : version === 2 ? 2 : 4);
  const perFrame = isFirst ? 1152 : 576;
  return {
    seconds: perFrame / hertz,
    bytes: Math.floor((perFrame * 125 * rate) / hertz) + ((head >>> 9) & 1),
  };
}
