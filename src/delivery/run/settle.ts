import type { Confirmation, Problem } from '../../../publishers/contract';
import { tripAccount } from '../account-breaker';
import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { askSoon } from '../profiles';
import { REACTIONS } from '../reactions';
import type { Together } from '../store/moves';
import { backoff } from './backoff';
import { leaveByHand } from './by-hand';
import { hold } from './hold';
import { miss } from './miss';
import { park } from './park';

/** First read-only look at a doubtful delivery, milliseconds. */
const FIRST_LOOK = 5_000;
/** What the public sees is read back, milliseconds after publication: platforms take things back, and pages change. */
const WATCH = [60_000, 60 * 60_000, 24 * 60 * 60_000] as const;

/** Turns what `commit` or `confirm` said into the next state. @param together written with the state of what went well */
export async function settleOutcome(
  run: Run,
  delivery: Delivery,
  outcome: Confirmation,
  together: Together = {},
): Promise<Delivery | null> {
  const { store, now } = run.parts;
  const at = now().getTime();
  switch (outcome.state) {
    case 'published': {
      const published = { receipt: outcome.receipt, publishedAt: at, problem: null, nextAt: at + WATCH[0] };
      const done = await store.move(delivery, 'published', published, together);
      if (done) {
        await store.settleNotices(done.id);
        await store.wakeDependants(done.id);
      }
      return null;
    }
    case 'pending':
      await store.move(
        delivery,
        'pending',
        {
          answer: outcome.answer,
          problem: outcome.meanwhile ?? null,
          pendingSince: at,
          nextAt: at + outcome.askAgainAfter * 1_000,
        },
        together,
      );
      return null;
    case 'uncertain':
      return doubt(run, delivery, outcome.problem);
    case 'absent':
      await store.unspend(delivery.id);
      return again(run, delivery, null, delivery.tries === 0 ? 0 : backoff(delivery.id, delivery.tries));
    case 'rejected':
      return refused(run, delivery, outcome.problem, (outcome.askAgainAfter ?? 0) * 1_000);
  }
}

/** It may be public. Nobody sends it again by himself; it is only asked about. */
async function doubt(run: Run, delivery: Delivery, why: Problem): Promise<null> {
  await park(run, delivery, 'uncertain', why, {
    tries: delivery.tries,
    nextAt: run.parts.now().getTime() + FIRST_LOOK,
  });
  return null;
}

/** The platform said no, and is certain that nothing is public. */
async function refused(run: Run, delivery: Delivery, why: Problem, asked: number): Promise<Delivery | null> {
  const reaction = REACTIONS[why.kind];
  if (reaction === 'doubt') return doubt(run, delivery, why);
  await run.parts.store.unspend(delivery.id);
  if (reaction === 'again') return again(run, delivery, why, backoff(delivery.id, delivery.tries, asked));
  if (reaction === 'account' && (await holdForAccount(run, delivery, why))) return null;
  if (reaction === 'by-hand' && delivery.state === 'committing') {
    // What is known of the account may be out of date.
    await askSoon(run.parts.store, delivery.account, run.parts.now());
    return leaveByHand(run, delivery, why);
  }
  await park(run, delivery, 'rejected', why);
  return null;
}

/**
 * Holds the delivery, and all others of its account, until the account is well again. False where that was tried
 * before: an account that calls itself well and refuses this delivery again is a question for a person.
 */
export async function holdForAccount(run: Run, delivery: Delivery, why: Problem): Promise<boolean> {
  if (delivery.lateCause === 'account' || (delivery.state !== 'preparing' && delivery.state !== 'committing')) {
    return false;
  }
  await tripAccount(run.parts, run.account, why);
  await hold(run, delivery, 'account', why.what, why);
  return true;
}

/**
 * The platform is certain that nothing happened: `commit` may run again, within the grace. At once after a crash of
 * ours, with growing pauses when it keeps failing.
 */
async function again(run: Run, delivery: Delivery, why: Problem | null, pause: number): Promise<Delivery | null> {
  const nextAt = run.parts.now().getTime() + pause;
  if (nextAt > delivery.dueAt + delivery.grace) {
    await miss(run, delivery, why);
    return null;
  }
  const tries = { answer: null, tries: delivery.tries + 1, nextAt };
  const cause = why ? { problem: why, lateCause: why.code } : { lateCause: delivery.lateCause ?? 'repeated' };
  return run.parts.store.move(delivery, 'ready', { ...tries, ...cause });
}

/** When a published delivery is looked at next; null after the last look. `looks` = looks already taken. */
export function nextWatch(publishedAt: number, looks: number): number | null {
  const wait = WATCH[looks];
  return wait === undefined ? null : publishedAt + wait;
}
