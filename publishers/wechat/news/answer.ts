import { escapeHtml } from '../../article/escape-html';
import { lines, type Page } from './page';

/** What a reader must know if nothing else is read: the answer, then who, what changes, what to do. */
export function answer({ article, style }: Page): string {
  const subtitle = article.subtitle ? `<p style="${style.subtitle}">${escapeHtml(article.subtitle)}</p>` : '';
  const lead = article.lead.trim() === '' ? '' : box(style, article.lead);
  const facts = article.impact.map(
    ({ title, text }) =>
      `<tr style="${style.factRow}"><td style="${style.factLabel}">${title}</td><td style="${style.fact}">${lines(text)}</td></tr>`,
  );
  const impact =
    facts.length === 0
      ? ''
      : `<table style="${style.facts}"><tbody style="${style.rows}">${facts.join('')}</tbody></table>`;
  return subtitle + lead + impact;
}

const box = (style: Page['style'], lead: string): string =>
  `<section style="${style.answer}"><span style="${style.answerLabel}">一句话看懂</span><p style="${style.answerText}">${lines(lead)}</p></section>`;
