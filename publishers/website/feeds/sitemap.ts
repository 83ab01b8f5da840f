import { z } from 'zod';
import type { Change } from '../changes';
import { chinaIso } from '../china-time';
import type { Frame } from '../frame';
import type { Places } from '../places';
import { SHELVES, shelfPath } from '../shelves';
import { openLedger } from '../state/ledger';
import type { Ledger } from '../state/ledger';
import { xml } from './xml';

/** Addresses per part: small, because the newest part is written anew for every publication. */
const PART = 100;

const entry = z.object({
  /** Kind and id, e.g. `explainer abc`. */
  id: z.string(),
  path: z.string(),
  publishedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});
export type SitemapEntry = z.infer<typeof entry>;

export const openSitemap = (places: Places): Promise<Ledger<SitemapEntry>> =>
  openLedger(places, 'sitemap', entry, PART);

/** The changed parts and the index that names them all. https://www.sitemaps.org/protocol.html */
export async function drawSitemap({ siteUrl }: Frame, ledger: Ledger<SitemapEntry>): Promise<readonly Change[]> {
  const parts = await Promise.all([...ledger.changed].map((number) => drawSitemapPart(siteUrl, ledger, number)));
  return [...parts, index(siteUrl, ledger.newest)];
}

export async function drawSitemapPart(siteUrl: string, ledger: Ledger<SitemapEntry>, number: number): Promise<Change> {
  const urls = (await ledger.entries(number)).map((page) => ({
    loc: `${siteUrl}${page.path}`,
    lastmod: chinaIso(page.changedAt),
  }));
  return { in: 'site', name: `sitemap-${number}.xml`, data: document('urlset', 'url', urls) };
}

/** Pages that every site has besides the lists. */
const FIXED = ['/sitemap/', '/open-data/'] as const;

/** The pages that every site has, as a part of their own. */
export function fixedPart(siteUrl: string): Change {
  const urls = ['/', ...SHELVES.map((shelf) => shelfPath(shelf)), ...FIXED].map((path) => ({
    loc: `${siteUrl}${path}`,
  }));
  return { in: 'site', name: 'sitemap-0.xml', data: document('urlset', 'url', urls) };
}

function index(siteUrl: string, newest: number): Change {
  const parts = Array.from({ length: newest + 1 }, (_, number) => ({ loc: `${siteUrl}/sitemap-${number}.xml` }));
  return { in: 'site', name: 'sitemap.xml', data: document('sitemapindex', 'sitemap', parts) };
}

function document(root: string, element: string, urls: readonly { loc: string; lastmod?: string }[]): string {
  const lines = urls.map(({ loc, lastmod }) => {
    const changed = lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`;
    return `  <${element}><loc>${xml(loc)}</loc>${changed}</${element}>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('')}</${root}>
`;
}
