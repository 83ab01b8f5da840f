import { countCharacters } from '../article/count-characters';
import { hasControlCharacters } from '../article/control-characters';
import type { Rendition } from '../contract';
import { problem, type Problem } from '../problems';
import { checkPictures } from './check-pictures';
import { contentLength } from './content-length';
import { LIMITS } from './limits';
import { notKept } from './not-kept';
import { wechatPayload, type NewsPayload, type NewspicPayload, type WechatPayload } from './payload';

/** What the platform would refuse or mangle. */
export function check(rendition: Rendition<WechatPayload>): readonly Problem[] {
  // Stored renditions come back from the database, so the shape is looked at again.
  const { data: payload } = wechatPayload.safeParse(rendition.payload);
  if (!payload) return [problem('wechat.payload')];
  const all = checkAll(payload);
  if (payload.kind === 'mpvideo') return all;
  const own = payload.kind === 'news' ? checkNews(payload) : checkNewspic(payload);
  return [...all, ...own, ...checkPictures(rendition.media, payload)];
}

function checkAll(payload: WechatPayload): readonly Problem[] {
  const { title, sourceUrl, onlyOnSite = [] } = payload;
  const text = textOf(payload);
  return [
    ...when(title.trim() === '', 'wechat.title-missing', {}, 'title'),
    ...tooLong('title', title, LIMITS.title, 'title'),
    ...when(Buffer.byteLength(sourceUrl) > LIMITS.sourceUrl - MARKER_BYTES, 'wechat.source-url-too-long'),
    ...when(!/^https?:\/\//.test(sourceUrl), 'wechat.source-url', { url: sourceUrl }),
    ...when(hasControlCharacters(title + text), 'content.control-characters'),
    ...when(onlyOnSite.length > 0, 'wechat.only-on-site', { parts: onlyOnSite.map((part) => `“${part}”`).join('、') }),
  ];
}

function textOf(payload: WechatPayload): string {
  switch (payload.kind) {
    case 'news':
      return payload.contentHtml;
    case 'newspic':
      return payload.content;
    case 'mpvideo':
      return payload.description;
  }
}

/** `?pub=` and the id of a delivery. */
const MARKER_BYTES = 64;

function checkNews({ author, digest, contentHtml, videoNotPushed }: NewsPayload): readonly Problem[] {
  const length = contentLength(contentHtml);
  const params = { count: length, limit: LIMITS.content };
  const dropped = notKept(contentHtml);
  return [
    ...tooLong('author', author, LIMITS.author, 'author'),
    ...tooLong('digest', digest, LIMITS.digest, 'summary'),
    ...when(length >= LIMITS.content, 'wechat.content-too-long', params, 'body'),
    ...when(
      length >= LIMITS.contentWarning && length < LIMITS.content,
      'wechat.content-nearly-too-long',
      params,
      'body',
    ),
    ...when(dropped !== null, 'wechat.not-kept', { what: dropped ?? '' }, 'body'),
    ...when(
      videoNotPushed !== undefined,
      'wechat.video-not-pushed',
      { size: megabytes(videoNotPushed ?? 0), limit: megabytes(LIMITS.video) },
      'video',
    ),
  ];
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');

function checkNewspic({ title, content, images, omitted }: NewspicPayload): readonly Problem[] {
  const count = countCharacters(title);
  const cutOnPhones = count > LIMITS.pictureTitle && count <= LIMITS.title;
  return [
    ...when(images.length === 0, 'wechat.pictures-missing', {}, 'images'),
    ...when(
      images.length > LIMITS.pictures,
      'wechat.too-many-pictures',
      { count: images.length, limit: LIMITS.pictures },
      'images',
    ),
    ...when(cutOnPhones, 'wechat.picture-title-long', { count, limit: LIMITS.pictureTitle }, 'title'),
    ...tooLong('text', content, LIMITS.pictureText, 'summary'),
    ...when(omitted > 0, 'wechat.descriptions-omitted', { count: omitted }, 'images'),
  ];
}

const when = (
  wrong: boolean,
  code: string,
  params: Readonly<Record<string, string | number>> = {},
  field: string | null = null,
): readonly Problem[] => (wrong ? [problem(code, params, field)] : []);

function tooLong(
  what: 'title' | 'author' | 'digest' | 'text',
  text: string,
  limit: number,
  field: string,
): readonly Problem[] {
  const count = countCharacters(text);
  return when(count > limit, `wechat.${what}-too-long`, { count, limit }, field);
}
