import type { MediaRef } from '../content';
import { weiboLength } from '../weibo/length';
import { clauses, words } from '../weibo/sentences';
import { BROADCAST_LIMITS } from './limits';
import type { Part } from './part';

/** The words and pictures of one update. */
export interface Packed {
  readonly text: string;
  readonly images: readonly MediaRef[];
}

type Fits = (body: string) => boolean;

/**
 * Puts the units of a part into as few updates as hold them, each beginning with the hashtag and the label. A sentence
 * is cut only when it is longer than an update; then at a clause, else between words, else anywhere.
 */
export function pack(part: Part, hashtag: string): Packed[] {
  const packed: Packed[] = [];
  let body = '';
  let images: MediaRef[] = [];
  const headed = (text: string): string => hashtag + head(part.label, packed.length + 1) + text;
  const fits: Fits = (text) => weiboLength(headed(text)) <= BROADCAST_LIMITS.text;
  const flush = (): void => {
    if (body.trim() !== '' || images.length > 0) packed.push({ text: headed(body.trim()), images });
    body = '';
    images = [];
  };

  for (const unit of part.units) {
    if (images.length + unit.images.length > BROADCAST_LIMITS.images) flush();
    let newLine = unit.newLine;
    for (const chunk of chunksOf(unit.text, fits)) {
      const joined = body === '' ? chunk.trimStart() : body + (newLine ? '\n' : '') + chunk;
      if (fits(joined.trim())) {
        body = joined;
      } else {
        flush();
        body = chunk.trimStart();
      }
      newLine = false;
    }
    images.push(...unit.images.slice(0, BROADCAST_LIMITS.images));
  }
  flush();
  return packed;
}

const head = (label: string, number: number): string => {
  if (label === '') return ' ';
  return number === 1 ? `【${label}】` : `【${label}（${number}）】`;
};

/** The label grows with the number of the update, so a cut leaves room for two more digits. */
const ROOM_FOR_NUMBER = '（00）';

function chunksOf(text: string, fits: Fits): string[] {
  if (text.trim() === '') return [];
  return fits(text.trim()) ? [text] : cut(text, fits);
}

function cut(text: string, fits: Fits): string[] {
  const roomy: Fits = (chunk) => fits(ROOM_FOR_NUMBER + chunk.trim());
  let chunks = [text];
  for (const finer of [clauses, words, (whole: string) => Array.from(whole)]) {
    chunks = chunks.flatMap((chunk) => (roomy(chunk) ? [chunk] : merged(finer(chunk), roomy)));
  }
  return chunks;
}

/** Joins neighbours as long as they fit together. */
function merged(pieces: readonly string[], fits: Fits): string[] {
  const chunks: string[] = [];
  for (const piece of pieces) {
    const last = chunks.at(-1);
    if (last !== undefined && fits(last + piece)) chunks[chunks.length - 1] = last + piece;
    else chunks.push(piece);
  }
  return chunks;
}
