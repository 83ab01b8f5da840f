import type { Problem } from '../../../publishers/contract';
import type { DayTotals } from '../../../publishers/wechat/statistics/article-totals';
import { newestArticles } from '../articles';
import type { InsightParts } from '../reachable-accounts';
import { turnProblems } from '../turn';
import { totalsOf } from './statistics-store';

/** How an article was read. Every day counts from the publication to its own end. */
interface ArticleStatistics {
  readonly delivery: string;
  readonly explainer: string;
  readonly account: string;
  readonly title: string;
  readonly url: string | null;
  readonly publishedAt: string;
  /** Oldest first; empty until the morning after the publication. */
  readonly days: readonly DayTotals[];
  /** Why the newest numbers are missing. */
  readonly problem: Problem | null;
}

/** How all articles of an explainer, or the newest of all explainers (null), were read. */
export async function statisticsOf(
  insight: InsightParts,
  explainer: string | null,
): Promise<{ readonly articles: readonly ArticleStatistics[] }> {
  const { db } = insight.parts.store;
  const [articles, problems] = [await newestArticles(db, explainer), await turnProblems(insight, 'statistics')];
  const days = await totalsOf(
    db,
    articles.map(({ delivery }) => delivery),
  );
  return {
    articles: articles.map(({ delivery, explainer: of, account, title, url, publishedAt }) => ({
      delivery,
      explainer: of,
      account,
      title,
      url,
      publishedAt: new Date(publishedAt).toISOString(),
      days: days.get(delivery) ?? [],
      problem: problems.get(account) ?? null,
    })),
  };
}
