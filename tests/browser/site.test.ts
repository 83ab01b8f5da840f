import type { BrowserContextOptions, Page } from 'playwright-core';
import { z } from 'zod';
import { FORMS, type Form } from '../../publishers/content';
import { createClient } from '../integration/product/client';
import { startDemo, type Demo } from './demo/start-demo';
import { graveInEveryMode } from './site/grave-in-every-mode';
import { overflow } from './site/overflow';
import { formPath, policyPath, roomPath } from './site/places';
import { OUTSIDE, publishPiece, takeBack } from './site/publish-piece';
import {
  openNotesByKeyboard,
  searchByKeyboard,
  stayByKeyboard,
  turnPicturesByKeyboard,
  watchByKeyboard,
} from './site/walk-by-keyboard';
import { walkWithoutScripts } from './site/walk-without-scripts';
import { violations } from './site/violations';

/** CSS pixels: a phone and a desk. */
const WIDTHS = [390, 1280] as const;
const STEP = 120_000;
const FOUND = '/search?q=补贴';
const NOT_FOUND = '/search?q=南极科考站天气';

let demo: Demo;
let forms: Readonly<Record<Form, string>>;
/** Pages that a machine has put on the demo's site for these tests. */
let pieces: Readonly<Record<'leading-out' | 'withdrawn' | 'gone', string>>;

/** Every kind of page with the status that it is answered with. The room comes last: it opens while the others are looked at. */
const PLACES: readonly (readonly [name: string, path: () => string | Promise<string>, status: number])[] = [
  ['the home page', () => '/', 200],
  ...FORMS.map((form) => [`an explainer of form ${form}`, () => forms[form], 200] as const),
  ['a policy', () => policyPath(demo.site, forms.text), 200],
  ['a topic', () => '/topics/employment/', 200],
  ['what concerns an audience', () => '/audiences/elders/', 200],
  ['what is needed at a life event', () => '/events/retirement/', 200],
  ['the open data', () => '/open-data/', 200],
  ['the site map', () => '/sitemap/', 200],
  ['a search before the question', () => '/search', 200],
  ['a search that finds something', () => FOUND, 200],
  ['a search that finds nothing', () => NOT_FOUND, 200],
  ['an explainer that was taken back', () => pieces.withdrawn, 410],
  ['an explainer of which nothing is said', () => pieces.gone, 410],
  ['an address that nothing has', () => '/no-such-page/', 404],
  ['a live room', () => roomPath(demo.site), 200],
  ['a live room afterwards', endRoom, 200],
];

beforeAll(async () => {
  demo = await startDemo();
  const found = await Promise.all(FORMS.map(async (form) => [form, await formPath(demo.site, form)]));
  // The forms were walked one by one, so every one of them is there.
  forms = Object.fromEntries(found) as Record<Form, string>;
  const api = createClient(demo.site);
  const policy = (await policyPath(demo.site, forms.text)).split('/')[2] ?? '';
  const [outside, withdrawn, gone] = await Promise.all([
    publishPiece(api, policy, '怎么去办事大厅'),
    takeBack(api, policy, 'withdrawn'),
    takeBack(api, policy, 'gone'),
  ]);
  pieces = { 'leading-out': outside.path, withdrawn, gone };
}, 300_000);
afterAll(() => demo.end());
afterEach(async () => {
  for (const context of demo.browser.contexts()) await context.close();
});

/** Ends the demo's broadcast, once. @returns where its room is */
async function endRoom(): Promise<string> {
  const path = await roomPath(demo.site);
  const room = `/broadcasts/${path.split('/')[2] ?? ''}`;
  const api = createClient(demo.site);
  const { stage } = await api.ask(z.object({ stage: z.string() }), 'GET', room);
  if (stage !== 'ended') await api.ask(z.unknown(), 'POST', `${room}/end`, { body: {} });
  return path;
}

interface Visit {
  readonly page: Page;
  /** Of the page itself. */
  readonly status: number | undefined;
  /** What the browser complained about, but for the status of the page itself. */
  readonly complaints: readonly string[];
}

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await demo.browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  const complaints: string[] = [];
  const page = await context.newPage();
  context.on('console', (message) => {
    if (message.type() === 'error' && message.location().url !== page.url()) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      complaints.push(`${response.status()} ${response.url()}`);
  });
  const answer = await page.goto(demo.site + path);
  return { page, status: answer?.status(), complaints };
}

/** The links of a list of contents, which on phones is a bar that has to be opened. */
async function contentsOf(page: Page, name: string) {
  const contents = page.getByRole('navigation', { name });
  const bar = contents.locator('summary');
  if (await bar.isVisible()) await bar.click();
  const links = contents.getByRole('link');
  await links.first().waitFor();
  return links;
}

describe.each(PLACES)('%s', (_name, path, expected) => {
  test(
    'reads well in every mode: landmarks, nothing cut off, no errors, nothing in the way of anybody',
    async () => {
      const { page, status, complaints } = await visit(await path());
      expect(status).toBe(expected);
      for (const role of ['banner', 'main', 'contentinfo'] as const) expect(await page.getByRole(role).count()).toBe(1);
      expect(await page.getByRole('navigation', { name: '站点' }).count()).toBe(1);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await graveInEveryMode(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    STEP,
  );

  test(
    'can be read without scripts',
    async () => {
      const { page } = await visit(await path(), { javaScriptEnabled: false });
      expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(40);
      for (const control of await page.locator('.needs-script').all()) expect(await control.isVisible()).toBe(false);
      expect(await overflow(page)).toBe(0);
    },
    STEP,
  );
});

describe.each(WIDTHS)('at %i pixels', (width) => {
  const at = { viewport: { width, height: 844 } };

  test(
    'a text answers first, then tells its four aspects under anchors',
    async () => {
      const { page } = await visit(forms.text, at);
      await page.getByRole('heading', { name: '一句话看懂' }).waitFor();
      const contents = await contentsOf(page, '本文目录');
      expect((await contents.allInnerTexts()).join()).toMatch(/制定背景.*政策依据.*出台意图.*实施路径/s);
      for (const link of await contents.all()) {
        expect(await page.locator((await link.getAttribute('href')) ?? '#none').count()).toBe(1);
      }
    },
    STEP,
  );

  test(
    'an image set shows every picture with its words, short and long',
    async () => {
      const { page } = await visit(forms.image, at);
      const shown = page.getByRole('region', { name: /^图解/ }).getByRole('listitem');
      expect(await shown.count()).toBeGreaterThan(1);
      for (const item of await shown.all()) {
        const picture = item.getByRole('figure').locator('img');
        await picture.scrollIntoViewIfNeeded();
        await picture.evaluate((image: HTMLImageElement) => image.decode());
        expect((await picture.getAttribute('alt'))?.length).toBeGreaterThan(5);
        await item.getByText('看图中文字').click();
        expect((await item.locator('details p').allInnerTexts()).join().length).toBeGreaterThan(20);
      }
    },
    STEP,
  );

  test(
    'a video has a picture, captions, chapters that lead into it and a transcript',
    async () => {
      const { page } = await visit(forms.video, at);
      const video = page.locator('video');
      expect(await video.getAttribute('poster')).toMatch(/^\//);
      // The browser hides the cues that it shows itself behind the track's state.
      await page.waitForFunction(() => (document.querySelector('video')?.textTracks[0]?.cues?.length ?? 0) > 5);
      const chapter = page.getByRole('navigation', { name: '视频章节' }).getByRole('link').nth(1);
      await chapter.click();
      const second = Number(await chapter.getAttribute('data-seek'));
      await page.waitForFunction((at) => (document.querySelector('video')?.currentTime ?? 0) >= at, second);
      expect((await page.locator('[data-transcript]').innerText()).length).toBeGreaterThan(200);
    },
    STEP,
  );

  test(
    'an interview says who speaks, lists the questions and lets everybody have a turn',
    async () => {
      const { page } = await visit(forms.interview, at);
      const people = page.getByRole('region', { name: '访谈人物' }).getByRole('listitem');
      const roles = await people.locator('.person-role').allInnerTexts();
      expect(roles).toEqual(expect.arrayContaining(['主持人', '嘉宾']));
      const speakers = new Set(await page.locator('.turn-speaker strong').allInnerTexts());
      for (const name of await people.locator('.person-name').allInnerTexts()) expect(speakers).toContain(name);
      expect(await (await contentsOf(page, '问题目录')).count()).toBeGreaterThan(2);
    },
    STEP,
  );

  test(
    'a policy shows its facts, its clauses under anchors and its explainers',
    async () => {
      const { page } = await visit(await policyPath(demo.site, forms.text), at);
      expect(await page.getByRole('term').allInnerTexts()).toEqual(expect.arrayContaining(['发文字号', '发文机关']));
      expect(await page.locator('.clause[id]').count()).toBeGreaterThan(1);
      expect(await page.getByRole('region', { name: '这份文件的解读' }).getByRole('article').count()).toBeGreaterThan(
        0,
      );
    },
    STEP,
  );
});

test(
  'without scripts a citizen gets from the home page to an answer, says what is missing and reads in larger letters',
  async () => {
    const { page, complaints } = await visit('/', { javaScriptEnabled: false });
    await walkWithoutScripts(page);
    expect(complaints).toEqual([]);
  },
  STEP,
);

test(
  'what a reader is told who has answered reads well in every mode',
  async () => {
    const { page } = await visit('/');
    // Without the script that would take the answer into the page.
    await page.route(/\/assets\/explainer\./, (route) => route.abort());
    await page.goto(demo.site + forms.text);
    await page.getByRole('button', { name: '没帮助' }).click();
    await page.getByLabel('哪里没看明白，还想知道什么').waitFor();
    expect(await graveInEveryMode(page)).toEqual([]);
  },
  STEP,
);

test(
  'each question that the home page offers leads to an explainer',
  async () => {
    const { page } = await visit('/');
    const examples = page.getByRole('search').getByRole('link');
    for (const address of await examples.evaluateAll((links) =>
      links.map((link) => (link as HTMLAnchorElement).href),
    )) {
      const { page: answer } = await visit(new URL(address).pathname + new URL(address).search);
      expect(await answer.getByRole('main').getByRole('article').count()).toBeGreaterThan(0);
    }
  },
  STEP,
);

test(
  'a search marks what was found; one without a result leads on',
  async () => {
    const { page } = await visit(FOUND);
    expect(await page.getByRole('status').innerText()).toMatch(/^找到 \d+ 条/);
    expect(await page.getByRole('main').locator('mark').count()).toBeGreaterThan(0);
    await page.goto(demo.site + NOT_FOUND);
    expect(await page.getByRole('status').innerText()).toMatch(/^没有找到/);
    expect(await page.getByRole('navigation', { name: '按生活领域看' }).getByRole('link').count()).toBe(7);
  },
  STEP,
);

test(
  'elder mode stays on after a reload and on the next page, until it is turned off',
  async () => {
    const { page } = await visit('/');
    const size = () =>
      page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('main') as Element).fontSize));
    // Words the button with the script that answers it: a click before that would be lost.
    await page.locator('[data-elder-toggle][aria-pressed="false"]').waitFor();
    const usual = await size();
    await page.getByRole('button', { name: '长辈版' }).click();
    await page.getByRole('button', { name: '标准版' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: '标准版' }).waitFor();
    expect(await size()).toBeGreaterThan(usual);
    await page.goto(demo.site + forms.text);
    await page.getByRole('button', { name: '标准版' }).waitFor();
    expect(await size()).toBeGreaterThan(usual);
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '标准版' }).click();
    await page.goto(demo.site);
    expect(await size()).toBe(usual);
  },
  STEP,
);

describe('the keyboard is enough', () => {
  test(
    'to skip to the text, ask, take another question that is offered, and open what is found',
    async () => searchByKeyboard((await visit('/')).page),
    STEP,
  );
  test(
    'for the words of the glossary and for passing a page on',
    async () => openNotesByKeyboard((await visit(forms.text)).page),
    STEP,
  );
  test('for pictures', async () => turnPicturesByKeyboard((await visit(forms.image)).page), STEP);
  test('for a film', async () => watchByKeyboard((await visit(forms.video)).page), STEP);
  test(
    'for the question before leaving',
    async () => stayByKeyboard((await visit(pieces['leading-out'])).page, OUTSIDE),
    STEP,
  );
});

describe('a link out of the sites of government', () => {
  const link = (page: Page) => page.getByRole('link', { name: '路线图' });

  test(
    'asks first, in every mode, and leads on when the reader wants to go',
    async () => {
      const { page } = await visit(pieces['leading-out']);
      await page.context().route(`https://${OUTSIDE}/**`, (route) => route.fulfill({ body: 'elsewhere' }));
      await link(page).click();
      const notice = page.getByRole('dialog', { name: '您将离开本站' });
      await notice.waitFor();
      for (const elder of [false, true]) {
        await page.evaluate((on) => document.documentElement.classList.toggle('elder', on), elder);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await violations(page)).toEqual([]);
        }
      }
      await notice.getByRole('link', { name: '继续前往' }).click();
      await page.waitForURL(`https://${OUTSIDE}/route`);
    },
    STEP,
  );

  test(
    'says without scripts where it leads',
    async () => {
      const { page } = await visit(pieces['leading-out'], { javaScriptEnabled: false });
      const beside = await link(page).evaluate((element) => getComputedStyle(element, '::after').content);
      expect(beside).toContain(OUTSIDE);
    },
    STEP,
  );
});
