import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Content, Io, ReadBack, Receipt, Rendition } from '../../../../publishers/contract';
import { website } from '../../../../publishers/website';
import type { SitePayload } from '../../../../publishers/website/payload';
import { answering } from '../../../contract/answering';
import { illustrated } from '../../../contract/contents';
import { directoryPlace } from '../../../contract/directory-place';
import type { Place } from '../../../contract/place';
import { publishAt } from '../../../contract/publish-at';
import { sampleVersion } from '../article/sample-version';

let place: Place;
let content: Content;
let rendition: Rendition<SitePayload>;
let receipt: Receipt;

beforeEach(async () => {
  const made = await illustrated();
  content = made.content;
  place = await directoryPlace('website', 'explainers', made.files);
  rendition = website.render({ ...sampleVersion(), content }, place.account, 'publish');
  receipt = await publish(rendition);
});
afterEach(() => place.close());

const publish = (what: Rendition<SitePayload>, delivery?: string) => publishAt(website, what, place, delivery);
const read = (io: Io = place.io, of = receipt): Promise<ReadBack> => website.readBack(of, rendition, io);
const siteDir = () => place.io.connection['siteDir'] ?? '';
const page = () => join(siteDir(), `explainers/${rendition.payload.explainer}/index.html`);
const alter = async (change: (html: string) => string) => {
  const before = await readFile(page(), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(page(), after);
};
const differing = async (io?: Io) => {
  const found = await read(io);
  return found.state === 'different' ? found.problem.what : found.state;
};
/** The site as one whose memory was lost: only what the page shows can be compared. */
const forgetful = (): Io => ({ ...place.io, connection: {} });

const ALTERATIONS: readonly (readonly [what: string, change: (html: string) => string, found: string])[] = [
  ['its title', (html) => html.replace(/(<h1[^>]*>)[\s\S]*?<\/h1>/, '$1澳门博彩</h1>'), '标题'],
  ['the title of its tab', (html) => html.replace(/<title>[^<]*/, '<title>澳门博彩'), '标题'],
  ['a picture', (html) => html.replace(/\/media\/[0-9a-f]{64}/g, '/media/other'), '图片'],
  ['its own address', (html) => html.replace(/(rel="canonical" href=")[^"]*/, '$1https://elsewhere.example/'), '链接'],
  [
    'title and address',
    (html) => html.replace(/<title>[^<]*/, '<title>x').replace('rel="canonical"', ''),
    '标题、链接',
  ],
];

describe('a page that was altered', () => {
  test.each(ALTERATIONS)('in %s is found', async (_what, change, found) => {
    await alter(change);
    expect(await differing()).toContain(`：${found}。`);
    expect(await differing(forgetful())).toContain(`：${found}。`);
  });

  test('in a single character of its text, or by a script that nobody sees, is found', async () => {
    await alter((html) => html.replace('</body>', '<script src="https://elsewhere.example/x.js"></script></body>'));
    expect(await differing()).toContain('正文或页面代码');
  });

  test('is found when the file of its cover is gone', async () => {
    for (const name of await readdir(join(siteDir(), 'media'))) {
      if (name.startsWith(content.cover?.sha256 ?? '?')) await rm(join(siteDir(), 'media', name));
    }
    expect(await differing()).toContain('图片');
  });

  test('is found when its address leads to another host', async () => {
    const http = answering(302, '', { location: 'https://gambling.example/' });
    expect(await differing({ ...place.io, http })).toContain('gambling.example');
  });
});

describe('a page that is as it should be', () => {
  test('is the same by what it shows, where the site remembers nothing', async () => {
    expect(await read(forgetful())).toEqual({ state: 'same' });
  });

  test('is found behind a move within the host', async () => {
    const http: Io['http'] = (request) =>
      request.url === receipt.url
        ? Promise.resolve({ status: 308, headers: { location: `${receipt.url}index.html` }, text: '' })
        : place.io.http(request);
    expect(await read({ ...place.io, http })).toEqual({ state: 'same' });
  });

  test('is no forgery when a newer version stands there, over which that version watches', async () => {
    const next = { ...sampleVersion(), id: 'v2', number: 2, content: { ...content, title: '门诊报销有新变化' } };
    const newer = website.render(next, place.account, 'publish');
    const second = await publish(newer, 'second');
    expect(await read()).toEqual({ state: 'same' });
    expect(await website.readBack(second, newer, place.io)).toEqual({ state: 'same' });
    await alter((html) => html.replace('新变化', '老变化'));
    expect(await website.readBack(second, newer, place.io)).toMatchObject({ state: 'different' });
    expect(await read()).toEqual({ state: 'same' });
  });

  test('is no forgery when a newer version takes its place while we look', async () => {
    const next = { ...sampleVersion(), id: 'v2', number: 2, content: { ...content, title: '门诊报销有新变化' } };
    let asked = false;
    const http: Io['http'] = async (request) => {
      if (!asked) {
        asked = true;
        await publish(website.render(next, place.account, 'publish'), 'second');
      }
      return place.io.http(request);
    };
    expect(await read({ ...place.io, http })).toEqual({ state: 'unknown' });
  });
});

describe('a page that was taken back', () => {
  test('is gone by our own doing', async () => {
    await website.withdraw?.(receipt, '数据有误', place.io);
    expect(await read()).toMatchObject({ state: 'gone', problem: { code: 'website.withdrawn' } });
  });

  test('is gone also where the server knows no status for it', async () => {
    await website.withdraw?.(receipt, '数据有误', place.io);
    const html = await readFile(page(), 'utf8');
    expect(await read({ ...place.io, http: answering(200, html) })).toMatchObject({ state: 'gone' });
  });

  test('is not called gone while readers still get it', async () => {
    const html = await readFile(page(), 'utf8');
    await website.withdraw?.(receipt, '数据有误', place.io);
    expect(await read({ ...place.io, http: answering(200, html) })).toEqual({ state: 'same' });
  });

  test('is gone in other words when somebody else took it away', async () => {
    await place.remove();
    expect(await read()).toMatchObject({ state: 'gone', problem: { code: 'website.gone' } });
  });
});
