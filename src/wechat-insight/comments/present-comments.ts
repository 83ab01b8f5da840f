import type { Problem } from '../../../publishers/contract';
import { newestArticles, type Article } from '../articles';
import type { InsightParts } from '../reachable-accounts';
import { turnProblems } from '../turn';
import { commentsUnder, type StoredComment } from './comment-store';

/** A comment as the newsroom shows it; instants as ISO 8601 in UTC. */
export interface ShownComment {
  readonly id: string;
  readonly delivery: string;
  /** Tells the comments of one reader from those of others: `读者 3f2a`. */
  readonly author: string;
  readonly content: string;
  readonly writtenAt: string;
  readonly elected: boolean;
  readonly reply: { readonly content: string; readonly at: string | null } | null;
}

/** An article with comments, and how far they are known. */
interface CommentedArticle {
  readonly delivery: string;
  readonly explainer: string;
  readonly account: string;
  readonly title: string;
  readonly url: string | null;
  readonly open: boolean;
  /** On the platform; null while nobody has looked. */
  readonly total: number | null;
  readonly lookedAt: string | null;
  readonly problem: Problem | null;
}

const iso = (at: number): string => new Date(at).toISOString();

export const presentComment = (one: StoredComment): ShownComment => ({
  id: one.id,
  delivery: one.delivery,
  author: one.author ? `读者 ${one.author.slice(0, 4)}` : '读者',
  content: one.content,
  writtenAt: iso(one.writtenAt),
  elected: one.elected,
  reply: one.reply === null ? null : { content: one.reply, at: one.repliedAt ? iso(one.repliedAt) : null },
});

/** The comments under all articles of an explainer, or of all explainers (null), newest first. */
export async function commentsOf(
  insight: InsightParts,
  explainer: string | null,
): Promise<{ readonly articles: readonly CommentedArticle[]; readonly comments: readonly ShownComment[] }> {
  const { db } = insight.parts.store;
  const [articles, problems] = [await newestArticles(db, explainer), await turnProblems(insight, 'comments')];
  const comments = await commentsUnder(
    db,
    articles.map(({ delivery }) => delivery),
  );
  return {
    articles: articles.map((one) => presentArticle(one, problems.get(one.account) ?? null)),
    comments: comments.map(presentComment),
  };
}

const presentArticle = (one: Article, ofAccount: Problem | null): CommentedArticle => ({
  delivery: one.delivery,
  explainer: one.explainer,
  account: one.account,
  title: one.title,
  url: one.url,
  open: one.commentsOpen,
  total: one.commentsTotal,
  lookedAt: one.lookedAt === null ? null : iso(one.lookedAt),
  problem: one.problem ?? (one.commentsOpen ? ofAccount : null),
});
