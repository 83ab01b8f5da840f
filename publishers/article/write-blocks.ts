/** Walks rich text and has a channel's markup write each part. The markup gets finished HTML of what is inside. */
import type { Alignment, Block, Inline, ListItem } from './blocks';
import type { MediaRef } from '../contract';
import { escapeHtml } from './escape-html';

/** How one channel writes each part. Texts are escaped before they come here; `href` and `alt` are not. */
export interface Markup {
  paragraph(inner: string): string;
  /** The text of an item in a tight list. */
  line(inner: string): string;
  heading(inner: string, depth: number, id: string): string;
  list(items: readonly string[], ordered: boolean, start: number): string;
  /** `checked` is null where the item is no task. */
  item(inner: string, checked: boolean | null): string;
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

export function writeBlocks(blocks: readonly Block[], markup: Markup): string {
  let html = '';
  for (const block of blocks) html += writeBlock(block, markup);
  return html;
}

export function writeInlines(inlines: readonly Inline[], markup: Markup): string {
  let html = '';
  for (const inline of inlines) html += writeInline(inline, markup);
  return html;
}

function writeBlock(block: Block, markup: Markup): string {
  switch (block.type) {
    case 'paragraph':
      return markup.paragraph(writeInlines(block.children, markup));
    case 'line':
      return markup.line(writeInlines(block.children, markup));
    case 'heading':
      return markup.heading(writeInlines(block.children, markup), block.depth, block.id);
    case 'list':
      return markup.list(
        block.items.map((item) => writeItem(item, markup)),
        block.ordered,
        block.start,
      );
    case 'quote':
      return markup.quote(writeBlocks(block.blocks, markup));
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

const writeItem = (item: ListItem, markup: Markup): string =>
  markup.item(writeBlocks(item.blocks, markup), item.checked);

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
