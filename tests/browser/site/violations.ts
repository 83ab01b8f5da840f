import axe from 'axe-core';
import type { Page } from 'playwright-core';

const GRAVE: readonly string[] = ['serious', 'critical'];

/** What axe-core looks for: everything, with what is new in WCAG 2.2; or only what another set of colours may break. */
const LOOKS = {
  all: { rules: { 'target-size': { enabled: true } } },
  colours: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
} satisfies Readonly<Record<string, axe.RunOptions>>;

/** What axe-core finds grave on a page as it is shown now: the rule and where, one line each. */
export async function violations(page: Page, look: keyof typeof LOOKS = 'all'): Promise<readonly string[]> {
  // As an expression of the browser's tools: the site's Content-Security-Policy refuses it as a script, as it should.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (options) => {
    // Put there by the line before.
    const { axe: tool } = window as unknown as { axe: typeof axe };
    const { violations: all } = await tool.run(document, { ...options, resultTypes: ['violations'] });
    return all.map(({ id, impact, nodes }) => ({ id, impact, where: nodes.map(({ target }) => String(target)) }));
  }, LOOKS[look] satisfies axe.RunOptions);
  return found
    .filter(({ impact }) => impact && GRAVE.includes(impact))
    .map(({ id, where }) => `${id}: ${where.join(', ')}`);
}
