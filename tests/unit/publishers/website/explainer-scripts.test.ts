import axe from 'axe-core';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { feedbackPage } from '../../../../publishers/website/pages/feedback-page';
import { siteOf } from '../../../../publishers/website/settings';
import { account, openTestSite, versionOf, type TestSite } from './test-site';

/** Debian's place for it. */
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
};
/** What the product sends too: the scripts must do without anything inline. */
const POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'";

const GLOSSARY = [{ term: '统筹基金', meaning: '大家缴的医保费放在一起的钱，谁生病帮谁。' }];

let browser: Browser;
let site: TestSite;
let server: Server;
let address: string;
let answers: string[];
let feedbackWorks: boolean;
let busy: boolean;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  site = await openTestSite();
  await site.ensure();
  await site.publish(versionOf('before', 1));
  await site.publish(versionOf('abc', 1));
  await site.publish(versionOf('abc', 2, { correction: '“60%”原写作“50%”，已更正。', glossary: GLOSSARY }));
  server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (url.startsWith('/feedback/') && feedbackWorks) {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        answers.push(body);
        const outcome = busy ? 'busy' : body.includes('sentence=') ? 'heard' : 'counted';
        const page = feedbackPage(
          { site: siteOf(account), siteUrl: account.siteUrl },
          { explainer: 'abc', outcome, helpful: body.includes('helpful=no') ? 'no' : 'yes' },
        );
        response.writeHead(busy ? 429 : 200, { 'content-type': TYPES['.html'] }).end(page);
      });
      return;
    }
    const name = url.endsWith('/') ? `${url}index.html` : url;
    readFile(path.join(site.siteDir, name)).then(
      (data) =>
        response
          .writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? '', 'content-security-policy': POLICY })
          .end(data),
      () => response.writeHead(404).end(''),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP, so not a pipe's name
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await site.close();
});
beforeEach(() => {
  answers = [];
  feedbackWorks = true;
  busy = false;
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 800 } };

interface Wishes extends BrowserContextOptions {
  readonly elder?: boolean;
  /** Runs in the page before its own scripts. */
  readonly before?: () => void;
}

async function open({ elder = false, before, ...options }: Wishes): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  if (elder) await context.addInitScript(() => localStorage.setItem('mingbai.elder', '1'));
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  await page.goto(`${address}/explainers/abc/`);
  return page;
}

/** Everything that axe finds on the page as it is shown, of whatever weight. */
async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // Put there by the line before.
    const { axe: tool } = window as unknown as { axe: typeof axe };
    const { violations } = await tool.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`);
  });
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('every way to look at it', () => {
  it.each<[string, Wishes]>([
    ['a phone', PHONE],
    ['a phone in the dark', { ...PHONE, colorScheme: 'dark' }],
    ['a phone in elder mode', { ...PHONE, elder: true }],
    ['a phone in elder mode in the dark', { ...PHONE, elder: true, colorScheme: 'dark' }],
    ['a desk', DESK],
    ['a desk in the dark', { ...DESK, colorScheme: 'dark' }],
    ['a desk magnified four times', { viewport: { width: 320, height: 256 } }],
    ['the smallest phone in elder mode', { viewport: { width: 320, height: 568 }, elder: true }],
    ['forced colours', { ...PHONE, forcedColors: 'active' }],
  ])('%s: axe finds nothing, and nothing sticks out', async (_name, wishes) => {
    const page = await open(wishes);
    expect(await overflow(page)).toBe(0);
    expect(await faults(page)).toEqual([]);
  });
});

describe('the list of contents', () => {
  it('is a bar on phones that says where the reader is, opens, leads there and closes', async () => {
    const page = await open(PHONE);
    const contents = page.getByRole('navigation', { name: '本文目录' });
    await page.locator('#intent').evaluate((chapter) => chapter.scrollIntoView());
    await contents.getByText('三 出台意图').first().waitFor();
    const link = contents.getByRole('link', { name: '实施路径' });
    expect(await link.isVisible()).toBe(false);
    await contents.locator('summary').click();
    await link.click();
    await link.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).hash).toBe('#implementation');
    await contents.locator('summary').press('Enter');
    await link.waitFor();
    await page.keyboard.press('Escape');
    await link.waitFor({ state: 'hidden' });
  });

  it('stands open at the side where there is room, but not in elder mode', async () => {
    const wide = await open(DESK);
    const link = (page: Page) => page.getByRole('navigation', { name: '本文目录' }).getByRole('link').first();
    await link(wide).waitFor();
    const elder = await open({ ...DESK, elder: true });
    await elder.getByText('本文目录').waitFor();
    expect(await link(elder).isVisible()).toBe(false);
  });

  it('opens without a script, and stands at the side without one', async () => {
    const phone = await open({ ...PHONE, javaScriptEnabled: false });
    const contents = phone.getByRole('navigation', { name: '本文目录' });
    await contents.locator('summary').click();
    await contents.getByRole('link', { name: '政策依据' }).click();
    expect(new URL(phone.url()).hash).toBe('#basis');
    const desk = await open({ ...DESK, javaScriptEnabled: false });
    expect(await desk.getByRole('link', { name: '政策依据' }).isVisible()).toBe(true);
  });
});

describe('a glossary word', () => {
  it('opens its meaning by keyboard, which is read at once, and gives the place back', async () => {
    const page = await open(PHONE);
    const word = page.locator('[data-term]').first();
    await word.focus();
    await page.keyboard.press('Enter');
    const note = page.getByRole('dialog', { name: '名词解释：统筹基金' });
    await note.getByText('大家缴的医保费放在一起的钱').waitFor();
    expect(await note.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'hidden' });
    expect(await word.evaluate((element) => element === document.activeElement)).toBe(true);
    await word.click();
    await note.getByRole('button', { name: '知道了' }).click();
    await note.waitFor({ state: 'hidden' });
  });

  it('leads to the glossary without a script', async () => {
    const page = await open({ ...PHONE, javaScriptEnabled: false });
    await page.locator('.term').first().click();
    expect(new URL(page.url()).hash).toBe('#term-1');
    expect(await page.locator('#term-1').isVisible()).toBe(true);
  });
});

describe('sharing', () => {
  it('shows the code and the address in a dialog, copies it, and puts everything back', async () => {
    const page = await open({ ...DESK, permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: '分享', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '分享这篇解读' });
    await dialog.getByRole('img', { name: '本页网址的二维码' }).waitFor();
    await dialog.getByRole('button', { name: '复制网址' }).click();
    await dialog.getByText('网址已复制').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('https://yunlan.example/explainers/abc/');
    await dialog.getByRole('button', { name: '关闭' }).click();
    await page.getByText('分享给家人朋友').click();
    expect(await page.getByRole('img', { name: '本页网址的二维码' }).isVisible()).toBe(true);
  });

  it('is a part of the page without a script', async () => {
    const page = await open({ ...PHONE, javaScriptEnabled: false });
    await page.getByText('分享给家人朋友').click();
    expect(await page.getByText('https://yunlan.example/explainers/abc/').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: '复制网址' }).isVisible()).toBe(false);
  });
});

describe('feedback', () => {
  it('is answered in place, and a sentence may follow', async () => {
    const page = await open(PHONE);
    await page.getByRole('button', { name: '没帮助' }).click();
    await page.getByText('谢谢，已经记下').waitFor();
    await page.getByLabel('哪里没看明白，还想知道什么').fill('没写去哪里办');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('谢谢，您的话已经转给编辑').waitFor();
    expect(answers.map((body) => Object.fromEntries(new URLSearchParams(body)))).toEqual([
      { helpful: 'no' },
      { helpful: 'no', sentence: '没写去哪里办' },
    ]);
    expect(page.url()).toBe(`${address}/explainers/abc/`);
  });

  it('says so when it did not arrive, and can be sent again', async () => {
    feedbackWorks = false;
    const page = await open(PHONE);
    await page.getByRole('button', { name: '有帮助' }).click();
    await page.getByText('没有送到，请稍后再试').waitFor();
    feedbackWorks = true;
    await page.getByRole('button', { name: '有帮助' }).click();
    await page.getByText('谢谢，已经记下').waitFor();
  });

  it('keeps what was written when the server will not have it now', async () => {
    const page = await open(PHONE);
    await page.getByRole('button', { name: '有帮助' }).click();
    const words = page.getByLabel('哪一处最有用，想说一句吗');
    await words.fill('例子最有用');
    busy = true;
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('提交得太快了').waitFor();
    expect(await words.count()).toBe(1);
    expect(await words.inputValue()).toBe('例子最有用');
    busy = false;
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('谢谢，您的话已经转给编辑').waitFor();
  });

  it('works without a script, with a way back', async () => {
    const page = await open({ ...PHONE, javaScriptEnabled: false });
    await page.getByRole('button', { name: '有帮助' }).click();
    await page.getByRole('heading', { name: '谢谢，已经记下' }).waitFor();
    expect(await overflow(page)).toBe(0);
    await page.getByRole('link', { name: '回到刚才的解读' }).click();
    expect(page.url()).toBe(`${address}/explainers/abc/`);
  });
});

describe('reading aloud', () => {
  /** A device that says one sentence each time it is told to: `window.said` is what it was given, `finish` ends one. */
  const device = (): void => {
    const said: SpeechSynthesisUtterance[] = [];
    const end = (): void => {
      said.at(-1)?.dispatchEvent(new Event('end'));
    };
    Object.assign(window, {
      said,
      finish: end,
    });
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        speak: (part: SpeechSynthesisUtterance) => said.push(part),
        // As browsers do: what is broken off ends as well.
        cancel: end,
        getVoices: () => [],
      },
    });
  };
  interface Device {
    readonly said: readonly SpeechSynthesisUtterance[];
    readonly finish: () => void;
  }
  const said = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() => (window as unknown as Device).said.map(({ text }) => text)); // put there by `device`
  const finish = (page: Page): Promise<void> => page.evaluate(() => (window as unknown as Device).finish());

  it('goes sentence by sentence, marks where it is, pauses, goes on with the same sentence, and stops', async () => {
    const page = await open({ ...PHONE, before: device });
    await page.getByRole('button', { name: '朗读' }).click();
    await finish(page);
    await finish(page);
    expect((await said(page)).slice(0, 2)).toEqual([
      '门诊看病也能报销：职工医保门诊共济12月1日起施行',
      '2026年11月23日 09:00 “60%”原写作“50%”，已更正。',
    ]);
    expect(await page.locator('.is-read').textContent()).toContain((await said(page))[2]);
    await page.getByRole('button', { name: '暂停' }).click();
    expect(await said(page)).toHaveLength(3);
    await page.getByRole('button', { name: '继续朗读' }).click();
    const again = await said(page);
    expect(again).toHaveLength(4);
    expect(again[3]).toBe(again[2]);
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByRole('button', { name: '朗读' }).waitFor();
    expect(await page.locator('.is-read').count()).toBe(0);
    expect(await said(page)).toHaveLength(4);
  });

  it('reads the whole text once, without the numbers of chapters, and ends by itself', async () => {
    const page = await open({ ...PHONE, before: device });
    await page.getByRole('button', { name: '朗读' }).click();
    const all = await page.evaluate(() => {
      const { said: list, finish: end } = window as unknown as Device; // put there by `device`
      for (let count = 0; count < list.length; count += 1) end();
      return list.map(({ text }) => text);
    });
    expect(all).toContain('制定背景');
    expect(all).toContain('二级医院报销60%');
    expect(new Set(all.filter((text) => text.includes('身体好的人用不完'))).size).toBe(1);
    expect(all.join('')).not.toContain('本文目录');
    await page.getByRole('button', { name: '朗读' }).waitFor();
  });

  it('is the first and largest button in elder mode, and says so where a browser cannot do it', async () => {
    const page = await open({
      ...PHONE,
      elder: true,
      before: () => Object.defineProperty(window, 'speechSynthesis', { value: undefined }),
    });
    const button = page.getByRole('button', { name: '朗读' });
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(56);
    expect(box?.width).toBeGreaterThan(300);
    await button.click();
    await page.getByText('这个浏览器不能朗读').waitFor();
  });
});
