import type { Article, Thing } from 'schema-dts';
import type { Content } from '../content';
import { CATEGORY_TITLES } from '../content';
import { chinaIso, chinaStamp } from './china-time';
import { interviewQuestions } from './json-ld/interview-questions';
import { legislation } from './json-ld/legislation';
import { organisation } from './json-ld/organisation';
import { videoObject } from './json-ld/video-object';
import type { MediaFile, Prepared } from './payload';
import { mainAddress } from './place-media';
import { explainerPath } from './state/card';

/** The moments of a page: the first publication, and when a later version went out. */
export interface Moments {
  readonly publishedAt: string;
  readonly updatedAt: string | null;
}

/** The column and article marks that inspections and other portals read. */
export function articleMarks({ payload, media }: Prepared, { publishedAt }: Moments): Readonly<Record<string, string>> {
  const { content, site, siteUrl, explainer } = payload;
  const column = CATEGORY_TITLES[content.category];
  return {
    ColumnName: `政策解读·${column}`,
    ColumnDescription: `${site.name}的${column}政策解读`,
    ColumnKeywords: `政策解读,${column}`,
    ColumnType: '政策解读',
    ArticleTitle: content.title,
    PubDate: chinaStamp(publishedAt),
    ContentSource: content.source,
    Keywords: content.keywords.join(','),
    Author: content.author,
    Description: content.summary,
    Image: absolute(siteUrl, coverOf(content, media)) ?? '',
    Url: `${siteUrl}${explainerPath(explainer)}`,
  };
}

/** What search engines are told: the explainer, and what of it can be found by itself. */
export function articleJsonLd({ payload, media }: Prepared, { publishedAt, updatedAt }: Moments): readonly Thing[] {
  const { content, siteUrl, explainer } = payload;
  const url = `${siteUrl}${explainerPath(explainer)}`;
  const body = organisation(payload);
  const cover = absolute(siteUrl, coverOf(content, media));
  const { interview } = content;
  const guests = interview?.people.filter(({ role }) => role === 'guest') ?? [];
  const article: Article = {
    '@type': 'Article',
    '@id': url,
    headline: content.title,
    alternativeHeadline: content.subtitle ?? undefined,
    abstract: content.summary,
    inLanguage: 'zh-Hans',
    url,
    mainEntityOfPage: url,
    datePublished: chinaIso(publishedAt),
    dateModified: chinaIso(updatedAt ?? publishedAt),
    articleSection: CATEGORY_TITLES[content.category],
    keywords: content.keywords.join(',') || undefined,
    image: cover ?? undefined,
    author: content.author === '' ? body : { '@type': 'Person', name: content.author },
    contributor: guests.map(({ name, title }) => ({ '@type': 'Person', name, jobTitle: title || undefined })),
    publisher: body,
    sourceOrganization: content.source === '' ? undefined : { '@type': 'GovernmentOrganization', name: content.source },
    isAccessibleForFree: true,
    audience: content.audiences.map((audienceType) => ({ '@type': 'Audience', audienceType })),
    isBasedOn: content.policies.map((policy) => legislation(policy, siteUrl)),
  };
  return [
    article,
    content.form === 'video' ? videoObject(content, filmOf(content, siteUrl, media), publishedAt) : undefined,
    content.form === 'interview' && interview ? interviewQuestions(interview, url) : undefined,
  ].filter((thing) => thing !== undefined);
}

/** What is known of a film on the site: where it is, its still, how long it runs. */
function filmOf(content: Content, siteUrl: string, media: Prepared['media']) {
  const file = content.video ? media[content.video.media.sha256] : undefined;
  const film = file?.kind === 'video' ? file : null;
  return {
    content: absolute(siteUrl, file),
    thumbnail: absolute(siteUrl, coverOf(content, media)) ?? (film?.poster ? siteUrl + film.poster.url : null),
    duration: content.video?.media.duration ?? film?.duration ?? null,
  };
}

/** The picture that stands for the explainer: its cover, else what the form shows first. */
export function coverOf(content: Content, media: Prepared['media']): MediaFile | undefined {
  const ref =
    content.cover ??
    (content.form === 'video' ? content.video?.poster : null) ??
    (content.form === 'image' ? content.images[0]?.media : null);
  return ref ? media[ref.sha256] : undefined;
}

function absolute(siteUrl: string, file: MediaFile | undefined): string | null {
  if (!file) return null;
  return siteUrl + mainAddress(file);
}
