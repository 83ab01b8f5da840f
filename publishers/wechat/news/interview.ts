import type { Speaker, Turn } from '../../article/article';
import { escapeHtml } from '../../article/escape-html';
import { aside, rich, type Page } from './page';

/** Who speaks, once, with role; then the turns, each under the name of its speaker. */
export function interview(page: Page): string {
  const source = page.article.interview;
  if (!source) return '';
  const people = source.people.map((person) => introduction(page, person)).join('');
  return `${aside(page, '访谈人物')}${people}${aside(page, '访谈实录')}${source.turns.map((turn) => words(page, turn)).join('')}`;
}

const introduction = ({ style }: Page, { name, title }: Speaker): string =>
  `<p style="${style.card}"><strong style="${style.label}">${escapeHtml(name)}</strong>${escapeHtml(title)}</p>`;

function words(page: Page, { speaker, blocks }: Turn): string {
  const style = speaker?.role === 'host' ? page.style.host : page.style.speaker;
  return `<p style="${style}">${escapeHtml(speaker?.name ?? '发言人')}</p>${rich(page, blocks)}`;
}
