import type { Page } from 'playwright-core';

/** How far the page can be pushed sideways, CSS pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
