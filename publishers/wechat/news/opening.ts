import { rich, type Page } from './page';

/** What stands in the body before its first heading. */
export const opening = (page: Page): string => rich(page, page.article.opening);
