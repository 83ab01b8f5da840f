import type { Speaker, Turn } from '../../article/article';
import { escapeHtml } from '../../article/escape-html';
import type { MediaRef } from '../../contract';
import { aside, rich, type Page } from './page';

/** Who speaks, once, with role; then the turns, each under the name of its speaker, questions on a ground of their own. */
export function interview(page: Page): string {
  const source = page.article.interview;
  if (!source) return '';
  const people = source.people.map((person) => introduction(page, person)).join('');
  return `${aside(page, '访谈人物')}${people}${recording(page, source.recording)}${aside(page, '访谈实录')}${source.turns.map((turn) => words(page, turn)).join('')}`;
}

/** An article holds no recording that comes through the interface, so it says where there is one. */
function recording({ style }: Page, media: MediaRef | null): string {
  if (!media) return '';
  const what = media.mime.startsWith('audio/') ? '访谈录音' : '访谈录像';
  return `<p style="${style.watchHint}">${what}请点文末“阅读原文”，在网站播放</p>`;
}

const introduction = ({ style }: Page, { name, title }: Speaker): string =>
  `<p style="${style.row}"><strong style="${style.label}">${escapeHtml(name)}</strong>${escapeHtml(title)}</p>`;

function words(page: Page, { speaker, blocks }: Turn): string {
  const { style } = page;
  const asks = speaker !== null && speaker.role !== 'guest';
  const name = `<p style="${asks ? style.asker : style.speaker}">${escapeHtml(speaker?.name ?? '发言人')}</p>`;
  return `<section style="${asks ? style.question : style.reply}">${name}${rich(page, blocks)}</section>`;
}
