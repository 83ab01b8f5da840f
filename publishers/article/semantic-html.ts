/** Rich text as HTML that says what things are and leaves their looks to the style sheet of the website. */
import type { Alignment, Block } from './blocks';
import type { MediaRef } from '../contract';
import { escapeHtml } from './escape-html';
import { leavesGovernment } from './leaves-government';
import { writeBlocks } from './write-blocks';
import type { Markup } from './write-blocks';

/** The chapter's title is an `h2`, so nothing inside may stand higher than `h3`. */
const HIGHEST = 3;

/** A table with a header per column; wrapped, so that a wide one scrolls by itself on a phone, also by keyboard. */
function table(header: readonly string[], rows: readonly (readonly string[])[], align: readonly Alignment[]): string {
  const attribute = (column: number): string => {
    const side = align[column];
    return side ? ` class="align-${side}"` : '';
  };
  const head = header.map((cell, column) => `<th scope="col"${attribute(column)}>${cell}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell, column) => `<td${attribute(column)}>${cell}</td>`).join('')}</tr>`)
    .join('');
  return `<section class="table" aria-label="表格" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></section>`;
}

function image(media: MediaRef, alt: string, mediaUrl: (ref: MediaRef) => string): string {
  // Size stated beforehand, so that the page does not jump while pictures arrive.
  const size = media.width && media.height ? ` width="${media.width}" height="${media.height}"` : '';
  return `<img src="${escapeHtml(mediaUrl(media))}" alt="${escapeHtml(alt)}"${size} loading="lazy" decoding="async">`;
}

const semanticMarkup = (mediaUrl: (ref: MediaRef) => string): Markup => ({
  paragraph: (inner) => `<p>${inner}</p>`,
  line: (inner) => inner,
  heading: (inner, depth, id) => {
    const level = Math.max(HIGHEST, depth);
    return `<h${level} id="${escapeHtml(id)}">${inner}</h${level}>`;
  },
  list: (items, { ordered, start }) => {
    const inner = items.join('');
    if (!ordered) return `<ul>${inner}</ul>`;
    return start === 1 ? `<ol>${inner}</ol>` : `<ol start="${start}">${inner}</ol>`;
  },
  item: (inner, { checked }) => {
    if (checked === null) return `<li>${inner}</li>`;
    return `<li class="task"><input type="checkbox" disabled${checked ? ' checked' : ''}> ${inner}</li>`;
  },
  quote: (inner) => `<blockquote>${inner}</blockquote>`,
  codeBlock: (text) => `<pre tabindex="0"><code>${text}</code></pre>`,
  table,
  figure: (media, alt, caption) => {
    const below = caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`;
    return `<figure>${image(media, alt, mediaUrl)}${below}</figure>`;
  },
  rule: () => '<hr>',
  strong: (inner) => `<strong>${inner}</strong>`,
  em: (inner) => `<em>${inner}</em>`,
  del: (inner) => `<del>${inner}</del>`,
  code: (text) => `<code>${text}</code>`,
  link: (inner, href) => {
    if (href.startsWith('/')) return `<a href="${escapeHtml(href)}">${inner}</a>`;
    const host = leavesGovernment(href);
    const leaves = host === null ? '' : ` data-leave="${escapeHtml(host)}"`;
    return `<a href="${escapeHtml(href)}" rel="noopener"${leaves}>${inner}</a>`;
  },
  picture: (media, alt) => image(media, alt, mediaUrl),
  lineBreak: () => '<br>',
});

/**
 * @param mediaUrl gives the address of a picture; left out, it is the placeholder `media:<sha256>`
 */
export const semanticHtml = (blocks: readonly Block[], mediaUrl: (ref: MediaRef) => string = placeholder): string =>
  writeBlocks(blocks, semanticMarkup(mediaUrl));

const placeholder = (ref: MediaRef): string => `media:${ref.sha256}`;
