import { parseWebVtt } from '../../article/webvtt';

/** A piece of the transcript; `from` is the second at which it is said, null where the captions do not tell. */
export interface Piece {
  readonly text: string;
  readonly from: number | null;
}

const TAGS = /<[^>]*>/g;

/** What a caption may leave out or set differently. */
const LOOSE = /[\s\p{P}]/u;
const ALL_LOOSE = new RegExp(LOOSE.source, 'gu');

/**
 * The transcript in paragraphs, and in them the pieces that the captions time. A caption is looked for in the transcript
 * after the one before it, spaces and punctuation aside; what is not found keeps no time. So the edited text stays as
 * it was written, and can still follow the film.
 */
export function timedTranscript(transcript: string, captions: string): readonly (readonly Piece[])[] {
  const { cues } = parseWebVtt(captions);
  let next = 0;
  return transcript
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const pieces: Piece[] = [];
      let done = 0;
      for (let cue = cues[next]; cue; cue = cues[next]) {
        const found = findLoosely(line, cue.text.replace(TAGS, ''), done);
        if (!found) break;
        if (found.start > done) pieces.push({ text: line.slice(done, found.start), from: null });
        pieces.push({ text: line.slice(found.start, found.end), from: cue.start });
        done = found.end;
        next++;
      }
      if (done < line.length) pieces.push({ text: line.slice(done), from: null });
      return pieces;
    });
}

function findLoosely(text: string, wanted: string, from: number): { start: number; end: number } | null {
  const letters = wanted.replace(ALL_LOOSE, '');
  if (letters === '') return null;
  let kept = '';
  const positions: number[] = [];
  for (let index = from; index < text.length; index++) {
    const sign = text.charAt(index);
    if (LOOSE.test(sign)) continue;
    kept += sign;
    positions.push(index);
  }
  const at = kept.indexOf(letters);
  const start = positions[at];
  const last = positions[at + letters.length - 1];
  if (at < 0 || start === undefined || last === undefined) return null;
  let end = last + 1;
  while (end < text.length && /\p{P}/u.test(text.charAt(end))) end++;
  return { start, end };
}
