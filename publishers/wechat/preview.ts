/** What a reader's phone will show, as a document of its own for a frame in the admin. */
import { escapeHtml } from '../article/escape-html';
import type { MediaRef, Rendition } from '../contract';
import { COVER, coverSvg } from './cover/cover-svg';
import { darkMode } from './dark-mode';
import { lastLine } from './last-line';
import { QR_ADDRESS, type MpvideoPayload, type NewsPayload, type NewspicPayload, type WechatPayload } from './payload';
import { previewCss } from './preview-css';
import { qrSvg } from './qr-svg';

type MediaUrl = (ref: MediaRef) => string;

/**
 * The page follows the scheme of whoever looks at it, and shows the other one on demand: half of the readers have it,
 * and the app alone decides what becomes of an article's colours there.
 */
export function preview(rendition: Rendition<WechatPayload>, mediaUrl: MediaUrl): string {
  const { html, rules } = darkened(rendition.payload);
  const body = audience(rendition.payload) + bodyOf(rendition, html, mediaUrl);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(rendition.payload.title)}</title><style>${previewCss(rules)}</style></head><body>${SWITCH}${body}</body></html>`;
}

/** The HTML of an article with what the app's dark mode would make of its colours. */
const darkened = (payload: WechatPayload): ReturnType<typeof darkMode> =>
  payload.kind === 'news' ? darkMode(payload.contentHtml) : { html: '', rules: [] };

function bodyOf({ payload, media, canonicalUrl }: Rendition<WechatPayload>, html: string, mediaUrl: MediaUrl): string {
  switch (payload.kind) {
    case 'news':
      return newsBody({ ...payload, contentHtml: html }, addresses(media, mediaUrl, canonicalUrl));
    case 'newspic':
      return newspicBody(payload, mediaUrl);
    case 'mpvideo':
      return mpvideoBody(payload, mediaUrl);
  }
}

/** Whoever signs must see that not everybody will receive it. */
const audience = ({ tagId }: WechatPayload): string =>
  tagId === undefined ? '' : `<p class="audience">只群发给标签 ${tagId} 的粉丝</p>`;

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
  const shape =
    cover.kind === 'drawn'
      ? `width:${((COVER.wide + COVER.square) / COVER.wide) * 100}%`
      : `object-position:${percent(cover.media.focus?.x)} ${percent(cover.media.focus?.y)}`;
  return `<div class="card"><div class="cover"><img src="${escapeHtml(picture)}" alt="封面" style="${shape}"></div><p>${escapeHtml(title)}</p></div><p class="digest">摘要：${escapeHtml(digest)}</p><article><h1>${escapeHtml(title)}</h1><p class="by">${byline(author)}</p>${html}<p class="foot"><span>阅读原文</span><span>阅读</span>${openComment ? '<span>写留言</span>' : ''}</p></article>`;
}

const percent = (part = 0.5): string => `${part * 100}%`;

const byline = (author: string): string =>
  `${author === '' ? '' : `<span>${escapeHtml(author)}</span>`}<a>公众号</a><span>发布时间</span>`;

/** Pictures side by side as in the app, then title and text. */
function newspicBody({ title, images, content, sourceUrl }: NewspicPayload, mediaUrl: MediaUrl): string {
  const text = lastLine(content, sourceUrl);
  const pictures = images.map(
    (ref, index) =>
      `<figure><img src="${escapeHtml(mediaUrl(ref))}" alt="${escapeHtml(ref.alt)}"><figcaption>${index + 1}/${images.length}</figcaption></figure>`,
  );
  return `<article class="pictures"><div class="strip">${pictures.join('')}</div><h1>${escapeHtml(title)}</h1><p class="text">${escapeHtml(text)}</p></article>`;
}

/** The card in the chat: the still, the title, what it is about. */
const mpvideoBody = ({ title, description, video, poster }: MpvideoPayload, mediaUrl: MediaUrl): string =>
  `<div class="card"><video controls preload="metadata" src="${escapeHtml(mediaUrl(video))}"${poster ? ` poster="${escapeHtml(mediaUrl(poster))}"` : ''}></video><p>${escapeHtml(title)}</p></div><p class="digest">${escapeHtml(description)}</p>`;

const inlineSvg = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
