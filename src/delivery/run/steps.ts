import type { Run } from '../context';
import type { Delivery } from '../delivery';
import type { State } from '../states';
import { remind } from './by-hand';
import { commit } from './commit';
import { confirm } from './confirm';
import { unhold } from './held';
import { prepare } from './prepare';
import { start } from './start';
import { watch } from './watch';
import { commitWithdrawal, confirmWithdrawal, prepareWithdrawal, startWithdrawal } from './withdrawal';

export type Step = (run: Run, delivery: Delivery) => Promise<Delivery | null>;

/**
 * What to do with a delivery that is looked at, by kind and state. A step answers the delivery when the next step may
 * follow at once, or null to stop for now. States without a step never have a time to be looked at.
 */
export const STEPS: Readonly<Record<Delivery['kind'], Readonly<Partial<Record<State, Step>>>>> = {
  publish: {
    planned: start,
    preparing: prepare,
    ready: commit,
    // Claimed in this state means that the process died around the call, or lost its claim: ask, never send.
    committing: (run, delivery) => confirm(run, delivery),
    pending: (run, delivery) => confirm(run, delivery),
    uncertain: (run, delivery) => confirm(run, delivery),
    published: watch,
    held: unhold,
    manual: remind,
  },
  withdraw: {
    planned: startWithdrawal,
    preparing: prepareWithdrawal,
    ready: commitWithdrawal,
    committing: confirmWithdrawal,
    pending: confirmWithdrawal,
    uncertain: confirmWithdrawal,
    held: unhold,
  },
};
