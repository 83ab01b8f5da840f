import { HttpFailure, type Outcome, type Quota } from '../../../publishers/contract';
import { problem } from '../../../publishers/problems';
import { chinaTime } from '../china-time';
import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { recordAttempt } from './attempt';
import { leaveByHand, whyByHand } from './by-hand';
import type { Changes } from '../store/changes';
import { passGate } from './gate';
import { hold } from './hold';
import { lateByNow } from './late-by-now';
import { settleOutcome } from './settle';
import { settleAttempt } from './settle-attempt';

/** ready → committing → whatever came of it. The one irreversible step. Or ready → manual, where a person has to do it. */
export async function commit(run: Run, delivery: Delivery): Promise<Delivery | null> {
  const { store, now } = run.parts;
  if (now().getTime() < delivery.dueAt) {
    await store.move(delivery, 'ready', { nextAt: delivery.dueAt });
    return null;
  }
  const open = await passGate(run, delivery, { commit: true });
  const byHand = open && (await whyByHand(run, open));
  if (byHand) {
    await recordAttempt(run, open, 'commit', 'manual');
    return leaveByHand(run, open, byHand);
  }
  const lateCause = open && (await lateByNow(run, open));
  const quotas = run.publisher.quotas(run.account);
  const intent = open && (await storeIntent(run, open, quotas, lateCause ? { lateCause } : {}));
  return intent && commitWithIntent(run, intent, () => run.publisher.commit(intent.prepared, run.io, intent.id));
}

/**
 * The intent is on disk before the call, under the fence of this claim: a worker that was late finds zero rows changed
 * here and stops before it has sent anything. Null when it must not go on.
 */
export async function storeIntent(
  run: Run,
  delivery: Delivery,
  quotas: readonly Quota[],
  changes: Changes = {},
): Promise<Delivery | null> {
  const intent = await run.parts.store.intend(delivery, quotas, changes).catch(async (error: unknown) => {
    // The database may have stored it and lost the line before it said so. Then nobody has sent anything: go on.
    const stored = await run.parts.store.get(delivery.id);
    if (stored?.state === 'committing' && stored.fence === delivery.fence) return stored;
    throw error;
  });
  if (intent === null || !('full' in intent)) return intent;
  const at = Math.min(intent.opensAt, delivery.dueAt + delivery.grace + 1);
  const why = problem('delivery.quota', { quota: intent.full.title, at: chinaTime(at) });
  await hold(run, delivery, 'quota', intent.full.title, why, at);
  return null;
}

/** Makes the call whose intent is stored, and settles what came of it. */
export async function commitWithIntent(
  run: Run,
  intent: Delivery,
  call: () => Promise<Outcome>,
  settle = settleOutcome,
): Promise<Delivery | null> {
  const outcome = await callOnce(run, intent, call);
  return settleAttempt(run, intent, intent.kind === 'withdraw' ? 'withdraw' : 'commit', outcome, settle);
}

async function callOnce(run: Run, delivery: Delivery, call: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await call();
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
