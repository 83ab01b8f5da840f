import type { Context } from '../context';
import { randomId } from '../ids';
import { markerOf } from '../ledger';
import type { Article, Publication, PublishedArticle } from '../state';
import { plainText } from './sanitise';

/**
 * Makes articles public: from now on they have an address, and the ledger holds them.
 * @param reach how many followers they were pushed to; left out where they were not
 */
export function makePublic(
  context: Context,
  publication: Omit<Publication, 'articles'>,
  articles: readonly Article[],
  reach?: number,
): void {
  const { state } = context.store;
  // After a crash between the ledger and the snapshot the same task is settled again, with the same id.
  if (state.publications.some((one) => one.articleId === publication.articleId)) return;
  const made: Publication = { ...publication, articles: articles.map((one) => toPublished(context, one)) };
  state.publications.push(made);
  made.articles.forEach((one, index) =>
    context.store.appendToLedger({
      at: new Date(made.at).toISOString(),
      platform: 'wechat',
      kind: made.kind === 'publish' ? 'article' : made.kind,
      id: index === 0 ? made.articleId : `${made.articleId}:${index + 1}`,
      title: one.title,
      text: one.article_type === 'news' ? plainText(one.content) : one.content,
      url: articleUrl(context, one),
      marker: markerOf(linkOf(one)),
      link: linkOf(one),
      ...(reach === undefined ? {} : { reach }),
    }),
  );
}

/** Image posts have no source link; theirs stands in the text. */
const linkOf = (one: Article): string | null =>
  one.content_source_url || (one.article_type === 'newspic' ? (/https?:\/\/\S+/.exec(one.content)?.[0] ?? null) : null);

export const articleUrl = (context: Context, one: PublishedArticle): string =>
  `${context.settings.publicBaseUrl ?? 'http://mp.weixin.qq.com'}/s/${one.slug}`;

/** The public addresses of one publication, counted from 1 as in answers and events. */
export function addresses(context: Context, articleId: string): { idx: number; article_url: string }[] {
  const publication = context.store.state.publications.find((one) => one.articleId === articleId);
  return (publication?.articles ?? []).map((one, index) => ({ idx: index + 1, article_url: articleUrl(context, one) }));
}

function toPublished(context: Context, one: Article): PublishedArticle {
  const pictureOf = (mediaId: string): string | null =>
    context.store.state.media.find((media) => media.mediaId === mediaId)?.picture ?? null;
  return {
    ...one,
    slug: randomId(22),
    cover: pictureOf(one.thumb_media_id),
    pictures: one.images.map(pictureOf).filter((key) => key !== null),
    deleted: false,
  };
}

/** The members by which getarticle and batchget describe a published article. Image posts come back as plain ones. */
export function publishedItem(
  context: Context,
  one: PublishedArticle,
  withoutContent: boolean,
): Record<string, unknown> {
  const cover = one.cover === null ? '' : `http://mmbiz.qpic.cn/mmbiz_jpg/${one.cover}/0?wx_fmt=jpeg`;
  return {
    title: one.title,
    author: one.author,
    digest: one.digest,
    ...(withoutContent ? {} : { content: one.content }),
    content_source_url: one.content_source_url,
    thumb_media_id: one.thumb_media_id,
    thumb_url: cover,
    show_cover_pic: 0,
    need_open_comment: one.need_open_comment,
    only_fans_can_comment: one.only_fans_can_comment,
    url: articleUrl(context, one),
    is_deleted: one.deleted,
  };
}
