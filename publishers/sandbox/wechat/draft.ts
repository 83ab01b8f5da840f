/** The draft box. Source: https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html */
import { randomId } from '../ids';
import type { Article, Draft } from '../state';
import { accepted, answer, refuse, type WechatAnswer } from './answer';
import { readArticle } from './article-rules';
import { numberOf, pageOf, seconds, textOf, type WechatCall } from './call';
import { findMedia } from './media';

const MAX_ARTICLES = 8;

export function addDraft(call: WechatCall): WechatAnswer {
  const { articles } = call.body;
  if (!Array.isArray(articles) || articles.length === 0) return refuse(44003);
  if (articles.length > MAX_ARTICLES) return refuse(45008);
  const stored: Article[] = [];
  for (const [index, value] of articles.entries()) {
    const read = readArticle(call, value, index);
    if ('refusal' in read) return read.refusal;
    stored.push(read.article);
  }
  const draft: Draft = { mediaId: randomId(64), articles: stored, createdAt: call.now, updatedAt: call.now };
  call.context.store.state.drafts.push(draft);
  call.context.store.changed();
  return answer({ media_id: draft.mediaId });
}

export function updateDraft(call: WechatCall): WechatAnswer {
  const draft = findDraft(call, textOf(call.body, 'media_id'));
  if (!draft) return refuse(40007);
  const index = numberOf(call.body, 'index', 0);
  if (draft.articles[index] === undefined) return refuse(40114);
  const read = readArticle(call, call.body['articles'], index);
  if ('refusal' in read) return read.refusal;
  draft.articles[index] = read.article;
  draft.updatedAt = call.now;
  call.context.store.changed();
  return accepted();
}

export function getDraft(call: WechatCall): WechatAnswer {
  const draft = findDraft(call, textOf(call.body, 'media_id'));
  if (!draft) return refuse(40007);
  return answer({
    news_item: draft.articles.map((one) => newsItem(call, one, draft, false)),
    create_time: seconds(draft.createdAt),
    update_time: seconds(draft.updatedAt),
  });
}

/** POST draft/batchget: newest first. */
export function batchGetDraft(call: WechatCall): WechatAnswer {
  const page = pageOf(call.body);
  if (!page) return refuse(47003);
  const withoutContent = numberOf(call.body, 'no_content', 0) === 1;
  const all = call.context.store.state.drafts.toReversed().sort((a, b) => b.updatedAt - a.updatedAt);
  const item = all.slice(page.offset, page.offset + page.count).map((draft) => ({
    media_id: draft.mediaId,
    content: {
      news_item: draft.articles.map((one) => newsItem(call, one, draft, withoutContent)),
      create_time: seconds(draft.createdAt),
      update_time: seconds(draft.updatedAt),
    },
    update_time: seconds(draft.updatedAt),
  }));
  return answer({ item, total_count: all.length, item_count: item.length });
}

export const countDraft = (call: WechatCall): WechatAnswer =>
  answer({ total_count: call.context.store.state.drafts.length });

export function deleteDraft(call: WechatCall): WechatAnswer {
  const draft = findDraft(call, textOf(call.body, 'media_id'));
  if (!draft) return refuse(40007);
  removeDraft(call.context.store.state, draft.mediaId);
  call.context.store.changed();
  return accepted();
}

/** The draft box cannot be closed again on the platform; here it is always open. */
export const switchDraft = (): WechatAnswer => accepted({ is_open: 1 });

export const findDraft = (call: WechatCall, mediaId: string): Draft | undefined =>
  call.context.store.state.drafts.find((one) => one.mediaId === mediaId);

export function removeDraft(state: { drafts: Draft[] }, mediaId: string): void {
  state.drafts = state.drafts.filter((one) => one.mediaId !== mediaId);
}

/** Crops and cover_info are not given back: the platform keeps them to itself. */
function newsItem(call: WechatCall, one: Article, draft: Draft, withoutContent: boolean): Record<string, unknown> {
  const { images, content, product, crops: _keptToItself, ...fields } = one;
  return {
    ...fields,
    ...(withoutContent ? {} : { content }),
    show_cover_pic: 0,
    url: `http://mp.weixin.qq.com/s?__biz=SANDBOX&tempkey=${draft.mediaId.slice(0, 20)}&chksm=0#rd`,
    thumb_url: findMedia(call, one.thumb_media_id)?.url ?? '',
    ...(one.article_type === 'newspic'
      ? { image_info: { image_list: images.map((image_media_id) => ({ image_media_id })) } }
      : {}),
    ...(product === '' ? {} : { product_info: { footer_product_info: { product_key: product } } }),
  };
}
