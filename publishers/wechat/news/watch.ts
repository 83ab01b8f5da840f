import { clockTime } from '../clock-time';
import { image } from '../markup';
import type { Page } from './page';

/** The poster of a video as a card that says where it can be watched: nobody can play it here. */
export function watch({ article, style }: Page): string {
  if (!article.video) return '';
  const { media, poster } = article.video;
  const length = media.duration === null ? '' : ` ${clockTime(media.duration)}`;
  const still = poster ?? article.cover;
  const picture = still ? image(style, still, still.alt) : '';
  return `<section style="${style.watch}">${picture}<p style="${style.watchLine}">看视频${length}：点文末“阅读原文”</p><p style="${style.watchHint}">也可以长按识别文末二维码，在网站观看，有字幕和文字稿</p></section>`;
}
