import { writeInlines } from '../../article/write-blocks';
import { rich, type Page } from './page';

/** The body: what stands before the first heading, then the numbered chapters. */
export const chapters = (page: Page): string =>
  rich(page, page.article.opening) +
  page.article.chapters
    .map(({ number, heading, blocks }) => {
      const block = `<span style="${page.style.number}">${number}</span>`;
      return `<h2 style="${page.style.chapter}">${block}${writeInlines(heading, page.markup)}</h2>${rich(page, blocks)}`;
    })
    .join('');
