/** Rich text as WeChat keeps it: inline styles, no ids or classes, flat lists, links as numbered notes. */
import { escapeHtml } from '../article/escape-html';
import type { Markup } from '../article/write-blocks';
import type { MediaRef } from '../contract';
import type { Footnotes } from './footnotes';
import { KEPT_LINK } from './kept';
import type { Styles } from './theme';
import { writeItem } from './write-item';
import { writeTable } from './write-table';

const SCHEME = /^https?:\/\//i;
/** No attribute that we write has this sign in its value. */
const TAG = /<[^>]*>/g;
const NO_BREAK_SPACE = '\u00a0';

/**
 * @param siteUrl public address of the website, put before addresses within the site
 */
export const wechatMarkup = (style: Styles, notes: Footnotes, siteUrl: string): Markup => ({
  paragraph: (inner) => `<p style="${style.paragraph}">${inner}</p>`,
  line: (inner) => inner,
  heading: (inner) => `<h3 style="${style.heading}">${inner}</h3>`,
  list: (items, { ordered, start, level }) => {
    const inner = items.join('');
    // A list inside an item would get a second bullet from the platform, so its items are plain sections.
    if (level > 0) return inner;
    if (!ordered) return `<ul style="${style.list}">${inner}</ul>`;
    return `<ol style="${style.list}"${start === 1 ? '' : ` start="${start}"`}>${inner}</ol>`;
  },
  item: (inner, place) => writeItem(style, inner, place),
  quote: (inner) => `<blockquote style="${style.quote}">${inner}</blockquote>`,
  codeBlock: (text) => {
    const kept = text.replaceAll('\t', '  ').replaceAll(' ', NO_BREAK_SPACE).replaceAll('\n', '<br>');
    return `<section style="${style.codeBlock}">${kept}</section>`;
  },
  table: (header, rows, align) => writeTable(style, header, rows, align),
  figure: (media, alt, caption) => {
    const below = caption === '' ? '' : `<p style="${style.caption}">${escapeHtml(caption)}</p>`;
    return `<section style="${style.figure}">${image(style, media, alt)}${below}</section>`;
  },
  rule: () => `<hr style="${style.rule}">`,
  strong: (inner) => `<strong>${inner}</strong>`,
  em: (inner) => `<em style="${style.em}">${inner}</em>`,
  del: (inner) => `<del>${inner}</del>`,
  code: (text) => `<code style="${style.code}">${text}</code>`,
  link: (inner, href) => {
    if (KEPT_LINK.test(href)) return `<a href="${escapeHtml(href)}" style="${style.link}">${inner}</a>`;
    const address = href.startsWith('/') ? siteUrl + href : href.replace(/^(?:mailto|tel):/i, '');
    const words = inner.replace(TAG, '');
    // Words that are the address already say everything that a note would.
    if (words === escapeHtml(address) || words === escapeHtml(address.replace(SCHEME, ''))) return inner;
    if (inner === '') return escapeHtml(address);
    const number = notes.add(words || '图片', address);
    return `<span style="${style.link}">${inner}</span><sup style="${style.note}">[${number}]</sup>`;
  },
  picture: (media, alt) => image(style, media, alt),
  lineBreak: () => '<br>',
});

export const image = (style: Styles, media: MediaRef, alt: string): string =>
  `<img src="media:${media.sha256}" alt="${escapeHtml(alt)}" style="${style.image}">`;
