/** What a file is, by its bytes: names and declared types lie. `drawing` = SVG, which can hold scripts and addresses. */
export type PictureKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'bmp' | 'tiff' | 'heic' | 'drawing';

/** Brands by which ISO media files say that they hold pictures coded with HEVC. */
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']);
const AVIF_BRANDS = new Set(['avif', 'avis']);
/** How far an SVG may begin behind comments, a prologue and white space; characters. */
const PROLOGUE = 4_096;

/** @returns null for anything that is no picture */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PROLOGUE));
  const text = head.toString('latin1');
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/.test(text)) return 'gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'tiff';
  // Two letters alone would make pictures of texts that begin with them: the file header's reserved bytes are 0.
  if (text.startsWith('BM') && text.slice(6, 10) === '\0\0\0\0') return 'bmp';
  if (text.slice(4, 8) === 'ftyp') return isoKind(head);
  return /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)/i.test(text) && /<svg[\s>/]/i.test(text)
    ? 'drawing'
    : null;
}

/** AVIF names HEIC's container among its brands, so it is looked for first. Films have neither. */
function isoKind(head: Buffer): PictureKind | null {
  const length = Math.min(head.length, head.length >= 4 ? head.readUInt32BE(0) : 0);
  const brands = [head.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= length; at += 4) brands.push(head.toString('latin1', at, at + 4));
  if (brands.some((brand) => AVIF_BRANDS.has(brand))) return 'avif';
  return brands.some((brand) => HEIC_BRANDS.has(brand)) ? 'heic' : null;
}
