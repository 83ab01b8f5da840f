import { z } from 'zod';
import type { Problem } from '../../../publishers/contract';
import { changeComments, type CommentDeed } from '../../../publishers/wechat/comments/change-comments';
import { heldAccount } from '../../delivery/account-breaker';
import { Refusal } from '../../delivery/refusal';
import { articleOfDelivery, changeArticle, type Article } from '../articles';
import { reachableAccounts, type InsightParts, type ReachableAccount } from '../reachable-accounts';
import { changeComment, findComment } from './comment-store';
import { lookAtComments } from './look-at-comments';
import { presentComment, type ShownComment } from './present-comments';

/** What somebody sends who answers a comment. How long the platform lets it be is not told. */
export const replyBody = z.strictObject({ content: z.string().trim().min(1).max(600) });

/** What a person does to one comment. */
export type CommentAct = Exclude<CommentDeed, 'open' | 'close'>;

/** These show readers more than they saw before, so nobody does them while publishing is frozen. */
const SPEAKING: readonly CommentDeed[] = ['reply', 'elect', 'open'];

type Numbered = Article & { readonly message: string };

/**
 * Answers, elects or deletes a comment on the platform, then in what is kept of it.
 * @throws Refusal 404 when it is not there, 409 when the platform or a freeze does not allow it now
 */
export async function actOnComment(
  insight: InsightParts,
  id: string,
  act: CommentAct,
  who: string,
  content?: string,
): Promise<ShownComment> {
  const { store } = insight.parts;
  const { db } = store;
  const comment = await findComment(db, id);
  if (!comment || comment.goneAt !== null) throw new Refusal(404, 'comment.unknown', '没有这条留言，可能已被删除。');
  const { article, reachable } = await reach(insight, comment.delivery, act);
  const place = { messageDataId: article.message, index: 0 };
  const outcome = await changeComments(
    { deed: act, place, comment: comment.number, content },
    reachable.connection,
    reachable.io,
  );
  if ('problem' in outcome) throw refused(outcome.problem);
  const now = insight.parts.now().getTime();
  await store.audit(who, `comment-${act}`, id, { delivery: comment.delivery, already: outcome.state === 'already' });
  // Somebody else has answered, in other words perhaps: what stands there now is read.
  if (act === 'reply' && outcome.state === 'already') await lookAtComments(insight, reachable, article);
  else await changeComment(db, id, after(act, content ?? '', now), now);
  return presentComment((await findComment(db, id)) ?? comment);
}

/** Lets readers write under an article, or stops that; what was written stays. */
export async function setCommentsOpen(
  insight: InsightParts,
  delivery: string,
  open: boolean,
  who: string,
): Promise<void> {
  const deed = open ? 'open' : 'close';
  const { article, reachable } = await reach(insight, delivery, deed);
  const place = { messageDataId: article.message, index: 0 };
  const outcome = await changeComments({ deed, place, comment: null }, reachable.connection, reachable.io);
  if ('problem' in outcome) throw refused(outcome.problem);
  await changeArticle(insight.parts.store.db, delivery, { commentsOpen: open });
  await insight.parts.store.audit(who, `comments-${deed}`, delivery);
}

async function reach(
  insight: InsightParts,
  delivery: string,
  deed: CommentDeed,
): Promise<{ article: Numbered; reachable: ReachableAccount }> {
  const { store } = insight.parts;
  const article = await articleOfDelivery(store.db, delivery);
  if (!article) throw new Refusal(404, 'comment.no-article', '这篇文章已不在公众号上，或还没有发布。');
  const reachable = (await reachableAccounts(insight)).find(({ account }) => account.name === article.account);
  if (!reachable) throw new Refusal(409, 'account.unknown', '这篇文章的公众号已不在渠道账号里，或没有接好。');
  const { message } = article;
  if (message === null) {
    throw new Refusal(409, 'comment.no-number', '还不知道这篇文章在微信的编号，第二天取到统计后就能处理留言。');
  }
  const freeze = (await store.freezes()).find(({ account }) => account === '*' || account === article.account);
  if (freeze && SPEAKING.includes(deed)) {
    throw new Refusal(409, 'delivery.frozen', `发布已冻结：${freeze.reason}。解除之后再回复、精选或打开留言。`);
  }
  const held = await heldAccount(store, article.account);
  if (held) throw refused(held);
  return { article: { ...article, message }, reachable };
}

const refused = (why: Problem): Refusal => new Refusal(409, why.code, `${why.what}${why.next}`, { problems: [why] });

function after(act: CommentAct, content: string, at: number): Parameters<typeof changeComment>[2] {
  switch (act) {
    case 'elect':
      return { elected: true };
    case 'unelect':
      return { elected: false };
    case 'reply':
      return { reply: content, replied_at: at };
    case 'remove-reply':
      return { reply: null, replied_at: null };
    case 'remove':
      return { gone_at: at, author: null };
  }
}
