import { escapeHtml } from '../../article/escape-html';
import { aside, lines, type Page } from './page';

/** Old against new, the new in bold. */
export function differences(page: Page): string {
  const { article, style } = page;
  if (article.differences.length === 0) return '';
  const head = ['事项', '原来', '现在'].map((title) => `<th style="${style.headCell};text-align:left">${title}</th>`);
  const rows = article.differences.map(
    ({ item, before, after }) =>
      `<tr><td style="${style.cell}">${escapeHtml(item)}</td><td style="${style.before}">${lines(before)}</td><td style="${style.cell}"><strong>${lines(after)}</strong></td></tr>`,
  );
  return `${aside(page, '新旧对照')}<section style="${style.tableBox}"><table style="${style.table}"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}
