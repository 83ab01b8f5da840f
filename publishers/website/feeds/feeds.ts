import { escapeHtml } from '../../article/escape-html';
import { CATEGORY_TITLES } from '../../content';
import type { Change } from '../changes';
import { chinaIso, rfc822 } from '../china-time';
import type { Frame } from '../frame';
import { explainerPath } from '../state/card';
import type { Card } from '../state/card';
import { xml } from './xml';

/** How many explainers a feed holds. */
const HELD = 30;

/** What a feed is about: the whole site, or one category. */
export interface Channel {
  readonly title: string;
  readonly description: string;
  /** Of the page that it belongs to, with a slash at the end; the feeds lie below it. */
  readonly path: string;
  /** Newest first. */
  readonly cards: readonly Card[];
}

/** The newest explainers in the three forms that readers' programs know. */
export function feeds(frame: Frame, channel: Channel): readonly Change[] {
  const held = { ...channel, cards: channel.cards.slice(0, HELD) };
  const below = channel.path.slice(1);
  return [
    { in: 'site', name: `${below}feed.xml`, data: rss(frame, held) },
    { in: 'site', name: `${below}atom.xml`, data: atom(frame, held) },
    { in: 'site', name: `${below}feed.json`, data: jsonFeed(frame, held) },
  ];
}

const addressOf = ({ siteUrl }: Frame, card: Card): string => `${siteUrl}${explainerPath(card.id)}`;

/** When the feed last had something new; a feed without entries has no date, so that equal state gives equal bytes. */
const lastChange = (cards: readonly Card[]): string | undefined =>
  cards
    .map((card) => card.updatedAt ?? card.publishedAt)
    .sort()
    .at(-1);

/** RSS 2.0, https://www.rssboard.org/rss-specification: a description is HTML, so plain words are escaped twice. */
function rss(frame: Frame, { title, description, path, cards }: Channel): string {
  const home = `${frame.siteUrl}${path}`;
  const changed = lastChange(cards);
  const items = cards.map(
    (card) => `    <item>
      <title>${xml(card.title)}</title>
      <link>${xml(addressOf(frame, card))}</link>
      <guid isPermaLink="true">${xml(addressOf(frame, card))}</guid>
      <pubDate>${rfc822(card.publishedAt)}</pubDate>
      <category>${xml(CATEGORY_TITLES[card.category])}</category>
      <description>${xml(escapeHtml(card.summary))}</description>
    </item>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${xml(title)}</title>
    <link>${xml(home)}</link>
    <description>${xml(escapeHtml(description))}</description>
    <language>zh-cn</language>
    <docs>https://www.rssboard.org/rss-specification</docs>
    <atom:link href="${xml(home)}feed.xml" rel="self" type="application/rss+xml"/>
${changed === undefined ? '' : `    <lastBuildDate>${rfc822(changed)}</lastBuildDate>\n`}${items.join('')}  </channel>
</rss>
`;
}

/** Atom, RFC 4287. `updated` is required, so an empty feed says the beginning of the calendar. */
function atom(frame: Frame, { title, description, path, cards }: Channel): string {
  const home = `${frame.siteUrl}${path}`;
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
  <id>${xml(home)}</id>
  <title>${xml(title)}</title>
  <subtitle>${xml(description)}</subtitle>
  <link rel="alternate" type="text/html" href="${xml(home)}"/>
  <link rel="self" type="application/atom+xml" href="${xml(home)}atom.xml"/>
  <updated>${chinaIso(lastChange(cards) ?? new Date(0))}</updated>
  <author><name>${xml(frame.site.organiser)}</name></author>
${entries.join('')}</feed>
`;
}

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/ */
function jsonFeed(frame: Frame, { title, description, path, cards }: Channel): string {
  const home = `${frame.siteUrl}${path}`;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: home,
    feed_url: `${home}feed.json`,
    language: 'zh-Hans',
    authors: [{ name: frame.site.organiser }],
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
