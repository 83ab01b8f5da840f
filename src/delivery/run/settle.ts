import type { Confirmation } from '../../../publishers/contract';
import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { backoff } from './backoff';
import { miss } from './gate';
import { park } from './park';

/** First read-only look at a doubtful delivery, milliseconds. */
const FIRST_LOOK = 5_000;
/** Published things are looked at again, milliseconds after publication: platforms take things back. */
const WATCH = [10 * 60_000, 60 * 60_000, 24 * 60 * 60_000] as const;

/** Turns what `commit` or `confirm` said into the next state. */
export async function settleOutcome(run: Run, delivery: Delivery, outcome: Confirmation): Promise<Delivery | null> {
  const { store, now } = run.parts;
  const at = now().getTime();
  switch (outcome.state) {
    case 'published': {
      const done = await store.move(delivery, 'published', {
        receipt: outcome.receipt,
        publishedAt: at,
        problem: null,
        nextAt: at + WATCH[0],
      });
      if (done) {
        await store.settleNotices(done.id);
        await store.wakeDependants(done.id);
      }
      return null;
    }
    case 'pending':
      await store.move(delivery, 'pending', {
        answer: outcome.answer,
        pendingSince: at,
        nextAt: at + outcome.askAgainAfter * 1_000,
      });
      return null;
    case 'uncertain': {
      await park(run, delivery, 'uncertain', outcome.problem, {
        tries: delivery.tries,
        nextAt: at + FIRST_LOOK,
      });
      return null;
    }
    case 'absent':
      return again(run, delivery, at);
    case 'rejected': {
      if (outcome.problem.kind === 'later') {
        const nextAt = at + backoff(delivery.tries);
        if (nextAt > delivery.dueAt + delivery.grace) await miss(run, delivery, outcome.problem);
        else await store.move(delivery, 'ready', { problem: outcome.problem, tries: delivery.tries + 1, nextAt });
        return null;
      }
      const to = outcome.problem.kind === 'permission' && delivery.state === 'committing' ? 'manual' : 'rejected';
      await park(run, delivery, to, outcome.problem);
      return null;
    }
  }
}

/**
 * The platform is certain that nothing happened: `commit` may run again, within the grace. At once after a crash of
 * ours, with growing pauses when it keeps failing.
 */
async function again(run: Run, delivery: Delivery, at: number): Promise<Delivery | null> {
  const nextAt = delivery.tries === 0 ? at : at + backoff(delivery.tries);
  if (nextAt > delivery.dueAt + delivery.grace) {
    await miss(run, delivery);
    return null;
  }
  return run.parts.store.move(delivery, 'ready', { answer: null, tries: delivery.tries + 1, nextAt });
}

/** When a published delivery is looked at next; null after the last look. `looks` = looks already taken. */
export function nextWatch(publishedAt: number, looks: number): number | null {
  const wait = WATCH[looks];
  return wait === undefined ? null : publishedAt + wait;
}
