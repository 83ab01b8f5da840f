import type { Confirmation } from '../../../publishers/contract';
import type { Run } from '../context';
import type { Attempt, Delivery } from '../delivery';
import { recordAttempt } from './attempt';
import type { settleOutcome } from './settle';

/**
 * Records what a step brought and settles it. Where all went well both are one write to disk; any other outcome may
 * wait for locks of its own before staff are told, which nobody must do inside a transaction.
 */
export async function settleAttempt(
  run: Run,
  delivery: Delivery,
  step: Attempt['step'],
  outcome: Confirmation,
  settle: typeof settleOutcome,
): Promise<Delivery | null> {
  if (outcome.state === 'published' || outcome.state === 'pending') {
    return settle(run, delivery, outcome, {
      attempt: (trx) => recordAttempt(run, delivery, step, outcome.state, null, trx),
    });
  }
  await recordAttempt(run, delivery, step, outcome.state, 'problem' in outcome ? outcome.problem : null);
  return settle(run, delivery, outcome);
}
