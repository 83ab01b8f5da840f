import type { Article } from '../article/article';
import { transcriptExcerpt } from './news/transcript-excerpt';
import type { WechatPayload } from './payload';

/** What of an article readers of WeChat do not get in this form, by the names that staff know; empty = they get it all. */
export function onlyOnSite(article: Article, kind: WechatPayload['kind']): readonly string[] {
  const { video } = article;
  if (kind === 'news') return video && !transcriptExcerpt(video.transcript).complete ? ['文字稿的后一部分'] : [];
  return [
    ...article.impact.map(({ title }) => title),
    ...(article.opening.length > 0 ? ['正文开头'] : []),
    ...article.chapters.map(({ title }) => title),
    ...(article.differences.length > 0 ? ['新旧对照'] : []),
    ...(article.glossary.length > 0 ? ['名词解释'] : []),
    ...(video && video.chapters.length > 0 ? ['视频章节'] : []),
    ...(video && video.transcript.trim() !== '' ? ['文字稿'] : []),
  ];
}
