import type { Block, Inline } from './blocks';
import { inlineText } from './plain-text';

export interface Section {
  readonly title: string;
  /** The title with its emphasis and links. */
  readonly heading: readonly Inline[];
  readonly blocks: readonly Block[];
}

/** Cuts a text at its headings of the first and second level. Deeper headings stay inside the sections. */
export function splitSections(blocks: readonly Block[]): {
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
} {
  const opening: Block[] = [];
  const sections: (Section & { readonly blocks: Block[] })[] = [];
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth <= 2) sections.push(toSection(block.children));
    else (sections.at(-1)?.blocks ?? opening).push(block);
  }
  return { opening, sections };
}

/** A picture is no title: it comes below, so that it is not lost where a title is plain text. */
function toSection(children: readonly Inline[]): Section & { readonly blocks: Block[] } {
  const pictures: Block[] = [];
  const heading = withoutPictures(children, ({ media, alt }) => {
    pictures.push({ type: 'figure', media, alt, caption: '' });
  });
  return { title: inlineText(heading).trim(), heading, blocks: pictures };
}

type Picture = Extract<Inline, { type: 'picture' }>;

const withoutPictures = (inlines: readonly Inline[], found: (picture: Picture) => void): readonly Inline[] =>
  inlines.flatMap((inline) => {
    if (inline.type === 'picture') found(inline);
    if (inline.type === 'picture') return [];
    return 'children' in inline ? { ...inline, children: withoutPictures(inline.children, found) } : inline;
  });
