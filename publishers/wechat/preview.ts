/** What a reader's phone will show, as a document of its own for a frame in the admin. */
import { escapeHtml } from '../article/escape-html';
import type { MediaRef, Rendition } from '../contract';
import { COVER, coverSvg } from './cover/cover-svg';
import { darkMode } from './dark-mode';
import { lastLine } from './last-line';
import { QR_ADDRESS, type NewsPayload, type NewspicPayload, type WechatPayload } from './payload';
import { previewCss } from './preview-css';
import { qrSvg } from './qr-svg';

type MediaUrl = (ref: MediaRef) => string;

/**
 * The page follows the scheme of whoever looks at it, and shows the other one on demand: half of the readers have it,
 * and the app alone decides what becomes of an article's colours there.
 */
export function preview(rendition: Rendition<WechatPayload>, mediaUrl: MediaUrl): string {
  const { payload, media, canonicalUrl } = rendition;
  const { html, rules } =
    payload.kind === 'news'
      ? darkMode(payload.contentHtml)
      : { html: lastLine(payload.content, payload.sourceUrl), rules: [] };
  const body =
    payload.kind === 'news'
      ? newsBody({ ...payload, contentHtml: html }, addresses(media, mediaUrl, canonicalUrl))
      : newspicBody(payload, html, mediaUrl);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(payload.title)}</title><style>${previewCss(rules)}</style></head><body>${SWITCH}${body}</body></html>`;
}

/** A box to tick and no script: the frame in the admin allows none. */
const SWITCH = '<label class="switch"><input type="checkbox" id="other"><span></span></label>';

/** Placeholders in the HTML, each with the address that it stands for. */
function addresses(media: readonly MediaRef[], mediaUrl: MediaUrl, url: string): ReadonlyMap<string, string> {
  const map = new Map(media.map((ref) => [`media:${ref.sha256}`, mediaUrl(ref)]));
  return map.set(QR_ADDRESS, inlineSvg(qrSvg(url, 264)));
}

function newsBody(payload: NewsPayload, known: ReadonlyMap<string, string>): string {
  const { title, author, digest, contentHtml, cover, openComment } = payload;
  const html = contentHtml.replace(
    / src="((?:media|drawn):[^"]*)"/g,
    (_, placeholder: string) => ` src="${escapeHtml(known.get(placeholder) ?? '')}"`,
  );
  const picture =
    cover.kind === 'drawn' ? inlineSvg(coverSvg(cover)) : (known.get(`media:${cover.media.sha256}`) ?? '');
  const shape = cover.kind === 'drawn' ? ` style="width:${((COVER.wide + COVER.square) / COVER.wide) * 100}%"` : '';
  return `<div class="card"><div class="cover"><img src="${escapeHtml(picture)}" alt="封面"${shape}></div><p>${escapeHtml(title)}</p></div><p class="digest">摘要：${escapeHtml(digest)}</p><article><h1>${escapeHtml(title)}</h1><p class="by">${byline(author)}</p>${html}<p class="foot"><span>阅读原文</span><span>阅读</span>${openComment ? '<span>写留言</span>' : ''}</p></article>`;
}

const byline = (author: string): string =>
  `${author === '' ? '' : `<span>${escapeHtml(author)}</span>`}<a>公众号</a><span>发布时间</span>`;

/** Pictures side by side as in the app, then title and text. */
function newspicBody({ title, images }: NewspicPayload, text: string, mediaUrl: MediaUrl): string {
  const pictures = images.map(
    (ref, index) =>
      `<figure><img src="${escapeHtml(mediaUrl(ref))}" alt="${escapeHtml(ref.alt)}"><figcaption>${index + 1}/${images.length}</figcaption></figure>`,
  );
  return `<article class="pictures"><div class="strip">${pictures.join('')}</div><h1>${escapeHtml(title)}</h1><p class="text">${escapeHtml(text)}</p></article>`;
}

const inlineSvg = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
