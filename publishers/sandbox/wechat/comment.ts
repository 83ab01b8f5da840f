/**
 * Comments under published and mass-sent articles. An article is named by its `msg_data_id` and its place, from 0.
 * Source: https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
 */
import type { PublishedArticle, ReaderComment } from '../state';
import { accepted, refuse, type WechatAnswer, type WechatRefusal } from './answer';
import { numberOf, seconds, textOf, type WechatCall } from './call';

/** The platform has such limits and names no number; these are high enough to hinder nobody. */
const MAX_ELECTED = 100;
const MAX_REPLY = 600;
const MAX_LISTED = 50;

type Found = { readonly article: PublishedArticle; readonly comments: readonly ReaderComment[] };

export const openComments = (call: WechatCall): WechatAnswer => setOpen(call, 1);
export const closeComments = (call: WechatCall): WechatAnswer => setOpen(call, 0);

/** POST comment/list: newest first; `type` 1 leaves out the elected ones, 2 gives only those. */
export function listComments(call: WechatCall): WechatAnswer {
  const found = commentedArticle(call);
  if ('refused' in found) return found;
  const [begin, count, type] = ['begin', 'count', 'type'].map((name) => numberOf(call.body, name, 0));
  if (!Number.isInteger(count) || count === undefined || count < 1 || count > MAX_LISTED) return refuse(88010);
  if (!Number.isInteger(begin) || begin === undefined || begin < 0 || ![0, 1, 2].includes(type ?? 0))
    return refuse(47003);
  const chosen = found.comments.filter((one) => type === 0 || one.elected === (type === 2)).toReversed();
  return accepted({ total: chosen.length, comment: chosen.slice(begin, begin + count).map(shown) });
}

export const markElect = (call: WechatCall): WechatAnswer =>
  withComment(call, (one, all) => {
    if (all.filter(({ elected }) => elected).length >= MAX_ELECTED) return refuse(88003);
    one.elected = true;
    return accepted();
  });

export const unmarkElect = (call: WechatCall): WechatAnswer =>
  withComment(call, (one) => {
    one.elected = false;
    return accepted();
  });

export const deleteComment = (call: WechatCall): WechatAnswer =>
  withComment(call, (one) => {
    one.removed = 'by-account';
    return accepted();
  });

export const addReply = (call: WechatCall): WechatAnswer =>
  withComment(call, (one) => {
    const content = textOf(call.body, 'content');
    if (content.trim() === '' || Array.from(content).length > MAX_REPLY) return refuse(88007);
    if (one.reply) return refuse(88005);
    one.reply = { content, at: call.now };
    return accepted();
  });

export const deleteReply = (call: WechatCall): WechatAnswer =>
  withComment(call, (one) => {
    if (!one.reply) return refuse(88009);
    one.reply = null;
    return accepted();
  });

function setOpen(call: WechatCall, open: 0 | 1): WechatAnswer {
  const found = commentedArticle(call);
  if ('refused' in found) return found;
  found.article.need_open_comment = open;
  call.context.store.changed();
  return accepted();
}

function commentedArticle(call: WechatCall): Found | WechatRefusal {
  const { scenarios, store } = call.context;
  if (!scenarios.comments) return refuse(88000);
  if (scenarios.commentsLimited) return refuse(88002);
  const [msgDataId, index] = [textOf(call.body, 'msg_data_id'), numberOf(call.body, 'index', 0)];
  const article = store.state.publications.find((one) => one.msgDataId === msgDataId)?.articles[index];
  if (!article || article.deleted) return refuse(88001);
  const comments = store.state.comments.filter(
    (one) => one.msgDataId === msgDataId && one.index === index && one.removed === null,
  );
  return { article, comments };
}

function withComment(
  call: WechatCall,
  act: (comment: ReaderComment, all: readonly ReaderComment[]) => WechatAnswer,
): WechatAnswer {
  const found = commentedArticle(call);
  if ('refused' in found) return found;
  const id = numberOf(call.body, 'user_comment_id', Number.NaN);
  const comment = found.comments.find((one) => one.id === id);
  if (!comment) {
    const removed = call.context.store.state.comments.find((one) => one.id === id)?.removed;
    return refuse(removed === 'by-reader' ? 88004 : 88008);
  }
  const result = act(comment, found.comments);
  call.context.store.changed();
  return result;
}

const shown = ({ id, openid, at, content, elected, reply }: ReaderComment): Record<string, unknown> => ({
  user_comment_id: id,
  openid,
  create_time: seconds(at),
  content,
  comment_type: elected ? 1 : 0,
  ...(reply ? { reply: { content: reply.content, create_time: seconds(reply.at) } } : {}),
});
