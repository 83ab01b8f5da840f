import { escapeHtml } from '../../article/escape-html';
import { aside, lines, type Page } from './page';

export function glossary(page: Page): string {
  const { article, style } = page;
  if (article.glossary.length === 0) return '';
  const entries = article.glossary.map(
    ({ term, meaning }) =>
      `<p style="${style.paragraph}"><strong style="${style.label}">${escapeHtml(term)}</strong>${lines(meaning)}</p>`,
  );
  return aside(page, '名词解释') + entries.join('');
}
