import { CATEGORIES, CATEGORY_TITLES } from '../../../publishers/content';
import { SHELVES, shelfPath } from '../../../publishers/website/shelves';
import type { Expected } from './expected';
import { addressesIn } from './read-site';

/** A document with more explainers than this has lists of all of them. */
const MOST_ON_A_POLICY = 40;

type Files = ReadonlyMap<string, string>;

/** What the site shows otherwise than it should: every list, note and page, by its name. Empty when all is well. */
export function disagreements(files: Files, expected: Expected): Readonly<Record<string, unknown>> {
  const newest = [...expected.shown].sort(
    ([one, a], [other, b]) => b.publishedAt.localeCompare(a.publishedAt) || other.localeCompare(one),
  );
  const ids = newest.map(([id]) => id);
  const text = (name: string): string => files.get(name) ?? '';
  const found: Record<string, unknown> = {};
  const compare = (name: string, is: readonly string[], should: readonly string[]): void => {
    if (JSON.stringify(is) !== JSON.stringify(should)) found[name] = { is, should };
  };

  compare('home', cardsIn(text('/index.html')), ids.slice(0, 12));
  compare('rss', inAddresses(addressesIn(text('/feed.xml'))), ids.slice(0, 30));
  compare('atom', idsIn(text('/atom.xml'), /<id>[^<]*\/explainers\/([^/]+)\/<\/id>/g), ids.slice(0, 30));
  compare('json feed', idsIn(text('/feed.json'), /"id":"[^"]*\/explainers\/([^/]+)\/"/g), ids.slice(0, 30));

  const parts = addressesIn(text('/sitemap.xml')).flatMap((part) => addressesIn(text(part)));
  const listed = [...ids.map((id) => `/explainers/${id}/`), ...[...expected.policies].map((id) => `/policies/${id}/`)];
  const fixed = ['/', '/sitemap/', '/open-data/', ...SHELVES.map((shelf) => shelfPath(shelf))];
  compare('site map', [...parts].sort(), [...listed, ...fixed].sort());
  const records = [...files].filter(([name]) => /^\/open-data\/explainers\/\d+\.jsonl$/.test(name));
  compare('open data', records.flatMap(([, lines]) => idsIn(lines, /^\{"id":"([^"]+)"/gm)).sort(), [...ids].sort());

  for (const category of CATEGORIES) {
    const should = newest.filter(([, shown]) => shown.category === category).map(([id]) => id);
    const pages = [...files.keys()].filter((name) => new RegExp(`^/topics/${category}/\\d+/index\\.html$`).test(name));
    compare(`topic ${category}`, pages.flatMap((name) => cardsIn(text(name))).sort(), [...should].sort());
    const front = cardsIn(text(`/topics/${category}/index.html`));
    compare(`front of ${category}`, front, should.slice(0, front.length));
    const count = new RegExp(`${CATEGORY_TITLES[category]}</span><span class="topic-count">(\\d+) 篇`);
    compare(`count of ${category}`, [count.exec(text('/index.html'))?.[1] ?? ''], [String(should.length)]);
  }
  for (const policy of expected.policies) {
    const should = newest.filter(([, shown]) => shown.policy === policy).map(([id]) => id);
    const shown = cardsIn(text(`/policies/${policy}/index.html`));
    compare(`policy ${policy}`, [...shown].sort(), should.slice(0, MOST_ON_A_POLICY).sort());
    const lists = [...files.keys()].filter((name) => name.startsWith(`/policies/${policy}/explainers/`));
    const listed = lists.flatMap((name) => cardsIn(text(name)));
    if (lists.length > 0) compare(`lists of policy ${policy}`, listed.sort(), [...should].sort());
  }
  for (const [id, shown] of expected.shown) {
    compare(`page ${id}`, titleOf(text(`/explainers/${id}/index.html`)), [shown.title]);
  }
  for (const [id, { kind, to, reason, title }] of expected.takenBack) {
    const page = text(`/explainers/${id}/index.html`);
    const says = {
      withdrawn: page.includes(reason) && page.includes(title),
      moved: page.includes(`url=/explainers/${to}/"`),
    };
    const isRight = kind === 'gone' ? !page.includes(reason) && !page.includes(title) && page !== '' : says[kind];
    if (!isRight) found[`note ${id}`] = { kind, to };
  }
  return found;
}

const idsIn = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, id]) => id ?? '');
const cardsIn = (html: string): string[] =>
  idsIn(html, /<h[23] class="card-title phrases"><a href="\/explainers\/([^/]+)\/"/g);
const inAddresses = (addresses: readonly string[]): string[] => [
  ...new Set(addresses.flatMap((address) => /^\/explainers\/([^/]+)\/$/.exec(address)?.[1] ?? [])),
];
const titleOf = (html: string): string[] => [(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '').replace(/<wbr\/?>/g, '')];
