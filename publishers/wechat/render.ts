import { toArticle, type Article } from '../article/article';
import { countCharacters } from '../article/count-characters';
import type { Account, Counter, MediaRef, Mode, Rendition, Version } from '../contract';
import { contentLength } from './content-length';
import { LIMITS } from './limits';
import { massVideo } from './mass-video';
import { newsContent } from './news/content';
import { onlyOnSite } from './only-on-site';
import { pictureText } from './newspic-text';
import type { NewsPayload, NewspicPayload, WechatPayload } from './payload';
import { readSettings } from './settings';

/**
 * What a WeChat account will receive: an image post for an image set, the video itself where one is pushed, an article for
 * everything else. Pure.
 */
export function render(version: Version, account: Account, mode: Mode): Rendition<WechatPayload> {
  const article = toArticle(version);
  const canonicalUrl = `${account.siteUrl}/explainers/${version.explainer}/`;
  const { massTagId } = readSettings(account.settings);
  const form = kindOf(article, account, canonicalUrl, mode);
  const missing = onlyOnSite(article, form.kind);
  const payload: WechatPayload = {
    ...form,
    ...(mode === 'mass' && massTagId !== null && { tagId: massTagId }),
    ...(missing.length > 0 && { onlyOnSite: [...missing] }),
  };
  return {
    publisher: 'wechat',
    account: account.name,
    version: version.id,
    mode,
    title: article.title,
    payload,
    media: filesOf(payload, version),
    counters: counters(payload),
    canonicalUrl,
  };
}

function kindOf(article: Article, account: Account, canonicalUrl: string, mode: Mode): WechatPayload {
  if (article.form === 'image') return newspic(article, account, canonicalUrl);
  const pushed = mode === 'mass' ? article.video : null;
  const video = pushed && massVideo(article, canonicalUrl);
  if (video) return video;
  const payload = news(article, account, canonicalUrl);
  return pushed ? { ...payload, videoNotPushed: pushed.media.bytes } : payload;
}

function news(article: Article, account: Account, canonicalUrl: string): NewsPayload {
  const { theme, author, openComment } = readSettings(account.settings);
  const { title, form, category, cover, credits } = article;
  return {
    kind: 'news',
    theme,
    title,
    author: author || credits.author.trim(),
    digest: article.lead.trim(),
    contentHtml: newsContent(article, theme, account.siteUrl, canonicalUrl),
    sourceUrl: canonicalUrl,
    cover: cover
      ? { kind: 'media', media: cover }
      : { kind: 'drawn', title, form, category, source: credits.source.trim() },
    openComment,
  };
}

const newspic = (article: Article, account: Account, canonicalUrl: string): NewspicPayload => ({
  kind: 'newspic',
  title: article.title,
  ...pictureText(article, canonicalUrl),
  sourceUrl: canonicalUrl,
  images: article.figures.map((figure) => figure.media),
  openComment: readSettings(account.settings).openComment,
});

function filesOf(payload: WechatPayload, version: Version): readonly MediaRef[] {
  if (payload.kind === 'mpvideo') return [payload.video];
  return payload.kind === 'newspic' ? once(payload.images) : mediaOf(payload, version);
}

/** The files that stand in the HTML, in the order in which they appear, then the cover. */
function mediaOf({ contentHtml, cover }: NewsPayload, { content }: Version): readonly MediaRef[] {
  const known = new Map<string, MediaRef>();
  for (const ref of [...content.media, ...content.images.map((image) => image.media)]) known.set(ref.sha256, ref);
  for (const ref of [content.video?.poster, content.cover]) if (ref) known.set(ref.sha256, ref);
  const used = [...contentHtml.matchAll(/ src="media:([0-9a-f]{64})"/g)].flatMap(
    ([, sha256]) => known.get(sha256 ?? '') ?? [],
  );
  return once(cover.kind === 'media' ? [...used, cover.media] : used);
}

const once = (refs: readonly MediaRef[]): readonly MediaRef[] => [
  ...new Map(refs.map((ref) => [ref.sha256, ref])).values(),
];

function counters(payload: WechatPayload): readonly Counter[] {
  const title = countCharacters(payload.title);
  switch (payload.kind) {
    case 'news':
      return [
        { label: '标题', value: title, limit: LIMITS.title },
        { label: '摘要', value: countCharacters(payload.digest), limit: LIMITS.digest },
        { label: '正文', value: contentLength(payload.contentHtml), limit: LIMITS.content },
      ];
    case 'newspic':
      return [
        { label: '标题', value: title, limit: LIMITS.pictureTitle },
        { label: '正文', value: countCharacters(payload.content), limit: LIMITS.pictureText },
        { label: '图片', value: payload.images.length, limit: LIMITS.pictures },
      ];
    case 'mpvideo':
      return [{ label: '标题', value: title, limit: LIMITS.title }];
  }
}
