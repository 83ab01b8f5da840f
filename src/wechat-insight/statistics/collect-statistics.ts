import { audienceProblem } from '../../../publishers/wechat/audience-problem';
import { publicAddress } from '../../../publishers/wechat/public-address';
import { readArticleTotals, type ArticleTotals } from '../../../publishers/wechat/statistics/article-totals';
import { waitFor } from '../../../publishers/wechat/wait';
import { articlesOfAccount, changeArticle, type Article } from '../articles';
import { chinaDay, DAY, dayStart } from '../china-day';
import type { InsightParts, ReachableAccount } from '../reachable-accounts';
import type { Turn, TurnEnd } from '../turn';
import { keepTotals } from './statistics-store';

/** The platform has counted yesterday up by eight; half an hour of patience saves most of the asking again. */
const READY_AT = 8.5 * 3_600_000;
/** Until it is asked again when it was not ready, or refused, milliseconds. */
const AGAIN = 3_600_000;
/** A confirmation comes a little after the publication itself, at midnight on the day after it. */
const CONFIRMED_WITHIN = 3_600_000;

/** Asks once a day how the articles of the last thirty days were read, one call for each day of publication. */
export async function collectStatistics(
  insight: InsightParts,
  { account, connection, io }: ReachableAccount,
  { now, mayGoOn }: Turn,
): Promise<TurnEnd> {
  const { store } = insight.parts;
  const ready = dayStart(chinaDay(now)) + READY_AT;
  if (now < ready) return { calls: 0, nextAt: ready, problem: null };
  const articles = await articlesOfAccount(store, account.name, now);
  let [calls, delayed] = [0, false];
  for (const day of publicationDays(articles, chinaDay(now - DAY))) {
    if (!mayGoOn()) return { calls, nextAt: now + AGAIN, problem: null };
    const answer = await readArticleTotals(day, connection, io);
    calls += 1;
    if (answer.type !== 'answer') {
      const why = audienceProblem(answer);
      const seconds = waitFor(answer, why, new Date(now));
      return { calls, nextAt: now + Math.max(AGAIN, (seconds ?? 0) * 1_000), problem: why };
    }
    delayed ||= answer.value.delayed;
    for (const totals of answer.value.articles) {
      const article = articleOf(totals, day, articles);
      if (!article) continue;
      await keepTotals(store.db, article.delivery, totals.days);
      if (article.message === null) {
        await changeArticle(store.db, article.delivery, { message: totals.messageDataId });
      }
    }
  }
  return { calls, nextAt: delayed ? now + AGAIN : ready + DAY, problem: null };
}

/** The days, up to `last`, on which the platform may say that one of these was published. Pure. */
export function publicationDays(articles: readonly Article[], last: string): readonly string[] {
  const days = articles.flatMap(({ publishedAt }) => [chinaDay(publishedAt), chinaDay(publishedAt - CONFIRMED_WITHIN)]);
  return [...new Set(days)].filter((day) => day <= last).sort();
}

/** Ours, by the platform's number, else by its address, else by its title where only one of that day has it. */
function articleOf(totals: ArticleTotals, day: string, articles: readonly Article[]): Article | null {
  // Each of our deliveries is a message of one article.
  if (totals.index !== 0) return null;
  const unnumbered = articles.filter(({ message }) => message === null);
  const url = totals.url && publicAddress(totals.url);
  const titled = unnumbered.filter((one) => one.title === totals.title && publicationDays([one], day).includes(day));
  return (
    articles.find(({ message }) => message === totals.messageDataId) ??
    unnumbered.find((one) => one.url !== null && one.url === url) ??
    (titled.length === 1 ? (titled[0] ?? null) : null)
  );
}
