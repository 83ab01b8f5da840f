import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Every public file by its address, as it lies there now. */
export function readSite(directory: string): ReadonlyMap<string, string> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const name = `/${relative(directory, file).split(sep).join('/')}`;
      return [name, readFileSync(file, 'utf8')];
    }),
  );
}

/** The files that a web server shows: what is not in its place yet has a name that none of them serves. */
export const served = (files: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...files].filter(([name]) => !/\/\.[^/]*$/.test(name)));

/** Files cut off in the middle, whatever their kind. */
export function halfFiles(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].filter(([name, text]) => !isWhole(name, text)).map(([name]) => name);
}

function isWhole(name: string, text: string): boolean {
  if (name.endsWith('.html')) return text.startsWith('<!doctype html>') && text.endsWith('</html>\n');
  if (name.endsWith('/feed.xml')) return text.endsWith('</rss>\n');
  if (name.endsWith('/atom.xml')) return text.endsWith('</feed>\n');
  if (name.endsWith('.xml')) return /<\/(?:urlset|sitemapindex)>\n$/.test(text);
  if (name.endsWith('.json')) return isJson(text);
  if (name.endsWith('.jsonl')) return text.split('\n').slice(0, -1).every(isJson) && /(^|\n)$/.test(text);
  return /\.(?:css|js|txt|br|gz|avif|webp|jpg)$/.test(name);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Addresses on the site that a page names: links, scripts, styles, pictures. */
export const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/(?:href|src)="(\/[^"#?]*)[^"]*"/g)].map(([, address]) => address ?? '').filter((a) => a !== '');

/** Addresses of pictures and recordings that pages name, wherever in them. */
export function mediaNamed(files: ReadonlyMap<string, string>): ReadonlySet<string> {
  const pages = [...files].filter(([name]) => name.endsWith('.html'));
  return new Set(pages.flatMap(([, html]) => html.match(/\/media\/[\w.-]+/g) ?? []));
}

/** Those that lie on the site. */
export const mediaOn = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files.keys()].filter((name) => name.startsWith('/media/'));

/** The file behind an address. */
export const fileAt = (address: string): string => (address.endsWith('/') ? `${address}index.html` : address);

const ANSWERED = /^\/search$|^\/elder(?:\.css)?$|^\/feedback\/|^\/open-data\/(?:explainers|policies)\.(?:csv|jsonl)$/;

/**
 * Goes from link to link, beginning at the home page, the site map and the feeds. What the product answers without a file is
 * left out: the search, feedback, and whole sets of data, joined from their parts.
 * @returns links that lead nowhere, as `from → to`
 */
export function deadLinks(files: ReadonlyMap<string, string>): readonly string[] {
  const dead: string[] = [];
  const seen = new Set<string>();
  const open = ['/', '/sitemap.xml', '/feed.xml', '/atom.xml', '/404.html'];
  for (let page = open.pop(); page !== undefined; page = open.pop()) {
    if (seen.has(page)) continue;
    seen.add(page);
    const text = files.get(fileAt(page)) ?? '';
    for (const address of page.endsWith('.xml') ? addressesIn(text) : linksIn(text)) {
      if (ANSWERED.test(address)) continue;
      if (!files.has(fileAt(address))) dead.push(`${page} → ${address}`);
      else if (/(?:\/|\.html|\.xml)$/.test(address)) open.push(address);
    }
  }
  return dead;
}

/** Addresses that a feed or a part of the site map names. */
export const addressesIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<(?:loc|link|guid[^>]*)>https?:\/\/[^/<]+(\/[^<]*)</g)].map(([, address]) => address ?? '');
