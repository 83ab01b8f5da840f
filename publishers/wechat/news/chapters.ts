import { escapeHtml } from '../../article/escape-html';
import { rich, type Page } from './page';

/** The body: what stands before the first heading, then the numbered chapters. */
export const chapters = (page: Page): string =>
  rich(page, page.article.opening) +
  page.article.chapters
    .map(({ number, title, blocks }) => {
      const block = `<span style="${page.style.number}">${number}</span>`;
      return `<h2 style="${page.style.chapter}">${block}${escapeHtml(title)}</h2>${rich(page, blocks)}`;
    })
    .join('');
