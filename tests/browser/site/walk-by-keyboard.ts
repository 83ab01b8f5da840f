import type { Locator, Page } from 'playwright-core';

const isFocused = (element: Locator): Promise<boolean> => element.evaluate((one) => one === document.activeElement);

/** Presses Tab until the focus is there, as somebody who looks where it goes. */
async function tabTo(page: Page, target: Locator, most = 120): Promise<void> {
  await target.first().waitFor();
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await isFocused(target.first())) return;
  }
  throw new Error(`${String(target)} is not reached with ${most} times Tab`);
}

/** Whether somebody who looks at the page sees where the focus is. */
const showsFocus = (element: Locator): Promise<boolean> =>
  element.evaluate((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  });

/** From the home page to an answer: past the head, with a question that finds nothing and one that is offered instead. */
export async function searchByKeyboard(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  expect(await isFocused(skip)).toBe(true);
  expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  expect(await isFocused(page.getByRole('main'))).toBe(true);
  await page.keyboard.press('Tab');
  expect(await isFocused(page.getByRole('searchbox'))).toBe(true);
  await page.keyboard.type('南极科考站天气');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=/);
  expect(await page.getByRole('status').innerText()).toMatch(/^没有找到/);
  await tabTo(page, page.getByRole('navigation', { name: '换个词找' }).getByRole('link'));
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: /^找到/ }).waitFor();
  const found = page.getByRole('main').getByRole('article').getByRole('heading').getByRole('link').first();
  await tabTo(page, found);
  expect(await showsFocus(found)).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/explainers\/|\/policies\//);
}

/** A word of the glossary opens its meaning, the share sheet its code; both close and give the focus back. */
export async function openNotesByKeyboard(page: Page): Promise<void> {
  const share = page.getByRole('button', { name: '分享' });
  await tabTo(page, share);
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: '分享这篇解读' });
  await sheet.getByRole('img', { name: '本页网址的二维码' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await sheet.isVisible()).toBe(false);
  expect(await isFocused(share)).toBe(true);

  const term = page.locator('[data-term]').first();
  for (const close of ['Escape', 'Enter'] as const) {
    if (!(await isFocused(term))) await tabTo(page, term);
    await page.keyboard.press('Enter');
    const note = page.getByRole('dialog', { name: /^名词解释：/ });
    await note.waitFor();
    if (close === 'Enter') await tabTo(page, note.getByRole('button', { name: '知道了' }));
    await page.keyboard.press(close);
    await note.waitFor({ state: 'hidden' });
    expect(await isFocused(term)).toBe(true);
  }
}

/** Turns pictures, enlarges one, turns there as well, and comes back to it. */
export async function turnPicturesByKeyboard(page: Page): Promise<void> {
  const place = page.locator('.gallery-place');
  await tabTo(page, page.getByRole('group', { name: '图片，可用左右方向键翻看' }));
  expect(await place.innerText()).toMatch(/^1 \//);
  await page.keyboard.press('ArrowRight');
  await place.filter({ hasText: /^2 \// }).waitFor();
  const opener = page.locator('#picture-2 [data-gallery-zoom]');
  await tabTo(page, opener, 3);
  await page.keyboard.press('Enter');
  const viewer = page.getByRole('dialog', { name: '放大的图片' });
  await viewer.waitFor();
  await page.keyboard.press('+');
  await viewer.getByRole('button', { name: '缩小' }).waitFor();
  await page.keyboard.press('-');
  await viewer.getByRole('button', { name: '放大' }).waitFor();
  await page.keyboard.press('ArrowLeft');
  expect(await viewer.locator('.viewer-words').innerText()).toMatch(/^1 \//);
  await page.keyboard.press('ArrowRight');
  await tabTo(page, viewer.getByRole('button', { name: '关闭' }));
  await page.keyboard.press('Enter');
  await viewer.waitFor({ state: 'hidden' });
  expect(await isFocused(opener)).toBe(true);
}

/** A chapter leads into the film, the arrows from sentence to sentence of what is said. */
export async function watchByKeyboard(page: Page): Promise<void> {
  const seconds = () => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
  const chapter = page.getByRole('navigation', { name: '视频章节' }).getByRole('link').nth(1);
  await tabTo(page, chapter);
  await page.keyboard.press('Enter');
  const at = Number(await chapter.getAttribute('data-seek'));
  await page.waitForFunction((begin) => (document.querySelector('video')?.currentTime ?? 0) >= begin, at);
  const transcript = page.getByRole('group', { name: /^文字稿/ });
  await tabTo(page, transcript);
  await page.locator('.is-said').first().waitFor();
  const before = await seconds();
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction((then) => (document.querySelector('video')?.currentTime ?? 0) < then, before);
}

/** The question before leaving the sites of government is answered either way, and the focus comes back. */
export async function stayByKeyboard(page: Page, host: string): Promise<void> {
  const link = page.locator(`a[data-leave="${host}"]`);
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  const notice = page.getByRole('dialog', { name: '您将离开本站' });
  await notice.getByText(`https://${host}/route`).waitFor();
  const stay = notice.getByRole('button', { name: '留在本站' });
  expect(await isFocused(stay)).toBe(true);
  await page.keyboard.press('Enter');
  await notice.waitFor({ state: 'detached' });
  expect(await isFocused(link)).toBe(true);
}
