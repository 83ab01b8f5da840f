import type { Problem } from '../../../publishers/contract';
import type { Run } from '../context';
import type { Attempt, Delivery } from '../delivery';

/** Appends what a step did and what came back. */
export async function recordAttempt(
  run: Run,
  delivery: Delivery,
  step: Attempt['step'],
  outcome: string,
  problem: Problem | null = null,
): Promise<void> {
  await run.parts.store.appendAttempt(delivery, run.parts.owner, {
    at: run.parts.now().getTime(),
    step,
    outcome,
    problem,
    exchanges: run.takeExchanges(),
  });
}
