import type { Article } from '../../article/article';
import { createFootnotes } from '../footnotes';
import { wechatMarkup } from '../markup';
import type { ThemeName } from '../settings';
import { STYLES } from '../theme';
import { answer } from './answer';
import { chapters } from './chapters';
import { credits } from './credits';
import { differences } from './differences';
import { end } from './end';
import { figures } from './figures';
import { glossary } from './glossary';
import { interview } from './interview';
import { opening } from './opening';
import type { Page } from './page';
import { policies } from './policies';
import { video } from './video';
import { watch } from './watch';

/** The parts in reading order. `end` must stay last: it lists the notes that the others have made. */
const PARTS: readonly ((page: Page) => string)[] = [
  answer,
  watch,
  opening,
  video,
  interview,
  figures,
  differences,
  chapters,
  glossary,
  policies,
  credits,
  end,
];

/** The article as the HTML that the platform keeps. */
export function newsContent(article: Article, theme: ThemeName, siteUrl: string, canonicalUrl: string): string {
  const style = STYLES[theme];
  const notes = createFootnotes();
  const page: Page = { article, style, notes, canonicalUrl, markup: wechatMarkup(style, notes, siteUrl) };
  return `<section style="${style.root}">${PARTS.map((part) => part(page)).join('')}</section>`;
}
