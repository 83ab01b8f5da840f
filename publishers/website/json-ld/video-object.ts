import type { VideoObject } from 'schema-dts';
import type { Content } from '../../content';
import { chinaIso } from '../china-time';

interface Film {
  /** Absolute. */
  readonly content: string | null;
  readonly thumbnail: string | null;
  /** Seconds. */
  readonly duration: number | null;
}

/** @see https://developers.google.com/search/docs/appearance/structured-data/video */
export function videoObject(
  { video, title, summary }: Pick<Content, 'video' | 'title' | 'summary'>,
  { content, thumbnail, duration }: Film,
  publishedAt: string,
): VideoObject | undefined {
  if (!video) return undefined;
  return {
    '@type': 'VideoObject',
    name: title,
    description: summary,
    uploadDate: chinaIso(publishedAt),
    contentUrl: content ?? undefined,
    thumbnailUrl: thumbnail ?? undefined,
    duration: duration === null ? undefined : `PT${Math.round(duration)}S`,
    inLanguage: 'zh-Hans',
    transcript: video.transcript || undefined,
    hasPart: video.chapters.map((chapter, index) => ({
      '@type': 'Clip',
      name: chapter.title,
      startOffset: chapter.at,
      endOffset: video.chapters[index + 1]?.at ?? duration ?? undefined,
      // Google asks for an address that starts the clip; browsers understand media fragments of the file itself.
      url: content === null ? undefined : `${content}#t=${chapter.at}`,
    })),
  };
}
