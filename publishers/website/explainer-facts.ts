import type { Content } from '../content';
import { CATEGORY_TITLES } from '../content';
import { chinaIso, chinaStamp } from './china-time';
import type { Json } from '../contract';
import type { MediaFile, Prepared } from './payload';
import { mainAddress } from './place-media';
import { explainerPath, policyPath } from './state/card';

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

/** What search engines are told, in the terms of schema.org. */
export function articleJsonLd({ payload, media }: Prepared, { publishedAt, updatedAt }: Moments): Json {
  const { content, site, siteUrl, explainer } = payload;
  const organisation = { '@type': 'GovernmentOrganization', name: site.organiser, url: `${siteUrl}/` };
  const article = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: content.title,
    alternativeHeadline: content.subtitle ?? undefined,
    abstract: content.summary,
    inLanguage: 'zh-Hans',
    url: `${siteUrl}${explainerPath(explainer)}`,
    mainEntityOfPage: `${siteUrl}${explainerPath(explainer)}`,
    datePublished: chinaIso(publishedAt),
    dateModified: chinaIso(updatedAt ?? publishedAt),
    articleSection: CATEGORY_TITLES[content.category],
    keywords: content.keywords.join(',') || undefined,
    image: absolute(siteUrl, coverOf(content, media)) ?? undefined,
    author: content.author === '' ? organisation : { '@type': 'Person', name: content.author },
    publisher: organisation,
    audience: content.audiences.map((audienceType) => ({ '@type': 'Audience', audienceType })),
    isBasedOn: content.policies.map((policy) => ({
      '@type': 'Legislation',
      name: policy.title,
      legislationIdentifier: policy.docNumber,
      legislationDate: policy.signedOn ?? undefined,
      datePublished: policy.disclosedOn ?? undefined,
      url: `${siteUrl}${policyPath(policy.id)}`,
    })),
    video: content.form === 'video' ? videoJsonLd(content, siteUrl, media, publishedAt) : undefined,
  };
  return article;
}

function videoJsonLd(
  { video, title, summary }: Content,
  siteUrl: string,
  media: Prepared['media'],
  publishedAt: string,
): Json | undefined {
  if (!video) return undefined;
  const file = media[video.media.sha256];
  const film = file?.kind === 'video' ? file : null;
  const still = film?.poster ? siteUrl + film.poster.url : undefined;
  const duration = video.media.duration ?? film?.duration ?? null;
  return {
    '@type': 'VideoObject',
    name: title,
    description: summary,
    uploadDate: chinaIso(publishedAt),
    contentUrl: absolute(siteUrl, file) ?? undefined,
    thumbnailUrl: absolute(siteUrl, video.poster ? media[video.poster.sha256] : undefined) ?? still,
    duration: duration === null ? undefined : `PT${Math.round(duration)}S`,
    transcript: video.transcript || undefined,
    hasPart: video.chapters.map((chapter, index) => ({
      '@type': 'Clip',
      name: chapter.title,
      startOffset: chapter.at,
      endOffset: video.chapters[index + 1]?.at ?? duration ?? undefined,
    })),
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
