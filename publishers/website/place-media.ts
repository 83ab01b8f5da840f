/** Where a file is read: one address, or two sizes of a picture. */
export interface MediaAddress {
  readonly url: string;
  /** Absent where the file is no picture. */
  readonly width?: number;
  readonly height?: number;
  readonly small?: { readonly url: string; readonly width: number } | null;
}

const PICTURE = /<img src="media:([0-9a-f]{64})"( alt="[^"]*")?(?: width="\d+" height="\d+")?/g;
const ANY = /"media:([0-9a-f]{64})(#t=[\d.]+)?"/g;

/** The column of text is 37 em wide; pictures never stand wider, except in an image set, where they may reach 50 em. */
const SIZES = '(min-width: 48rem) 44rem, 100vw';

/**
 * Puts addresses in the places that `main` left open. In what publishers/article and our templates write, quotes within
 * texts and attributes are always escaped, so only real attributes match. A file that `find` does not know keeps its
 * placeholder.
 */
export function placeMedia(html: string, find: (sha256: string) => MediaAddress | null): string {
  return html
    .replace(PICTURE, (whole, sha256: string, alt: string | undefined) => {
      const found = find(sha256);
      return found ? `<img src="${attribute(found.url)}"${alt ?? ''}${dimensions(found)}` : whole;
    })
    .replace(ANY, (whole, sha256: string, time: string | undefined) => {
      const found = find(sha256);
      return found ? `"${attribute(found.url)}${time ?? ''}"` : whole;
    });
}

function dimensions({ url, width, height, small }: MediaAddress): string {
  if (width === undefined || height === undefined) return '';
  const size = ` width="${width}" height="${height}"`;
  if (!small) return size;
  return `${size} srcset="${attribute(small.url)} ${small.width}w, ${attribute(url)} ${width}w" sizes="${SIZES}"`;
}

const attribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
