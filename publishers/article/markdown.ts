/** Reads Markdown into blocks. Never throws; what had to be left out is listed as findings. */
import type { Block } from './blocks';
import { withoutControlCharacters, withoutControlReferences } from './control-characters';
import { parseMarkdown } from './markdown-parser';
import type { Pictures } from './pictures';
import { readBlocks } from './read-blocks';

/** Something in the source that no reader will see as it was meant. */
export interface Finding {
  readonly type: 'unknown-picture' | 'picture-without-words' | 'unsafe-link' | 'html' | 'too-deep';
  /** The address, file name or piece of source concerned, shortened. */
  readonly detail: string;
}

export interface Markdown {
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
}

/**
 * @param idPrefix begins the id of each heading, so that ids stay unique on a page
 */
export function readMarkdown(source: string, pictures: Pictures, idPrefix: string): Markdown {
  const clean = withoutControlCharacters(withoutControlReferences(source));
  const findings: Finding[] = [];
  try {
    return {
      blocks: readBlocks(parseMarkdown(clean), { pictures, idPrefix, findings, headings: 0, depth: 0 }),
      findings,
    };
  } catch (error) {
    // The parser recurses, so a hostile text can exhaust the stack: the words are kept, the markup is not.
    if (!(error instanceof Error)) throw error;
    return { blocks: paragraphs(clean), findings: [{ type: 'too-deep', detail: clean.slice(0, 40) }] };
  }
}

const paragraphs = (text: string): readonly Block[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ type: 'paragraph', children: [{ type: 'text', text: part.trim() }] }));
