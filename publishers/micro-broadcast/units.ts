import type { Block, Inline } from '../article/blocks';
import { inlineText } from '../article/plain-text';
import type { MediaRef } from '../content';
import { sentences } from '../weibo/sentences';
import { withoutTopics } from '../weibo/topics';
import type { Unit } from './part';

/** Plain text as sentences, each a unit. */
export function unitsOfText(text: string, images: readonly MediaRef[] = []): Unit[] {
  const units = withoutTopics(text)
    .split(/\n+/)
    .flatMap((line) =>
      sentences(line.replace(/\s+/g, ' ').trim()).map((text, index) => ({ text, newLine: index === 0 })),
    )
    .filter(({ text }) => text.trim() !== '')
    .map((unit): Unit => ({ ...unit, images: [] }));
  const [first = { text: '', newLine: true }, ...others] = units;
  return units.length === 0 && images.length === 0 ? [] : [{ ...first, images }, ...others];
}

/** Rich text as units: words in reading order, list items numbered, table rows as pairs of column and value. */
export const unitsOf = (blocks: readonly Block[]): Unit[] => blocks.flatMap(ofBlock);

function ofBlock(block: Block): Unit[] {
  switch (block.type) {
    case 'paragraph':
    case 'line':
      return unitsOfText(words(block.children), pictures(block.children));
    case 'heading':
      return unitsOfText(`${words(block.children)}：`, pictures(block.children));
    case 'list':
      return block.items.flatMap((item, index) =>
        prefixed(block.ordered ? `${block.start + index}. ` : '· ', unitsOf(item.blocks)),
      );
    case 'quote':
      return unitsOf(block.blocks);
    case 'code':
      return unitsOfText(block.text);
    case 'table':
      return block.rows.flatMap((row) => unitsOfText(rowText(block.header, row), row.flatMap(pictures)));
    case 'figure':
      return unitsOfText(block.caption, [block.media]);
    case 'rule':
      return [];
  }
}

function prefixed(prefix: string, units: readonly Unit[]): Unit[] {
  const [first, ...others] = units;
  return first ? [{ ...first, text: prefix + first.text, newLine: true }, ...others] : [];
}

function rowText(header: readonly (readonly Inline[])[], row: readonly (readonly Inline[])[]): string {
  const cells = row.map((cell, column) => {
    const name = words(header[column] ?? []).trim();
    const value = words(cell).trim();
    return name === '' || value === '' ? value : `${name}：${value}`;
  });
  return `${cells.filter((cell) => cell !== '').join('；')}。`;
}

/** A picture within a line is shown with the update, so its description is not read out in the text. */
const words = (inlines: readonly Inline[]): string => inlineText(withoutPictures(inlines));

const withoutPictures = (inlines: readonly Inline[]): Inline[] =>
  inlines
    .filter(({ type }) => type !== 'picture')
    .map((inline) => ('children' in inline ? { ...inline, children: withoutPictures(inline.children) } : inline));

const pictures = (inlines: readonly Inline[]): MediaRef[] =>
  inlines.flatMap((inline) => {
    if (inline.type === 'picture') return [inline.media];
    return 'children' in inline ? pictures(inline.children) : [];
  });
