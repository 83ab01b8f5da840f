import type { LiveBlogPosting } from 'schema-dts';
import { chinaIso } from '../website/china-time';
import { organisation } from '../website/json-ld/organisation';
import { JsonLd } from '../website/parts/json-ld';
import { Phrases } from '../website/parts/phrases';
import { shell } from '../website/shell';
import { explainerPath } from '../website/state/card';
import { marked } from './hashtag';
import { liveMessage } from './live-message';
import { isClosed, type Room } from './room';

/** From the root of the site. */
export const livePath = (id: string): string => `/live/${id}/`;

/**
 * The page of a room as it stands: complete without scripts, kept up to date by `live.js` with them. It never reloads by
 * itself, which would throw a reader back to its top in the middle of a sentence.
 */
export function livePage(room: Room): string {
  const { head, entries, cursor } = liveMessage(room);
  // Newest first while it runs, so that nobody has to scroll for it; in the order of events afterwards.
  const shown = isClosed(room) ? entries : entries.toReversed();
  return shell({
    title: room.title,
    description: `${marked(room.hashtag)} 微直播：${room.title}`,
    path: livePath(room.id),
    siteUrl: room.siteUrl,
    site: room.site,
    meta: { ArticleTitle: room.title, ContentSource: room.host, Keywords: room.hashtag },
    breadcrumb: [{ title: '首页', href: '/' }],
    bodyClass: 'page-live',
    scripts: isClosed(room) ? [] : ['live.js'],
    head: <JsonLd data={linkedData(room)} />,
    main: (
      <div class="live" data-live={livePath(room.id)} data-cursor={cursor} data-stage={room.stage}>
        <header class="live-head">
          <p class="live-tag">{marked(room.hashtag)}</p>
          <h1 class="phrases">
            <Phrases text={room.title} />
          </h1>
          {room.host !== '' && <p class="live-host">主持：{room.host}</p>}
          <div data-live-head dangerouslySetInnerHTML={{ __html: head }} />
          {room.explainer && (
            <p class="live-explainer">
              <a href={`/explainers/${room.explainer}/`}>看完整解读</a>
            </p>
          )}
        </header>
        {!isClosed(room) && (
          <div class="live-news" data-live-news>
            <p class="live-order" data-live-order>
              最新的在最上面
              <noscript>
                ，<a href={livePath(room.id)}>刷新看有没有新内容</a>
              </noscript>
            </p>
            <p role="status">
              <button type="button" data-live-show hidden />
            </p>
          </div>
        )}
        <ol
          class="live-entries"
          data-live-entries
          reversed={!isClosed(room)}
          aria-live="polite"
          aria-relevant="additions text"
          aria-label="直播条目"
          dangerouslySetInnerHTML={{ __html: shown.map(({ html }) => html).join('') }}
        />
        {entries.length === 0 && !isClosed(room) && (
          <p class="live-empty" data-live-empty>
            {room.stage === 'announced' ? '直播还没有开始，开始后内容会出现在这里。' : '直播刚开始，内容马上就来。'}
          </p>
        )}
      </div>
    ),
  });
}

/** @see https://schema.org/LiveBlogPosting */
function linkedData(room: Room): LiveBlogPosting {
  const url = room.siteUrl + livePath(room.id);
  const shown = liveMessage(room).entries.filter(({ removed }) => !removed);
  const publisher = organisation(room);
  const begin = room.startedAt ?? room.plannedStart;
  return {
    '@type': 'LiveBlogPosting',
    '@id': url,
    url,
    headline: room.title,
    inLanguage: 'zh-Hans',
    keywords: room.hashtag,
    datePublished: zoned(begin),
    dateModified: zoned(shown.at(-1)?.at ?? begin),
    coverageStartTime: zoned(begin),
    coverageEndTime: zoned(room.endedAt),
    author: room.host === '' ? publisher : { '@type': 'GovernmentOrganization', name: room.host },
    publisher,
    about: room.explainer === null ? undefined : { '@id': `${room.siteUrl}${explainerPath(room.explainer)}` },
    liveBlogUpdate: shown.map(({ seq, at, text }) => ({
      '@type': 'BlogPosting',
      headline: `${room.title}（第 ${seq} 条）`,
      url: `${url}#update-${seq}`,
      datePublished: chinaIso(at),
      articleBody: text,
    })),
  };
}

const zoned = (at: string | null): string | undefined => (at === null ? undefined : chinaIso(at));
