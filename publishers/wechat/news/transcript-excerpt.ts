/** Code points of the transcript that are shown; the rest is on the site. */
const EXCERPT = 800;

export interface Excerpt {
  /** Whole paragraphs as long as they fit; the first one in any case, cut where it is too long. */
  readonly shown: readonly string[];
  readonly complete: boolean;
}

/** The beginning of a transcript. */
export function transcriptExcerpt(transcript: string): Excerpt {
  const paragraphs = transcript.split('\n').filter((line) => line.trim() !== '');
  const shown: string[] = [];
  let room = EXCERPT;
  for (const paragraph of paragraphs) {
    const characters = Array.from(paragraph);
    if (characters.length > room && shown.length > 0) return { shown, complete: false };
    if (characters.length > room) return { shown: [`${characters.slice(0, room).join('')}…`], complete: false };
    shown.push(paragraph);
    room -= characters.length;
  }
  return { shown, complete: true };
}
