import type { Block } from './blocks';
import { inlineText } from './plain-text';

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Cuts a text at its headings of the first and second level. Deeper headings stay inside the sections. */
export function splitSections(blocks: readonly Block[]): {
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
} {
  const opening: Block[] = [];
  const sections: { title: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth <= 2) {
      sections.push({ title: inlineText(block.children).trim(), blocks: [] });
    } else {
      (sections.at(-1)?.blocks ?? opening).push(block);
    }
  }
  return { opening, sections };
}
