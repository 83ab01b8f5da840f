import type { Page } from 'playwright-core';

const QUESTION = '娃上幼儿园要钱吗';

/** The size of the text that is read, CSS pixels. */
const size = (page: Page): Promise<number> =>
  page.getByRole('main').evaluate((main) => parseFloat(getComputedStyle(main).fontSize));

const pathOf = (page: Page): string => new URL(page.url()).pathname;

/**
 * What a citizen whose browser runs no scripts does in a quarter of an hour: from the home page to an explainer of an area,
 * to the clause behind it and back, by a question in everyday words to another, which did not help, in larger letters.
 */
export async function walkWithoutScripts(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '按生活领域看' }).getByRole('link', { name: /住房/ }).click();
  await page.getByRole('main').getByRole('article').getByRole('link').first().waitFor();
  expect(pathOf(page)).toBe('/topics/housing/');

  // The first explainer of the area that names a clause.
  const cards = page.getByRole('main').getByRole('article').getByRole('heading').getByRole('link');
  const addresses = await cards.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const clause = page.locator('main .clause-link').first();
  for (const address of addresses) {
    await page.goto(address);
    if ((await clause.count()) > 0) break;
  }
  const explainer = pathOf(page);
  const name = await clause.innerText();
  await clause.click();
  const shown = page.locator('.clause:target');
  expect(await shown.locator('.clause-number').innerText()).toBe(name);

  await shown.getByText('这一条的解读').click();
  await shown.locator(`.beside a[href^="${explainer}#"]`).click();
  expect(pathOf(page)).toBe(explainer);
  expect(await page.locator('.clause-link:target').innerText()).toBe(name);

  await page.getByRole('navigation', { name: '站点' }).getByRole('link', { name: '查找' }).click();
  await page.getByRole('searchbox').fill(QUESTION);
  await page.getByRole('button', { name: '查找' }).click();
  expect(await page.getByRole('status').innerText()).toMatch(/^找到 \d+ 条/);
  await page.getByRole('main').getByRole('article').getByRole('heading').getByRole('link').first().click();
  const answer = pathOf(page);
  expect(await page.getByRole('main').innerText()).toContain('学前教育');

  await page.getByRole('button', { name: '没帮助' }).click();
  await page.getByLabel('哪里没看明白，还想知道什么').fill('没写周末开不开门');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { name: '谢谢，您的话已经转给编辑' }).waitFor();
  await page.getByRole('link', { name: '回到刚才的解读' }).click();
  expect(pathOf(page)).toBe(answer);

  const usual = await size(page);
  await page.getByRole('button', { name: '长辈版' }).click();
  expect(pathOf(page)).toBe(answer);
  expect(await size(page)).toBeGreaterThan(usual);
  await page.getByRole('link', { name: '站点地图' }).click();
  expect(await size(page)).toBeGreaterThan(usual);
  expect(await page.getByRole('button', { name: '长辈版' }).isVisible()).toBe(false);
  await page.getByRole('button', { name: '标准版' }).click();
  expect(pathOf(page)).toBe('/sitemap/');
  expect(await size(page)).toBe(usual);
}
