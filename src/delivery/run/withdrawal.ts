import type { Confirmation, Outcome, Problem } from '../../../publishers/contract';
import { problem } from '../../../publishers/problems';
import type { Run } from '../context';
import { receiptSchema, type Delivery } from '../delivery';
import type { Together } from '../store/moves';
import { commitWithIntent, storeIntent } from './commit';
import { ask, confirm } from './confirm';
import { miss } from './miss';
import { park } from './park';
import { settleOutcome } from './settle';

/**
 * The steps of taking something back: the same states, the same intent before the one call, the same doubt. A freeze
 * does not stop it, because what must go must be able to go at any time; nothing is prepared.
 */
export const startWithdrawal = (run: Run, delivery: Delivery): Promise<Delivery | null> =>
  run.parts.store.move(delivery, 'preparing');

export const prepareWithdrawal = (run: Run, delivery: Delivery): Promise<Delivery | null> =>
  run.parts.store.move(delivery, 'ready', { nextAt: run.parts.now().getTime() });

export async function commitWithdrawal(run: Run, delivery: Delivery): Promise<Delivery | null> {
  if (run.parts.now().getTime() > delivery.dueAt + delivery.grace) {
    await miss(run, delivery);
    return null;
  }
  const intent = await storeIntent(run, delivery, []);
  return intent && commitWithIntent(run, intent, () => takeBack(run, intent), settleWithdrawal);
}

/** committing (after a crash), pending or uncertain → asks whether the public still sees it. */
export const confirmWithdrawal = (run: Run, delivery: Delivery): Promise<Delivery | null> =>
  confirm(run, delivery, askWhetherGone, settleWithdrawal);

async function takeBack(run: Run, delivery: Delivery): Promise<Outcome> {
  const receipt = receiptSchema.parse(delivery.prepared);
  const taken = run.publisher.withdraw?.(receipt, delivery.reason ?? '', run.io, delivery.removal ?? undefined);
  return taken ?? { state: 'rejected', problem: byHand(run) };
}

/** Gone means that the withdrawal is done; still there means that the call had no effect and may be made again. */
async function askWhetherGone(run: Run, delivery: Delivery): Promise<Confirmation | null> {
  const target = delivery.target === null ? null : await run.parts.store.get(delivery.target);
  const answer = target && (await ask(run, target));
  switch (answer?.state) {
    case 'rejected':
    case 'absent':
      return { state: 'published', receipt: receiptSchema.parse(delivery.prepared) };
    case 'published':
      return { state: 'absent' };
    case 'pending':
    case 'uncertain':
      return { state: 'pending', answer: delivery.answer, askAgainAfter: 15 };
    case undefined:
      return null;
  }
}

/** What it took back is withdrawn in the same moment in which the withdrawal is done. */
async function settleWithdrawal(
  run: Run,
  delivery: Delivery,
  outcome: Confirmation,
  together: Together = {},
): Promise<Delivery | null> {
  const { store, now } = run.parts;
  if (outcome.state === 'rejected' && outcome.problem.kind !== 'later' && outcome.problem.kind !== 'unknown') {
    // Whatever keeps us from taking it back, a person can; it must not stay public for want of an interface.
    await park(run, delivery, 'manual', outcome.problem);
    return null;
  }
  if (outcome.state !== 'published') return settleOutcome(run, delivery, outcome, together);
  const at = now().getTime();
  const done = await store.move(
    delivery,
    'published',
    { receipt: outcome.receipt, publishedAt: at, problem: null, nextAt: null },
    { ...together, also: (trx) => store.markWithdrawn(trx, delivery.target, delivery.reason) },
  );
  if (done) {
    await store.settleNotices(done.id);
    if (done.target !== null) await store.settleNotices(done.target);
  }
  return null;
}

/** Where the channel has no way to take something back, a person deletes it on the platform. */
export const byHand = (run: Pick<Run, 'publisher'>): Problem =>
  problem('delivery.withdraw-by-hand', { platform: run.publisher.title });
