import { escapeHtml } from '../../article/escape-html';
import { clockTime } from '../clock-time';
import { aside, lines, type Page } from './page';
import { transcriptExcerpt } from './transcript-excerpt';

/**
 * An article cannot hold a video that comes through the interface, so it shows the poster and says where to watch, then
 * what there is to see and the beginning of the transcript. What the author says before it stands between the two.
 */
export function video(page: Page): string {
  const { article, style } = page;
  if (!article.video) return '';
  const { chapters, transcript } = article.video;
  const list = chapters.map(
    ({ at, title }) =>
      `<p style="${style.row}"><span style="${style.time}">${clockTime(at)}</span>${escapeHtml(title)}</p>`,
  );
  const contents = list.length === 0 ? '' : aside(page, '看点') + list.join('');
  return contents + excerpt(page, transcript);
}

function excerpt(page: Page, transcript: string): string {
  const { shown, complete } = transcriptExcerpt(transcript);
  if (shown.length === 0) return '';
  const more = complete ? '' : `<p style="${page.style.small}">完整文字稿见网站。</p>`;
  const text = shown.map((line) => `<p style="${page.style.paragraph}">${lines(line)}</p>`).join('');
  return aside(page, '文字稿') + text + more;
}
