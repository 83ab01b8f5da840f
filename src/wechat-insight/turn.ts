import { z } from 'zod';
import { HttpFailure, type Problem } from '../../publishers/contract';
import { problem } from '../../publishers/problems';
import { heldAccount, tripAccount } from '../delivery/account-breaker';
import { problemSchema } from '../delivery/delivery';
import { REACTIONS } from '../delivery/reactions';
import { TABLES } from '../delivery/schema';
import { chinaDay } from './china-day';
import type { InsightParts, ReachableAccount } from './reachable-accounts';

export type Task = 'comments' | 'statistics';

/** One run of a task for an account. */
export interface Turn {
  /** Calls of the task since midnight in China. */
  readonly used: number;
  /** When it began, milliseconds. */
  readonly now: number;
  /** False once another process may run it, or this one ends: begin no further call. */
  readonly mayGoOn: () => boolean;
}

/** How a run ended. */
export interface TurnEnd {
  /** Calls that it made. */
  readonly calls: number;
  /** When the next run is due, milliseconds UTC. */
  readonly nextAt: number;
  /** Why it could not do all; null when it did. */
  readonly problem: Problem | null;
}

/** Until an account that did not answer, or is held, is asked again, milliseconds. */
const LATER = 10 * 60_000;

const row = z.object({
  next_at: z.coerce.number(),
  day: z.string(),
  used: z.number(),
  problem: z.string().nullable(),
});

async function find({ parts }: InsightParts, account: string, task: Task): Promise<z.infer<typeof row> | null> {
  const found: unknown = await parts.store.db(TABLES.insightTurns).where({ account, task }).first();
  return found ? row.parse(found) : null;
}

/**
 * Runs a task for an account if it is due: in one process at a time, not while the platform refuses the account, and
 * never so that a failure of one account keeps others from their turn.
 * @param mayGoOn false once this process is to end
 */
export async function takeTurn(
  insight: InsightParts,
  { account }: ReachableAccount,
  task: Task,
  work: (turn: Turn) => Promise<TurnEnd>,
  mayGoOn: () => boolean = () => true,
): Promise<void> {
  const { parts } = insight;
  const now = () => parts.now().getTime();
  const before = await find(insight, account.name, task);
  if (before && before.next_at > now()) return;
  await parts.exclusive(`insight:${task}:${account.name}`, async (stillHeld) => {
    const last = await find(insight, account.name, task);
    const at = now();
    if (last && last.next_at > at) return;
    const used = last?.day === chinaDay(at) ? last.used : 0;
    const held = await heldAccount(parts.store, account.name);
    const end = held
      ? { calls: 0, nextAt: at + LATER, problem: held }
      : await work({ used, now: at, mayGoOn: () => mayGoOn() && stillHeld() }).catch((error: unknown) =>
          failed(insight, account.name, task, error),
        );
    if (end.problem && !held && REACTIONS[end.problem.kind] === 'account') {
      await tripAccount(parts, account, end.problem);
    }
    const changes = {
      next_at: end.nextAt,
      last_at: at,
      day: chinaDay(at),
      used: used + end.calls,
      problem: end.problem && JSON.stringify(end.problem),
    };
    await parts.store
      .db(TABLES.insightTurns)
      .insert({ account: account.name, task, ...changes })
      .onConflict(['account', 'task'])
      .merge(changes);
  });
}

function failed({ parts }: InsightParts, account: string, task: Task, error: unknown): TurnEnd {
  const unanswered = error instanceof HttpFailure;
  parts.log(unanswered ? 'warn' : 'error', 'could not look after an account', {
    account,
    task,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  const why = problem(unanswered ? 'wechat.audience-silent' : 'wechat.audience-crashed');
  // How many calls were made before is not known; one at least.
  return { calls: 1, nextAt: parts.now().getTime() + LATER, problem: why };
}

/** Why the last run of a task could not do all, by account. */
export async function turnProblems({ parts }: InsightParts, task: Task): Promise<ReadonlyMap<string, Problem>> {
  const rows: unknown = await parts.store.db(TABLES.insightTurns).where({ task }).whereNotNull('problem');
  const shape = z.object({ account: z.string(), problem: z.string() });
  return new Map(
    z
      .array(shape)
      .parse(rows)
      .map((one) => [one.account, problemSchema.parse(JSON.parse(one.problem))]),
  );
}
