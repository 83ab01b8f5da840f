import { writeInlines } from '../../article/write-blocks';
import { rich, type Page } from './page';

/** The aspects and the parts of the body, numbered. */
export const chapters = (page: Page): string =>
  page.article.chapters
    .map(({ number, heading, blocks }) => {
      const block = `<span style="${page.style.number}">${number}</span>\u2002`;
      return `<h2 style="${page.style.chapter}">${block}${writeInlines(heading, page.markup)}</h2>${rich(page, blocks)}`;
    })
    .join('');
