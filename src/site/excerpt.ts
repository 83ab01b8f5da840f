import { ASPECTS, type Content } from '../../publishers/content';

/** Characters of text around the first word that was found. */
const AROUND = 40;

/** The place in the text where the first word stands, else the summary. Markdown marks are taken out. */
export function excerpt(explained: Content, words: readonly string[]): string {
  const texts = [explained.summary, ...ASPECTS.map((aspect) => explained.aspects[aspect]), explained.body];
  for (const text of texts.map(plain)) {
    const at = words.map((word) => text.indexOf(word)).find((index) => index >= 0);
    if (at !== undefined) return `${at > AROUND ? '…' : ''}${text.slice(Math.max(0, at - AROUND), at + 2 * AROUND)}…`;
  }
  return explained.summary;
}

const plain = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[#*>|`_-]+/g, ' ')
    .replace(/\s+/g, ' ');
