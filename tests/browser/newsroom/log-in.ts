import type { BrowserContext, Page } from 'playwright-core';
import type { Demo } from '../demo/start-demo';

/** Longer than anything takes on a loaded machine of two cores; only a failing test waits for it. Milliseconds. */
const PATIENCE = 60_000;

/** A member of staff in front of the newsroom. */
export interface Staff {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the admin's own code threw, if anything. */
  readonly thrown: readonly string[];
}

/** Opens the newsroom as one of the demo's users, in a browser that is not in China. */
export async function logIn(demo: Demo, name: string): Promise<Staff> {
  const context = await demo.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  context.setDefaultTimeout(PATIENCE);
  const thrown: string[] = [];
  context.on('weberror', (error) => thrown.push(error.error().message));
  const page = await context.newPage();
  const { email, password } = demo.user(name);
  await page.goto(`${demo.site}/admin/auth/login`);
  await page.getByLabel('邮箱').fill(email);
  await page.getByRole('textbox', { name: '密码' }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: /工作台/ }).waitFor();
  return { context, page, thrown };
}
