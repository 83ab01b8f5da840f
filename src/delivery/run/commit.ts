import { HttpFailure, type Outcome } from '../../../publishers/contract';
import { problem } from '../../../publishers/problems';
import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { recordAttempt } from './attempt';
import { passGate } from './gate';
import { settleOutcome } from './settle';

/** ready → committing → whatever came of it. The one irreversible step. */
export async function commit(run: Run, delivery: Delivery): Promise<Delivery | null> {
  const { store, now } = run.parts;
  if (now().getTime() < delivery.dueAt) {
    await store.move(delivery, 'ready', { nextAt: delivery.dueAt });
    return null;
  }
  const open = await passGate(run, delivery, { commit: true });
  if (!open) return null;

  // The intent is on disk before the call, under the fence of this claim: a worker that was late finds zero rows
  // changed here and stops before it has sent anything.
  const intent = await store.move(open, 'committing', { intentAt: now().getTime(), answer: null, problem: null });
  if (!intent) return null;

  const outcome = await callOnce(run, intent);
  await recordAttempt(run, intent, 'commit', outcome.state, 'problem' in outcome ? outcome.problem : null);
  return settleOutcome(run, intent, outcome);
}

async function callOnce(run: Run, delivery: Delivery): Promise<Outcome> {
  try {
    return await run.publisher.commit(delivery.prepared, run.io, delivery.id);
  } catch (error) {
    run.parts.log('warn', 'commit ended without an answer', {
      delivery: delivery.id,
      error:
        error instanceof HttpFailure
          ? `${error.code} ${error.message}`
          : error instanceof Error
            ? error.stack
            : String(error),
    });
    return { state: 'uncertain', problem: problem('delivery.no-answer', { platform: run.publisher.title }) };
  }
}
