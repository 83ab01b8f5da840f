import type { Article } from '../article/article';
import { LIMITS } from './limits';
import type { MpvideoPayload } from './payload';

/** Whether the platform takes the video itself; otherwise an article leads to it. */
const isPushable = ({ media }: NonNullable<Article['video']>): boolean =>
  media.mime === 'video/mp4' && media.bytes > 0 && media.bytes <= LIMITS.video;

/** A video that followers see as such, with the answer beneath it and the way to the site; null where there is none. */
export function massVideo(article: Article, canonicalUrl: string): MpvideoPayload | null {
  const { video } = article;
  if (!video || !isPushable(video)) return null;
  return {
    kind: 'mpvideo',
    title: article.title,
    description: `${article.lead.trim()}\n全文和政策原文：${canonicalUrl}`.trim(),
    sourceUrl: canonicalUrl,
    video: video.media,
    poster: video.poster ?? article.cover,
  };
}
