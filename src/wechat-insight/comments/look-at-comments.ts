import { COMMENTS_PER_PAGE, readCommentPage } from '../../../publishers/wechat/comments/comment-page';
import type { NoAnswer } from '../../../publishers/wechat/answer';
import { changeArticle, type Article } from '../articles';
import type { InsightParts, ReachableAccount } from '../reachable-accounts';
import { keepComments, missComments } from './comment-store';

/** Pages of one article that are read at once; more comments than they hold are shown on the platform only. */
const PAGES = 10;

export interface Look {
  /** Calls that it took. */
  readonly calls: number;
  /** What the platform answered instead of a page; null when it gave all that was asked for. */
  readonly failure: NoAnswer | null;
}

/** Reads the comments under an article and keeps them, without the identity of those who wrote them. */
export async function lookAtComments(
  { parts, hide }: InsightParts,
  { account, connection, io }: ReachableAccount,
  article: Article & { readonly message: string },
): Promise<Look> {
  const { db } = parts.store;
  const at = parts.now().getTime();
  const place = { messageDataId: article.message, index: 0 };
  for (let [calls, read] = [1, 0]; ; calls += 1) {
    const answer = await readCommentPage(place, read, (openId) => hide(account.name, openId), connection, io);
    if (answer.type !== 'answer') return { calls, failure: answer };
    const { total, comments } = answer.value;
    await keepComments(db, article.delivery, comments, at);
    read += comments.length;
    // A page that is not full is the last one, whatever the total says.
    if (read < total && comments.length === COMMENTS_PER_PAGE && calls < PAGES) continue;
    if (read >= total) await missComments(db, article.delivery, at);
    await changeArticle(db, article.delivery, { commentsTotal: total, lookedAt: at, problem: null });
    return { calls, failure: null };
  }
}
