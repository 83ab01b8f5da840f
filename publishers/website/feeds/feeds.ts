import { CATEGORY_TITLES } from '../../content';
import type { Change } from '../changes';
import { chinaIso, rfc822 } from '../china-time';
import type { Frame } from '../frame';
import { explainerPath } from '../state/card';
import type { Card } from '../state/card';
import { xml } from './xml';

/** How many explainers a feed holds. */
const HELD = 30;

/** The newest explainers in the three forms that readers' programs know. */
export function feeds(frame: Frame, latest: readonly Card[]): readonly Change[] {
  const cards = latest.slice(0, HELD);
  return [
    { in: 'site', name: 'feed.xml', data: rss(frame, cards) },
    { in: 'site', name: 'atom.xml', data: atom(frame, cards) },
    { in: 'site', name: 'feed.json', data: jsonFeed(frame, cards) },
  ];
}

const addressOf = ({ siteUrl }: Frame, card: Card): string => `${siteUrl}${explainerPath(card.id)}`;

/** When the feed last had something new; a feed without entries has no date, so that equal state gives equal bytes. */
const lastChange = (cards: readonly Card[]): string | undefined =>
  cards
    .map((card) => card.updatedAt ?? card.publishedAt)
    .sort()
    .at(-1);

/** RSS 2.0, https://www.rssboard.org/rss-specification */
function rss(frame: Frame, cards: readonly Card[]): string {
  const { site, siteUrl } = frame;
  const changed = lastChange(cards);
  const items = cards.map(
    (card) => `    <item>
      <title>${xml(card.title)}</title>
      <link>${xml(addressOf(frame, card))}</link>
      <guid isPermaLink="true">${xml(addressOf(frame, card))}</guid>
      <pubDate>${rfc822(card.publishedAt)}</pubDate>
      <category>${xml(CATEGORY_TITLES[card.category])}</category>
      <description>${xml(card.summary)}</description>
    </item>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${xml(site.name)}</title>
    <link>${xml(siteUrl)}/</link>
    <description>${xml(site.description)}</description>
    <language>zh-cn</language>
    <atom:link href="${xml(siteUrl)}/feed.xml" rel="self" type="application/rss+xml"/>
${changed === undefined ? '' : `    <lastBuildDate>${rfc822(changed)}</lastBuildDate>\n`}${items.join('')}  </channel>
</rss>
`;
}

/** Atom, RFC 4287. `updated` is required, so an empty feed says the beginning of the calendar. */
function atom(frame: Frame, cards: readonly Card[]): string {
  const { site, siteUrl } = frame;
  const entries = cards.map(
    (card) => `  <entry>
    <id>${xml(addressOf(frame, card))}</id>
    <title>${xml(card.title)}</title>
    <link href="${xml(addressOf(frame, card))}"/>
    <published>${chinaIso(card.publishedAt)}</published>
    <updated>${chinaIso(card.updatedAt ?? card.publishedAt)}</updated>
    <category term="${xml(card.category)}" label="${xml(CATEGORY_TITLES[card.category])}"/>
    <summary>${xml(card.summary)}</summary>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">
  <id>${xml(siteUrl)}/</id>
  <title>${xml(site.name)}</title>
  <subtitle>${xml(site.description)}</subtitle>
  <link href="${xml(siteUrl)}/"/>
  <link rel="self" href="${xml(siteUrl)}/atom.xml"/>
  <updated>${chinaIso(lastChange(cards) ?? new Date(0))}</updated>
  <author><name>${xml(site.organiser)}</name></author>
${entries.join('')}</feed>
`;
}

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/ */
function jsonFeed(frame: Frame, cards: readonly Card[]): string {
  const { site, siteUrl } = frame;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: site.name,
    description: site.description,
    home_page_url: `${siteUrl}/`,
    feed_url: `${siteUrl}/feed.json`,
    language: 'zh-Hans',
    authors: [{ name: site.organiser }],
    items: cards.map((card) => ({
      id: addressOf(frame, card),
      url: addressOf(frame, card),
      title: card.title,
      content_text: card.summary,
      date_published: chinaIso(card.publishedAt),
      date_modified: chinaIso(card.updatedAt ?? card.publishedAt),
      tags: [CATEGORY_TITLES[card.category], ...card.keywords],
    })),
  });
}
