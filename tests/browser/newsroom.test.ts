import type { FrameLocator, Locator, Page } from 'playwright-core';
import { inSeconds } from '../integration/product/publish-samples';
import { startDemo, type Demo } from './demo/start-demo';
import { logIn, type Staff } from './newsroom/log-in';
import { KEYWORD, PICTURE, SUMMARY, TITLE, writeExplainer } from './newsroom/write-explainer';

/** As staff see them, in the order in which they are shown. */
const CHANNELS = ['政策解读网站', '微信公众号', '微博账号', '微直播'] as const;
type Channel = (typeof CHANNELS)[number];
/** Milliseconds; a loaded machine needs a good part of it. */
const STEP = 120_000;

/** An explainer of the demo that is on the site from the beginning. */
const OTHER = '小店换设备，政策能帮上什么';

let demo: Demo;
let clerk: Staff;
let editor: Staff;
let explainer: string;
/** Seconds and offset: the moment that the editor chooses for all channels. */
let due: string;
const receipts = new Map<Channel, string>();

beforeAll(async () => (demo = await startDemo()), 300_000);
afterAll(() => demo.end());

const rows = (page: Page): Locator => page.getByRole('row').filter({ hasText: TITLE });
const width = (picture: Locator): Promise<number> =>
  // Lazily loaded pictures have no size before somebody scrolls to them.
  picture.scrollIntoViewIfNeeded().then(() =>
    picture.evaluate(async (element: HTMLImageElement) => {
      await element.decode();
      return element.naturalWidth;
    }),
  );

async function open(channel: Channel): Promise<Page> {
  const address = receipts.get(channel);
  if (address === undefined) throw new Error(`there is no receipt of ${channel}`);
  const page = await editor.context.newPage();
  await page.goto(address);
  return page;
}

test(
  'the clerk writes an explainer with a table, a nested list, a link and a picture of the library',
  async () => {
    clerk = await logIn(demo, 'clerk');
    explainer = await writeExplainer(clerk.page, demo.site);
    expect(explainer).toMatch(/^[a-z0-9]{24}$/);
  },
  STEP,
);

test(
  'the clerk sees what each of the four channels would receive',
  async () => {
    await clerk.page.getByRole('button', { name: '预览全部' }).click();
    const all = clerk.page.getByRole('dialog', { name: '全部渠道稿' });
    const preview = (channel: Channel): FrameLocator => all.frameLocator(`iframe[title="${channel}预览"]`);
    for (const channel of CHANNELS) await preview(channel).getByText(SUMMARY).first().waitFor();
    for (const channel of ['政策解读网站', '微信公众号'] as const) {
      await preview(channel).getByRole('cell', { name: '800元' }).waitFor();
      await preview(channel).getByRole('listitem').filter({ hasText: '身份证' }).last().waitFor();
      expect(await preview(channel).getByRole('img', { name: PICTURE.alt }).count()).toBe(1);
    }
    await clerk.page.keyboard.press('Escape');
  },
  STEP,
);

test(
  'the clerk can neither sign nor plan, on the screen or past it',
  async () => {
    const { page } = clerk;
    // Whatever the panels ask the server carries the clerk's own credentials.
    const asked = page.waitForRequest((request) => request.url().endsWith(`/mingbai/explainers/${explainer}`));
    await page.reload();
    await page.getByText('未签发').waitFor();
    expect(await page.getByRole('button', { name: '签发' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '排定' }).count()).toBe(0);
    const authorization = (await (await asked).allHeaders())['authorization'] ?? '';
    expect(authorization).toMatch(/^Bearer ./);
    const answer = await fetch(`${demo.site}/mingbai/explainers/${explainer}/sign`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(403);
  },
  STEP,
);

test(
  'the editor finds it on top of the list, and no way to publish but to sign and plan',
  async () => {
    editor = await logIn(demo, 'editor');
    const { page } = editor;
    await page.goto(`${demo.site}/admin/content-manager/collection-types/api::explainer.explainer`);
    await rows(page).waitFor();
    expect(await page.getByRole('row').nth(1).innerText()).toContain(TITLE);
    await rows(page).getByText(TITLE).click();
    await page.getByRole('button', { name: '签发' }).waitFor();
    expect(await page.getByRole('button', { name: /发布|publish/i }).count()).toBe(0);
    for (const menu of await page.getByRole('button', { name: '更多操作' }).all()) {
      await menu.click();
      const offered = await page.getByRole('menuitem').allInnerTexts();
      expect(offered.filter((words) => /发布|publish/i.test(words))).toEqual([]);
      await page.keyboard.press('Escape');
    }
  },
  STEP,
);

test(
  'the editor signs, and plans all four channels seconds ahead, in the time of Beijing',
  async () => {
    const { page } = editor;
    await page.getByRole('button', { name: '签发' }).click();
    await page.getByText('已签发第 1 版', { exact: true }).waitFor();
    due = inSeconds(15);
    for (const channel of CHANNELS) await page.getByLabel(`${channel}时间`).fill(due.slice(0, 19));
    await page.getByRole('button', { name: '排定' }).click();
    const deliveries = page.getByRole('list', { name: '投放' }).getByRole('listitem');
    await deliveries.nth(CHANNELS.length - 1).waitFor();
    expect(await deliveries.count()).toBe(CHANNELS.length);
  },
  STEP,
);

test(
  'the board shows four published deliveries, none before its time, each with its receipt',
  async () => {
    const { page } = editor;
    await page.getByRole('link', { name: '发布看板' }).click();
    for (const channel of CHANNELS) {
      const row = rows(page).filter({ has: page.getByRole('gridcell', { name: channel, exact: true }) });
      await row.getByText('已发布').waitFor();
      const shown = (await row.locator('time').getAttribute('datetime')) ?? '';
      expect(Date.parse(shown)).toBeGreaterThanOrEqual(Date.parse(due));
      receipts.set(channel, (await row.getByRole('link', { name: '查看' }).getAttribute('href')) ?? '');
    }
    expect(await rows(page).count()).toBe(CHANNELS.length);
  },
  STEP,
);

test(
  'the live room goes on without a reload, and shows what is new when its reader asks',
  async () => {
    const page = await open('微直播');
    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    await page.getByText('正在直播').waitFor();
    await page.evaluate(() => document.body.setAttribute('data-same', 'yes'));
    const before = await page.locator('[data-seq]').count();
    await page.getByRole('button', { name: /条新内容|直播已结束/ }).click({ timeout: STEP });
    await page.locator(`#update-${before + 1}`).waitFor();
    expect(before + 1).toBeGreaterThanOrEqual(2);
    expect(await page.locator('#update-1').innerText()).toContain(`#${KEYWORD}#`);
    expect(await page.locator('body').getAttribute('data-same')).toBe('yes');
  },
  STEP,
);

test(
  'the page on the site has the table, the nested list, the picture and the link',
  async () => {
    const page = await open('政策解读网站');
    expect(new URL(page.url()).pathname).toBe(`/explainers/${explainer}/`);
    const text = page.getByRole('main');
    await text.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    expect(await text.getByRole('table').getByRole('row').allInnerTexts()).toContain('在职职工\t800元\t85%');
    expect(await text.locator('ul > li > ul > li').allInnerTexts()).toContain('医保卡');
    expect(await text.locator('ul > li > ol > li').allInnerTexts()).toContain('出院结算窗口');
    expect(await width(text.getByRole('img', { name: PICTURE.alt }))).toBeGreaterThan(300);
    expect(await text.getByRole('link', { name: '中国政府网' }).getAttribute('href')).toBe('https://www.gov.cn/');
    expect(await text.getByRole('link', { name: /便利化措施/ }).count()).toBeGreaterThan(0);
  },
  STEP,
);

test(
  'followers of the WeChat account find the article with its picture and its table',
  async () => {
    const page = await open('微信公众号');
    await page.getByText('读者可见').waitFor();
    await page.goto(`${demo.phones}/phone/wechat`);
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    expect(await page.getByText('退休职工').count()).toBe(1);
    expect(await width(page.getByRole('img', { name: PICTURE.alt }))).toBeGreaterThan(300);
    expect(await page.getByRole('link', { name: '阅读原文' }).getAttribute('href')).toContain(
      `/explainers/${explainer}/`,
    );
  },
  STEP,
);

test(
  'followers of the Weibo account find one post that leads to the page',
  async () => {
    const page = await open('微博账号');
    await page.getByText('微博，接口发布').waitFor();
    await page.goto(`${demo.phones}/phone/weibo`);
    const posts = page.getByRole('article').filter({ hasText: SUMMARY });
    expect(await posts.count()).toBe(1);
    expect(await posts.getByRole('link', { name: '网页链接' }).getAttribute('href')).toContain(
      `/explainers/${explainer}/`,
    );
    const seen = demo.ledger().filter(({ link }) => link?.includes(explainer));
    expect(seen.map(({ platform }) => platform).sort()).toEqual(['wechat', 'weibo']);
  },
  STEP,
);

test(
  'the editor leads readers of the page on to another explainer, and its picture is gone from the site',
  async () => {
    const address = `${demo.site}/explainers/${explainer}/`;
    const picture = /\/media\/[\w-]+\.(?:jpg|webp|avif)/.exec(await (await fetch(address)).text())?.[0] ?? '';
    expect((await fetch(demo.site + picture)).status).toBe(200);

    const { page } = editor;
    const row = rows(page).filter({ has: page.getByRole('gridcell', { name: '政策解读网站', exact: true }) });
    await row.getByRole('button', { name: TITLE }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '撤稿', exact: true }).click();
    await dialog.getByRole('radio', { name: /移到别处/ }).click();
    await dialog.getByRole('combobox', { name: /转到的解读/ }).click();
    await page.locator('[role="option"]').filter({ hasText: OTHER }).click();
    await dialog.getByLabel(/理由/).fill('与另一篇合并');
    await dialog.getByRole('button', { name: '确定撤稿' }).click();
    await page.getByText('撤稿：已完成。').first().waitFor();

    const reader = await editor.context.newPage();
    await reader.goto(address);
    await reader.getByRole('heading', { name: OTHER, level: 1 }).waitFor();
    expect((await fetch(demo.site + picture)).status).toBe(404);
  },
  STEP,
);

test('nothing broke in the browsers of the staff', () => {
  expect([...clerk.thrown, ...editor.thrown]).toEqual([]);
});
