import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';

/* What the formats demand of a feed and of a site map. */

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name) => ['item', 'entry', 'url', 'sitemap', 'link'].includes(name),
});

/** @throws where the text is no XML, says less than its format demands, or says it wrongly */
function read<T>(text: string, schema: z.ZodType<T>): T {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new Error(verdict.err.msg);
  return schema.parse(parser.parse(text));
}

const absolute = z.url({ protocol: /^https?$/ });
const words = z.string().trim().min(1);
const declaration = { '?xml': z.object({ '@version': z.literal('1.0'), '@encoding': z.literal('UTF-8') }) };
/** RFC 822 with a year of four digits, as RSS 2.0 asks for. */
const rfc822 = z
  .string()
  .regex(
    /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} [\d:]{8} \+0800$/,
  );
/** RFC 3339. */
const rfc3339 = z.iso.datetime({ offset: true });
const isDistinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

const rssItem = z.strictObject({
  title: words,
  link: z.array(absolute).length(1),
  guid: z.strictObject({ '#text': absolute, '@isPermaLink': z.literal('true') }),
  pubDate: rfc822,
  category: words,
  description: words,
});

/** https://www.rssboard.org/rss-specification */
const rss = z.strictObject({
  ...declaration,
  rss: z.strictObject({
    '@version': z.literal('2.0'),
    '@xmlns:atom': z.literal('http://www.w3.org/2005/Atom'),
    channel: z.strictObject({
      title: words,
      link: z.array(absolute).length(1),
      description: words,
      language: z.literal('zh-cn'),
      docs: absolute,
      'atom:link': z.strictObject({
        '@href': absolute,
        '@rel': z.literal('self'),
        '@type': z.literal('application/rss+xml'),
      }),
      lastBuildDate: rfc822.optional(),
      item: z
        .array(rssItem)
        .refine((items) => isDistinct(items.map(({ guid }) => guid['#text'])))
        .default([]),
    }),
  }),
});

const atomLink = z.looseObject({ '@href': absolute });

/** RFC 4287, sections 4.1.1 and 4.1.2. */
const atom = z.strictObject({
  ...declaration,
  feed: z.strictObject({
    '@xmlns': z.literal('http://www.w3.org/2005/Atom'),
    '@xml:lang': z.literal('zh-Hans'),
    id: absolute,
    title: words,
    subtitle: words,
    link: z.array(atomLink).refine((links) => links.filter((link) => link['@rel'] === 'self').length === 1),
    updated: rfc3339,
    author: z.strictObject({ name: words }),
    entry: z
      .array(
        z.strictObject({
          id: absolute,
          title: words,
          link: z.array(atomLink).length(1),
          published: rfc3339,
          updated: rfc3339,
          category: z.strictObject({ '@term': words, '@label': words }),
          summary: words,
        }),
      )
      .refine((items) => isDistinct(items.map(({ id }) => id)))
      .default([]),
  }),
});

/** https://www.jsonfeed.org/version/1.1/ */
const json = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: words,
  description: words,
  home_page_url: absolute,
  feed_url: absolute,
  language: z.literal('zh-Hans'),
  authors: z.array(z.strictObject({ name: words })).min(1),
  items: z
    .array(
      z.strictObject({
        id: absolute,
        url: absolute,
        title: words,
        content_text: words,
        date_published: rfc3339,
        date_modified: rfc3339,
        tags: z.array(words),
      }),
    )
    .refine((items) => isDistinct(items.map(({ id }) => id))),
});

/** https://www.sitemaps.org/protocol.html */
const NAMESPACE = z.literal('http://www.sitemaps.org/schemas/sitemap/0.9');
const MOST = 50_000;
const address = z.strictObject({ loc: absolute.max(2_047), lastmod: rfc3339.optional() });
const sitemapIndex = z.strictObject({
  ...declaration,
  sitemapindex: z.strictObject({ '@xmlns': NAMESPACE, sitemap: z.array(address).min(1).max(MOST) }),
});
const sitemap = z.strictObject({
  ...declaration,
  urlset: z.strictObject({
    '@xmlns': NAMESPACE,
    url: z
      .array(address)
      .min(1)
      .max(MOST)
      .refine((urls) => isDistinct(urls.map(({ loc }) => loc))),
  }),
});

export const readRss = (text: string) => read(text, rss).rss.channel;
export const readAtom = (text: string) => read(text, atom).feed;
export const readJsonFeed = (text: string) => json.parse(JSON.parse(text));
export const readSitemapIndex = (text: string) => read(text, sitemapIndex).sitemapindex.sitemap;
export const readSitemap = (text: string) => read(text, sitemap).urlset.url;
