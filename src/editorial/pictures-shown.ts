import { marked, type Token } from 'marked';

export interface ShownPicture {
  readonly address: string;
  /** What it says to those who cannot see it. */
  readonly alt: string;
}

/** The pictures that a Markdown text shows, in order. */
export function picturesShown(markdown: string): readonly ShownPicture[] {
  const found: ShownPicture[] = [];
  if (!markdown.includes('![') && !markdown.includes('[')) return found;
  void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'image' && typeof token.href === 'string')
      found.push({ address: token.href, alt: String(token['text']) });
  });
  return found;
}
