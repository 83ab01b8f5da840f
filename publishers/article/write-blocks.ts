/** Walks rich text and has a channel's markup write each part. The markup gets finished HTML of what is inside. */
import type { Alignment, Block, Inline } from './blocks';
import type { MediaRef } from '../contract';
import { escapeHtml } from './escape-html';

type List = Extract<Block, { type: 'list' }>;

/** How one channel writes each part. Texts are escaped before they come here; `href` and `alt` are not. */
export interface Markup {
  paragraph(inner: string): string;
  /** The text of an item in a tight list. */
  line(inner: string): string;
  heading(inner: string, depth: number, id: string): string;
  list(items: readonly string[], list: ListPlace): string;
  item(inner: string, item: ItemPlace): string;
  quote(inner: string): string;
  codeBlock(text: string, language: string): string;
  table(header: readonly string[], rows: readonly (readonly string[])[], align: readonly Alignment[]): string;
  figure(media: MediaRef, alt: string, caption: string): string;
  rule(): string;
  strong(inner: string): string;
  em(inner: string): string;
  del(inner: string): string;
  code(text: string): string;
  link(inner: string, href: string): string;
  picture(media: MediaRef, alt: string): string;
  lineBreak(): string;
}

export interface ListPlace {
  readonly ordered: boolean;
  /** Number of the first item. */
  readonly start: number;
  /** 0 for a list of its own, 1 for one inside an item, and so on. */
  readonly level: number;
}

export interface ItemPlace extends Omit<ListPlace, 'start'> {
  readonly number: number;
  /** null where the item is no task. */
  readonly checked: boolean | null;
}

/** @param level how many lists stand around these blocks */
export function writeBlocks(blocks: readonly Block[], markup: Markup, level = 0): string {
  let html = '';
  for (const block of blocks) html += writeBlock(block, markup, level);
  return html;
}

export function writeInlines(inlines: readonly Inline[], markup: Markup): string {
  let html = '';
  for (const inline of inlines) html += writeInline(inline, markup);
  return html;
}

function writeBlock(block: Block, markup: Markup, level: number): string {
  switch (block.type) {
    case 'paragraph':
      return markup.paragraph(writeInlines(block.children, markup));
    case 'line':
      return markup.line(writeInlines(block.children, markup));
    case 'heading':
      return markup.heading(writeInlines(block.children, markup), block.depth, block.id);
    case 'list':
      return writeList(block, markup, level);
    case 'quote':
      return markup.quote(writeBlocks(block.blocks, markup, level));
    case 'code':
      return markup.codeBlock(escapeHtml(block.text), block.language);
    case 'table':
      return markup.table(
        writeRow(block.header, markup),
        block.rows.map((row) => writeRow(row, markup)),
        block.align,
      );
    case 'figure':
      return markup.figure(block.media, block.alt, block.caption);
    case 'rule':
      return markup.rule();
  }
}

function writeList({ items, ordered, start }: List, markup: Markup, level: number): string {
  const written = items.map(({ blocks, checked }, index) =>
    markup.item(writeBlocks(blocks, markup, level + 1), { ordered, level, checked, number: start + index }),
  );
  return markup.list(written, { ordered, start, level });
}

const writeRow = (cells: readonly (readonly Inline[])[], markup: Markup): readonly string[] =>
  cells.map((cell) => writeInlines(cell, markup));

function writeInline(inline: Inline, markup: Markup): string {
  switch (inline.type) {
    case 'text':
      return escapeHtml(inline.text);
    case 'strong':
      return markup.strong(writeInlines(inline.children, markup));
    case 'em':
      return markup.em(writeInlines(inline.children, markup));
    case 'del':
      return markup.del(writeInlines(inline.children, markup));
    case 'code':
      return markup.code(escapeHtml(inline.text));
    case 'link':
      return markup.link(writeInlines(inline.children, markup), inline.href);
    case 'picture':
      return markup.picture(inline.media, inline.alt);
    case 'break':
      return markup.lineBreak();
  }
}
