import { escapeHtml } from '../../article/escape-html';
import { lines, type Page } from './page';

/** What a reader must know if nothing else is read: the answer, then who, what changes, what to do. */
export function answer({ article, style }: Page): string {
  const subtitle = article.subtitle ? `<p style="${style.subtitle}">${escapeHtml(article.subtitle)}</p>` : '';
  const lead = article.lead.trim() === '' ? '' : box(style, article.lead);
  const cards = article.impact.map(
    ({ title, text }) => `<p style="${style.card}"><strong style="${style.label}">${title}</strong>${lines(text)}</p>`,
  );
  const impact = cards.length === 0 ? '' : `<section style="${style.cards}">${cards.join('')}</section>`;
  return subtitle + lead + impact;
}

const box = (style: Page['style'], lead: string): string =>
  `<section style="${style.answer}"><p style="${style.answerLabel}">一句话看懂</p><p style="${style.answerText}">${lines(lead)}</p></section>`;
