import type { MarkedToken, Token, Tokens } from 'marked';
import type { Block, Inline, ListItem } from './blocks';
import { decodeEntities } from './decode-entities';
import { readInlines } from './read-inlines';
import { rawPictures } from './raw-pictures';
import { enterLevel } from './reading-context';
import type { ReadingContext } from './reading-context';
import { stripTags } from './strip-tags';

/** @throws RangeError when the nesting is deeper than a text can need */
export function readBlocks(tokens: readonly Token[], context: ReadingContext): readonly Block[] {
  enterLevel(context);
  const result: Block[] = [];
  // The generic token exists only for extensions, and none is registered.
  for (const token of tokens as readonly MarkedToken[]) {
    const block = readBlock(token, context);
    if (block) result.push(block);
  }
  context.depth -= 1;
  return result;
}

function readBlock(token: MarkedToken, context: ReadingContext): Block | null {
  switch (token.type) {
    case 'paragraph':
      return readParagraph(token, context);
    case 'text':
      return { type: 'line', children: readInlines(token.tokens ?? [token], context) };
    case 'heading':
      return readHeading(token, context);
    case 'list':
      return readList(token, context);
    case 'blockquote':
      return { type: 'quote', blocks: readBlocks(token.tokens, context) };
    case 'code':
      return { type: 'code', text: token.text, language: token.lang?.split(/\s/, 1)[0] ?? '' };
    case 'table':
      return readTable(token, context);
    case 'hr':
      return { type: 'rule' };
    case 'html':
      return readHtml(token.text, context);
    default:
      return null;
  }
}

function readParagraph(token: Tokens.Paragraph, context: ReadingContext): Block | null {
  const children = readInlines(token.tokens, context);
  const [only] = children;
  if (!only) return null;
  if (children.length > 1 || only.type !== 'picture') return { type: 'paragraph', children };
  const [image] = token.tokens as readonly Partial<Tokens.Image>[];
  return { type: 'figure', media: only.media, alt: only.alt, caption: decodeEntities(image?.title ?? '') };
}

function readHeading(token: Tokens.Heading, context: ReadingContext): Block {
  context.headings += 1;
  return {
    type: 'heading',
    depth: token.depth,
    id: `${context.idPrefix}-${context.headings}`,
    children: readInlines(token.tokens, context),
  };
}

const readList = (token: Tokens.List, context: ReadingContext): Block => ({
  type: 'list',
  ordered: token.ordered,
  start: token.start === '' ? 1 : token.start,
  items: token.items.map((item): ListItem => ({
    checked: item.task ? (item.checked ?? false) : null,
    blocks: readBlocks(item.tokens, context),
  })),
});

function readTable(token: Tokens.Table, context: ReadingContext): Block {
  const row = (cells: readonly Tokens.TableCell[]): readonly (readonly Inline[])[] =>
    cells.map((cell) => readInlines(cell.tokens, context));
  return { type: 'table', align: token.align, header: row(token.header), rows: token.rows.map(row) };
}

/** The tags go, the words stay: losing a sentence would be worse than losing its looks. */
function readHtml(source: string, context: ReadingContext): Block | null {
  if (!/^\s*<!--[\s\S]*-->\s*$/.test(source)) context.findings.push({ type: 'html', detail: source.slice(0, 40) });
  const text = decodeEntities(stripTags(source));
  const words: readonly Inline[] = text === '' ? [] : [{ type: 'text', text }];
  const children = [...words, ...rawPictures(source, context)];
  return children.length === 0 ? null : { type: 'paragraph', children };
}
