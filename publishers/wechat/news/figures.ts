import { rich, type Page } from './page';

/** Pictures of the image set, where an article has some. */
export const figures = (page: Page): string =>
  rich(
    page,
    page.article.figures.map(({ media, alt, caption }) => ({ type: 'figure', media, alt, caption })),
  );
