import { z } from 'zod';
import type { Confirmation, Json, Pending } from '../../../publishers/contract';
import { problem } from '../../../publishers/problems';
import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { recordAttempt } from './attempt';
import { backoff } from './backoff';
import { commitWithIntent } from './commit';
import { settleOutcome } from './settle';
import { settleAttempt } from './settle-attempt';

/** A platform that has accepted and then says nothing for this long is a question for a person. Milliseconds. */
const LONGEST_PENDING = 24 * 60 * 60_000;
/** After a crash around `commit`, a platform that cannot even be asked for this long is one too. Milliseconds. */
const LONGEST_SILENCE = 10 * 60_000;
/** Read-only looks at a doubtful delivery, milliseconds after the doubt arose; afterwards only a person can tell. */
const LOOKS_AT_DOUBT = [5_000, 30_000, 120_000, 300_000, 3_600_000] as const;

/** committing (after a crash), pending or uncertain → asks the platform what happened. Sends nothing. */
export async function confirm(
  run: Run,
  delivery: Delivery,
  question: (run: Run, delivery: Delivery) => Promise<Confirmation | null> = ask,
  settle: typeof settleOutcome = settleOutcome,
): Promise<Delivery | null> {
  const { store, now } = run.parts;
  const answer = await question(run, delivery);
  const at = now().getTime();
  const since = delivery.pendingSince ?? delivery.intentAt ?? at;
  if (!answer) {
    if (delivery.state !== 'uncertain' && at - since > patience(delivery)) {
      const silent = problem('delivery.no-answer', { platform: run.publisher.title });
      await recordAttempt(run, delivery, 'confirm', 'uncertain', silent);
      return settle(run, delivery, { state: 'uncertain', problem: silent });
    }
    await store.move(delivery, delivery.state, { asks: delivery.asks + 1, nextAt: nextLook(delivery, at) });
    return null;
  }
  if (answer.state === 'pending') {
    if (delivery.state === 'uncertain') {
      await store.move(delivery, 'uncertain', { asks: delivery.asks + 1, nextAt: nextLook(delivery, at) });
      return null;
    }
    if (at - since > LONGEST_PENDING) {
      const late = problem('delivery.no-result-in-time', { platform: run.publisher.title });
      await recordAttempt(run, delivery, 'confirm', 'uncertain', late);
      return settle(run, delivery, { state: 'uncertain', problem: late });
    }
    await store.move(delivery, 'pending', {
      answer: answer.answer,
      pendingSince: since,
      asks: delivery.asks + 1,
      problem: answer.meanwhile ?? null,
      nextAt: at + answer.askAgainAfter * 1_000,
    });
    return null;
  }
  if (answer.state === 'uncertain' && delivery.state === 'uncertain') {
    await store.move(delivery, 'uncertain', { asks: delivery.asks + 1, nextAt: nextLook(delivery, at) });
    return null;
  }
  if (answer.state === 'absent' && answer.begun) {
    await recordAttempt(run, delivery, 'confirm', answer.state);
    return complete(run, delivery);
  }
  return settleAttempt(run, delivery, 'confirm', answer, settle);
}

/**
 * Readers can see a part of it: neither its grace nor a freeze may leave it so. The intent of the call that broke off
 * stands, so the delivery stays in its state until the call has been made again.
 */
const complete = (run: Run, delivery: Delivery): Promise<Delivery | null> =>
  commitWithIntent(run, delivery, () => run.publisher.commit(delivery.prepared, run.io, delivery.id));

/** What the platform says; null when it could not be asked. */
export async function ask(run: Run, delivery: Delivery): Promise<Confirmation | null> {
  const pending: Pending = {
    delivery: delivery.id,
    prepared: delivery.prepared,
    intentAt: new Date(delivery.intentAt ?? run.parts.now().getTime()).toISOString(),
    answer: delivery.state === 'published' ? withReceipt(delivery) : delivery.answer,
  };
  try {
    return await run.publisher.confirm(pending, run.io);
  } catch (error) {
    run.parts.log('warn', 'confirm got no answer', { delivery: delivery.id, error: String(error) });
    return null;
  }
}

const known = z.record(z.string(), z.json());

/** Once there is a receipt, its id is what the platform knows the thing by; what `commit` answered stays beside it. */
function withReceipt({ answer, receipt }: Delivery): Json {
  return receipt ? { ...known.safeParse(answer).data, id: receipt.id } : answer;
}

const patience = (delivery: Delivery): number => (delivery.state === 'pending' ? LONGEST_PENDING : LONGEST_SILENCE);

/** When to look again; null once the looks at a doubtful delivery are used up. */
function nextLook(delivery: Delivery, at: number): number | null {
  if (delivery.state !== 'uncertain') return at + backoff(delivery.id, delivery.asks);
  const wait = LOOKS_AT_DOUBT[delivery.asks + 1];
  return wait === undefined ? null : at + wait;
}
