import type { Knex } from 'knex';
import type { Problem } from '../../../publishers/contract';
import type { Run } from '../context';
import type { Attempt, Delivery } from '../delivery';

/** Appends what a step did and what came back. @param on the transaction to do it in; default none */
export async function recordAttempt(
  run: Run,
  delivery: Delivery,
  step: Attempt['step'],
  outcome: string,
  problem: Problem | null = null,
  on?: Knex,
): Promise<void> {
  const exchanges = run.takeExchanges();
  const attempt: Attempt = { at: run.parts.now().getTime(), step, outcome, problem, exchanges };
  await run.parts.store.appendAttempt(delivery, run.parts.owner, attempt, on);
}
