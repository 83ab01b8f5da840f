import { CATEGORY_TITLES, FORM_TITLES } from '../../content';
import { chinaDateTime, clock } from '../china-time';
import { articleJsonLd, articleMarks, coverOf } from '../explainer-facts';
import type { Moments } from '../explainer-facts';
import { Html } from '../main/html';
import { Corrections } from '../parts/corrections';
import { Feedback } from '../parts/feedback';
import { JsonLd } from '../parts/json-ld';
import { Phrases } from '../parts/phrases';
import { RelatedList } from '../parts/related-list';
import { Share } from '../parts/share';
import { ToolRow } from '../parts/tool-row';
import type { Prepared, SitePayload } from '../payload';
import { linkClauses } from '../link-clauses';
import { ValidityNotices } from '../parts/validity-notice';
import { placeMedia } from '../place-media';
import { placeValidity } from '../place-validity';
import { readingTime } from '../reading-time';
import { shell } from '../shell';
import type { Standings } from '../standing';
import { explainerPath, topicPath } from '../state/card';
import { surroundingsOf } from '../surroundings';
import type { Surroundings } from '../surroundings';

/** The page of an explainer, of any form. `standings`: how the documents that it explains stand on the day it is drawn. */
export function explainerPage(
  publication: Prepared,
  moments: Moments,
  standings: Standings,
  surroundings: Surroundings = alone(publication, moments),
): string {
  const { payload, media } = publication;
  const { content, site, siteUrl } = payload;
  const main = placeValidity(placeMedia(linkClauses(payload.main, content.policies), media), standings);
  return shell({
    title: content.title,
    description: content.summary,
    path: explainerPath(payload.explainer),
    siteUrl,
    site,
    meta: articleMarks(publication, moments),
    head: <Head publication={publication} moments={moments} />,
    breadcrumb: [
      { title: '首页', href: '/' },
      { title: CATEGORY_TITLES[content.category], href: topicPath(content.category) },
    ],
    bodyClass: `page-explainer form-${content.form}`,
    scripts: SCRIPTS[content.form],
    main: (
      <article class={`explainer explainer-${content.form}`}>
        <ExplainerHead payload={payload} moments={moments} />
        <ValidityNotices
          policies={content.policies.flatMap(({ id, title }) => {
            const standing = standings[id];
            return standing ? [{ id, title, standing }] : [];
          })}
        />
        <Corrections corrections={surroundings.corrections} />
        <Html class="explainer-body" html={main} />
        <div class="explainer-foot">
          <Feedback explainer={payload.explainer} site={site} />
          <Share address={`${siteUrl}${explainerPath(payload.explainer)}`} />
          <RelatedList related={surroundings.related} category={content.category} />
        </div>
      </article>
    ),
  });
}

/** An explainer of which nothing more is known than its version, as in a preview. */
const alone = ({ payload }: Prepared, { updatedAt }: Moments): Surroundings =>
  surroundingsOf({ publications: [{ at: updatedAt, correction: payload.content.correction }] });

const READING = ['read-aloud.js', 'explainer.js'];

const SCRIPTS: Readonly<Record<SitePayload['content']['form'], readonly string[]>> = {
  text: READING,
  image: [...READING, 'gallery.js'],
  video: [...READING, 'video.js'],
  interview: [...READING, 'video.js'],
};

/** Category and form, title, dates, tools: what stands above the answer. */
export function ExplainerHead(props: { readonly payload: SitePayload; readonly moments: Moments }) {
  const { content } = props.payload;
  const { publishedAt, updatedAt } = props.moments;
  const issuers = [...new Set(content.policies.flatMap((policy) => policy.issuers))];
  return (
    <header class="explainer-head">
      <p class="kicker">
        <a href={topicPath(content.category)}>{CATEGORY_TITLES[content.category]}</a>
        <span class="form-mark">{FORM_TITLES[content.form]}</span>
      </p>
      <h1 class="phrases">
        <Phrases text={content.title} />
      </h1>
      {content.subtitle !== null && content.subtitle !== '' && <p class="subtitle">{content.subtitle}</p>}
      <p class="dateline">
        {issuers.length > 0 && <span>{issuers.join('、')}发文</span>}
        <span>
          发布 <time dateTime={publishedAt}>{chinaDateTime(publishedAt)}</time>
        </span>
        {updatedAt !== null && (
          <span class="updated">
            更新于 <time dateTime={updatedAt}>{chinaDateTime(updatedAt)}</time>
          </span>
        )}
        <Length payload={props.payload} />
      </p>
      <ToolRow />
    </header>
  );
}

/** How much of the reader's time it takes: to watch, or to read. Picture sets are looked at, not read. */
function Length({ payload }: { readonly payload: SitePayload }) {
  const { form, video } = payload.content;
  if (form === 'image') return null;
  if (form === 'video' && video?.media.duration) return <span>时长 {clock(video.media.duration)}</span>;
  const { characters, minutes } = readingTime(payload.main);
  return (
    <span>
      {characters} 字，约 {minutes} 分钟读完
    </span>
  );
}

function Head({ publication, moments }: { readonly publication: Prepared; readonly moments: Moments }) {
  const { payload, media } = publication;
  const { content, site, siteUrl } = payload;
  const cover = coverOf(content, media);
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={site.name} />
      <meta property="og:locale" content="zh_CN" />
      <meta property="og:title" content={content.title} />
      <meta property="og:description" content={content.summary} />
      <meta property="og:url" content={`${siteUrl}${explainerPath(payload.explainer)}`} />
      {cover?.kind === 'picture' && <meta property="og:image" content={`${siteUrl}${cover.large.url}`} />}
      <meta property="article:published_time" content={moments.publishedAt} />
      {moments.updatedAt !== null && <meta property="article:modified_time" content={moments.updatedAt} />}
      <meta property="article:section" content={CATEGORY_TITLES[content.category]} />
      <JsonLd data={articleJsonLd(publication, moments)} />
    </>
  );
}
