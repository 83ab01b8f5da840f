import type { Page } from 'playwright-core';
import { overflow } from './overflow';
import { violations } from './violations';

/** CSS pixels: a phone and a desk. */
const WIDTHS = [390, 1280] as const;

/**
 * What stands in the way of somebody on the page that is open: at both widths, in elder mode, each light and dark. Nothing
 * is loaded again, and of the dark look only what its colours may break is looked at. Leaves the page in elder mode.
 */
export async function graveInEveryMode(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  async function look(mode: string): Promise<void> {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    found.push(...(await violations(page)).map((grave) => `${mode}, light: ${grave}`));
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    found.push(...(await violations(page, 'colours')).map((grave) => `${mode}, dark: ${grave}`));
    const wider = await overflow(page);
    if (wider !== 0) found.push(`${mode}: ${wider} pixels wider than the screen`);
  }
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    await look(`${width} pixels`);
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 844 });
  await page.getByRole('button', { name: '长辈版' }).click();
  await page.getByRole('button', { name: '标准版' }).waitFor();
  await look('elder');
  return found;
}
