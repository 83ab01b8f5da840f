import type { Block, Inline } from './blocks';

/** The words of rich text without any markup; blocks and table rows on lines of their own. */
export const plainText = (blocks: readonly Block[]): string => blocks.map(blockText).filter(Boolean).join('\n');

export const inlineText = (inlines: readonly Inline[]): string => inlines.map(one).join('');

function one(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text;
    case 'break':
      return '\n';
    case 'picture':
      return inline.alt;
    default:
      return inlineText(inline.children);
  }
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'line':
    case 'heading':
      return inlineText(block.children);
    case 'list':
      return block.items.map((item) => plainText(item.blocks)).join('\n');
    case 'quote':
      return plainText(block.blocks);
    case 'code':
      return block.text;
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(inlineText).join(' ')).join('\n');
    case 'figure':
      return block.caption;
    case 'rule':
      return '';
  }
}
