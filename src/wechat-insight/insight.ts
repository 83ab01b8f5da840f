import type { EngineParts } from '../delivery/context';
import { lookAgain } from '../look-again';
import { actOnComment, setCommentsOpen, type CommentAct } from './comments/act-on-comment';
import { commentsOf } from './comments/present-comments';
import { synchroniseComments } from './comments/synchronise-comments';
import { reachableAccounts, type InsightParts } from './reachable-accounts';
import { readerHider } from './hide-reader';
import { collectStatistics } from './statistics/collect-statistics';
import { statisticsOf } from './statistics/present-statistics';
import { takeTurn } from './turn';

/** How often it is looked whether a turn is due, milliseconds. */
const LOOK = 15_000;

/** What readers of the WeChat accounts write and how they read: kept, shown and answered. @param secret of this installation */
export function createInsight(parts: EngineParts, secret: string) {
  const insight: InsightParts = { parts, hide: readerHider(secret) };
  let stopping = false;
  const mayGoOn = () => !stopping;

  /** Does what is due. Never throws for an account. */
  async function look(): Promise<void> {
    for (const account of await reachableAccounts(insight)) {
      if (mayGoOn())
        await takeTurn(insight, account, 'comments', (turn) => synchroniseComments(insight, account, turn), mayGoOn);
      if (mayGoOn())
        await takeTurn(insight, account, 'statistics', (turn) => collectStatistics(insight, account, turn), mayGoOn);
    }
  }

  return {
    look,
    comments: (explainer: string | null) => commentsOf(insight, explainer),
    act: (comment: string, act: CommentAct, who: string, content?: string) =>
      actOnComment(insight, comment, act, who, content),
    setCommentsOpen: (delivery: string, open: boolean, who: string) => setCommentsOpen(insight, delivery, open, who),
    statistics: (explainer: string | null) => statisticsOf(insight, explainer),
    /** Looks again and again. @returns how to stop: no further call is begun, and what is under way ends */
    start: (): (() => Promise<void>) => {
      const stop = lookAgain(look, LOOK, (error) => {
        parts.log('error', 'insight failed', { error: String(error) });
      });
      return () => {
        stopping = true;
        return stop();
      };
    },
  };
}

export type Insight = ReturnType<typeof createInsight>;
