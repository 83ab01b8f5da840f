import type { Article } from '../../article/article';
import type { Block } from '../../article/blocks';
import { escapeHtml } from '../../article/escape-html';
import { writeBlocks } from '../../article/write-blocks';
import type { Markup } from '../../article/write-blocks';
import type { Footnotes } from '../footnotes';
import type { Styles } from '../theme';

/** What every part of an article is written with. */
export interface Page {
  readonly article: Article;
  readonly style: Styles;
  readonly markup: Markup;
  readonly notes: Footnotes;
  /** Where the website has this article. */
  readonly canonicalUrl: string;
}

export const rich = (page: Page, blocks: readonly Block[]): string => writeBlocks(blocks, page.markup);

/** The title of a part that has no number. */
export const aside = ({ style }: Page, title: string): string => `<h2 style="${style.aside}">${title}</h2>`;

/** Plain text with its line breaks. */
export const lines = (text: string): string => escapeHtml(text.trim()).replace(/\r\n?|\n/g, '<br>');
