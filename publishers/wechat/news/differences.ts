import { escapeHtml } from '../../article/escape-html';
import { aside, lines, type Page } from './page';

/** Old against new, one below the other: three columns would be three characters wide on a small phone. */
export function differences(page: Page): string {
  const { article, style } = page;
  if (article.differences.length === 0) return '';
  const label = (text: string): string => `<span style="${style.changeLabel}">${text}</span>`;
  const changes = article.differences.map(
    ({ item, before, after }) =>
      `<section style="${style.change}"><p style="${style.changeItem}">${escapeHtml(item)}</p><p style="${style.before}">${label('原来')}${lines(before)}</p><p style="${style.after}">${label('现在')}${lines(after)}</p></section>`,
  );
  return aside(page, '新旧对照') + changes.join('');
}
