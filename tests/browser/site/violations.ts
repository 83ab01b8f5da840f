import axe from 'axe-core';
import type { Page } from 'playwright-core';

const GRAVE: readonly string[] = ['serious', 'critical'];

/** What axe-core finds grave on a page as it is shown now: the rule and where, one line each. */
export async function violations(page: Page): Promise<readonly string[]> {
  // As an expression of the browser's tools: the site's Content-Security-Policy refuses it as a script, as it should.
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    // Put there by the line before.
    const { axe: tool } = window as unknown as { axe: typeof axe };
    const { violations: all } = await tool.run(document, { resultTypes: ['violations'] });
    return all.map(({ id, impact, nodes }) => ({ id, impact, where: nodes.map(({ target }) => String(target)) }));
  });
  return found
    .filter(({ impact }) => impact && GRAVE.includes(impact))
    .map(({ id, where }) => `${id}: ${where.join(', ')}`);
}
