import type { MarkedToken, Token, Tokens } from 'marked';
import type { Inline } from './blocks';
import { decodeEntities } from './decode-entities';
import { findPicture } from './find-picture';
import { rawPictures } from './raw-pictures';
import { enterLevel } from './reading-context';
import type { ReadingContext } from './reading-context';
import { inlineText } from './plain-text';
import { safeLink } from './safe-link';

/** A line break in the source between two Chinese characters stands for nothing; elsewhere it stands for a space. */
const CHINESE_BREAK =
  /([\u2014\u2018-\u201d\u2026\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])[ \t]*\n[ \t]*(?=[\u2014\u2018-\u201d\u2026\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])/g;
const BR_TAG = /^<br\s*\/?>$/i;

export function readInlines(tokens: readonly Token[] | undefined, context: ReadingContext): readonly Inline[] {
  enterLevel(context);
  const result: Inline[] = [];
  // The generic token exists only for extensions, and none is registered.
  for (const token of (tokens ?? []) as readonly MarkedToken[]) {
    if (token.type === 'html') result.push(...readHtml(token.text, context));
    const inline = readInline(token, context);
    if (inline) result.push(inline);
  }
  context.depth -= 1;
  return result;
}

function readInline(token: MarkedToken, context: ReadingContext): Inline | null {
  switch (token.type) {
    case 'text':
    case 'escape':
      return { type: 'text', text: words(token.text) };
    case 'strong':
    case 'em':
    case 'del':
      return { type: token.type, children: readInlines(token.tokens, context) };
    case 'codespan':
      return { type: 'code', text: token.text };
    case 'br':
      return { type: 'break' };
    case 'link':
      return readLink(token, context);
    case 'image':
      return findPicture(decodeEntities(token.href), decodeEntities(token.text), context);
    default:
      return null;
  }
}

function readLink(token: Tokens.Link, context: ReadingContext): Inline {
  const href = safeLink(token.autolink ? token.href : decodeEntities(token.href));
  const children = withoutLinks(readInlines(token.tokens, context));
  if (href !== null) return { type: 'link', href, children };
  context.findings.push({ type: 'unsafe-link', detail: token.href.slice(0, 80) });
  return { type: 'text', text: inlineText(children) };
}

/** HTML has no links inside links; the parser lets an address in angle brackets through. */
const withoutLinks = (inlines: readonly Inline[]): readonly Inline[] =>
  inlines.flatMap((inline) => {
    if (inline.type === 'link') return inline.children;
    return 'children' in inline ? { ...inline, children: withoutLinks(inline.children) } : inline;
  });

function readHtml(source: string, context: ReadingContext): readonly Inline[] {
  if (BR_TAG.test(source)) return [{ type: 'break' }];
  if (!source.startsWith('<!--')) context.findings.push({ type: 'html', detail: source.slice(0, 40) });
  return rawPictures(source, context);
}

function words(text: string): string {
  const decoded = decodeEntities(text);
  return decoded.includes('\n') ? decoded.replace(CHINESE_BREAK, '$1') : decoded;
}
