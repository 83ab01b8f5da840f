import type { MediaFile } from './payload';

type Picture = MediaFile & { readonly kind: 'picture' };
type Film = MediaFile & { readonly kind: 'video' };

/** Attributes as publishers/article and our templates write them: quotes within are always escaped. */
const ATTRIBUTES = '((?: [A-Za-z-]+(?:="[^"]*")?)*)';
const PICTURE = new RegExp(`<img src="media:([0-9a-f]{64})"${ATTRIBUTES} ?/?>`, 'g');
const FILM = new RegExp(`<video${ATTRIBUTES}><source src="media:([0-9a-f]{64})" type="[^"]*"/>`, 'g');
const ANY = /"media:([0-9a-f]{64})(#t=[\d.]+)?"/g;
const SIZE = / (?:width|height)="\d+"/g;

/** The column of text is 37 em wide; pictures never stand wider, except in an image set, where they may reach 50 em. */
const SIZES = '(min-width: 52rem) 50rem, 100vw';
/** Screens that are no larger than this get the smaller film. */
const SMALL_SCREEN = '(max-width: 47.99rem)';

/**
 * Puts addresses in the places that `main` left open: pictures with what browsers may choose from, films with their
 * sizes. A file that is not in `media` keeps its placeholder.
 */
export function placeMedia(html: string, media: Readonly<Record<string, MediaFile>>): string {
  return html
    .replace(PICTURE, (whole, sha256: string, attributes: string) => {
      const found = media[sha256];
      return found?.kind === 'picture' ? picture(found, attributes) : whole;
    })
    .replace(FILM, (whole, attributes: string, sha256: string) => {
      const found = media[sha256];
      return found?.kind === 'video' ? film(found, attributes) : whole;
    })
    .replace(ANY, (whole, sha256: string, time: string | undefined) => {
      const found = media[sha256];
      return found ? `"${attribute(mainAddress(found))}${time ?? ''}"` : whole;
    });
}

/** The one address of a file, for where there is no choice. */
export function mainAddress(file: MediaFile): string {
  if (file.kind === 'picture') return file.large.url;
  return file.kind === 'video' ? (file.sources[0]?.url ?? '') : file.url;
}

function picture({ large, small, sources = [], placeholder }: Picture, attributes: string): string {
  const files = small ? [small, large] : [];
  const choice = files.length > 0 ? ` srcset="${srcset(files)}" sizes="${SIZES}"` : '';
  const hint = placeholder ? ` style="background:url(${attribute(placeholder)}) center/100% 100% no-repeat"` : '';
  const img =
    `<img src="${attribute(large.url)}"${choice}${attributes.replace(SIZE, '')}` +
    ` width="${large.width}" height="${large.height}"${hint}/>`;
  if (sources.length === 0) return img;
  const better = sources.map(
    ({ type, files: its }) => `<source type="${type}" srcset="${srcset([...its].reverse())}" sizes="${SIZES}"/>`,
  );
  return `<picture>${better.join('')}${img}</picture>`;
}

function film({ sources, poster }: Film, attributes: string): string {
  const frame = poster && !attributes.includes(' poster=') ? ` poster="${attribute(poster.url)}"` : '';
  const size = poster && !attributes.includes(' width=') ? ` width="${poster.width}" height="${poster.height}"` : '';
  const least = sources.length > 1 ? sources.at(-1) : undefined;
  const own = (source: Film['sources'][number], media = '') =>
    `<source src="${attribute(source.url)}" type="video/mp4" data-height="${source.height}"${media}/>`;
  const first = least ? own(least, ` media="${SMALL_SCREEN}"`) : '';
  return `<video${attributes}${frame}${size}>${first}${sources.map((source) => own(source)).join('')}`;
}

const srcset = (files: readonly { readonly url: string; readonly width: number }[]): string =>
  files.map(({ url, width }) => `${attribute(url)} ${width}w`).join(', ');

const attribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
