import { escapeHtml } from '../../article/escape-html';
import { QR_ADDRESS } from '../payload';
import { aside, type Page } from './page';

/** The addresses behind the words, then the way to the website. Comes last: only then are all notes known. */
export const end = (page: Page): string => notes(page) + site(page);

function notes(page: Page): string {
  const all = page.notes.all();
  if (all.length === 0) return '';
  const list = all.map(
    ({ number, words, address }) =>
      `<p style="${page.style.notes}"><span style="${page.style.noteNumber}">[${number}]</span>${words}：${escapeHtml(address)}</p>`,
  );
  return aside(page, '文中链接') + list.join('');
}

/** A picture and not an SVG: readers hold a finger on it to open the address, which the app offers for pictures only. */
const site = ({ style, canonicalUrl }: Page): string =>
  `<section style="${style.end}"><img src="${QR_ADDRESS}" alt="网站页面的二维码" style="${style.qr}"><p style="${style.caption}">长按识别二维码，在网站查看全文和政策原文<br>${escapeHtml(canonicalUrl)}</p></section>`;
