import { audienceProblem } from '../../../publishers/wechat/audience-problem';
import { waitFor } from '../../../publishers/wechat/wait';
import { articlesOfAccount, changeArticle, LOOKED_AFTER, type Article } from '../articles';
import type { InsightParts, ReachableAccount } from '../reachable-accounts';
import type { Turn, TurnEnd } from '../turn';
import { allowanceOf, chooseArticles, EVERY } from './choose-articles';
import { forgetAuthors } from './comment-store';
import { lookAtComments } from './look-at-comments';

/** What concerns one article and says nothing about the others: it is gone, or its comments are restricted. */
const OF_THE_ARTICLE = new Set([88001, 88002, 88011]);
/** Until an account that may not have comments is asked again, milliseconds. */
const NOT_ALLOWED = 6 * 3_600_000;

/** Looks at the comments of an account's articles, as many as the day's calls allow. */
export async function synchroniseComments(
  insight: InsightParts,
  reachable: ReachableAccount,
  { used, now, mayGoOn }: Turn,
): Promise<TurnEnd> {
  const { store } = insight.parts;
  const { name } = reachable.account;
  await forgetAuthors(store.db, name, now - LOOKED_AFTER);
  const open = (await articlesOfAccount(store, name, now)).filter(hasOpenComments);
  const allowance = allowanceOf(used, now);
  let calls = 0;
  for (const article of chooseArticles(open, now, allowance)) {
    if (calls >= allowance || !mayGoOn()) break;
    // It was among those with a number.
    const look = await lookAtComments(insight, reachable, article as Article & { readonly message: string });
    calls += look.calls;
    if (look.failure === null) continue;
    const why = audienceProblem(look.failure);
    const { failure } = look;
    if (failure.type === 'refusal' && OF_THE_ARTICLE.has(failure.code)) {
      await changeArticle(store.db, article.delivery, { lookedAt: now, problem: why });
      continue;
    }
    const seconds = waitFor(failure, why, new Date(now));
    const wait = seconds === null ? (why.kind === 'later' ? EVERY : NOT_ALLOWED) : seconds * 1_000;
    return { calls, nextAt: now + wait, problem: why };
  }
  return { calls, nextAt: now + EVERY, problem: null };
}

const hasOpenComments = ({ commentsOpen, message }: Article): boolean => commentsOpen && message !== null;
