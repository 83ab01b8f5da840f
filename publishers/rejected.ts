import type { Outcome } from './contract';
import type { Problem } from './problems';

/** A certain refusal. `wait` (seconds; null = not known) counts only where trying again makes sense at all. */
export const rejected = (problem: Problem, wait: number | null = null): Outcome =>
  problem.kind === 'later' && wait !== null
    ? { state: 'rejected', problem, askAgainAfter: wait }
    : { state: 'rejected', problem };
