import { HttpFailure, type Problem, type Rendition } from '../../../publishers/contract';
import { problem } from '../../../publishers/problems';
import { MediaGone, type Run } from '../context';
import type { Delivery } from '../delivery';
import { REACTIONS } from '../reactions';
import { recordAttempt } from './attempt';
import { backoff } from './backoff';
import { leaveByHand } from './by-hand';
import { passGate } from './gate';
import { lateByNow } from './late-by-now';
import { miss } from './miss';
import { park } from './park';
import { holdForAccount } from './settle';
import { signedRendition } from './signed-rendition';

/** A sub-step that throws for a reason of ours is tried this often before a person is asked. */
const CRASHES_ALLOWED = 3;

/** preparing → ready: one sub-step after another, each stored before the next begins. */
export async function prepare(run: Run, delivery: Delivery): Promise<Delivery | null> {
  const rendition = await signedRendition(run, delivery);
  if (!rendition) return leaveToPerson(run, delivery, problem('delivery.crashed'));

  let current = delivery;
  for (;;) {
    if (!run.mayGoOn()) return null;
    const open = await passGate(run, current, { commit: false });
    if (!open) return null;
    const step = await oneStep(run, open, rendition);
    const next = await settle(run, open, step);
    if (next?.state !== 'preparing') return next;
    if (next.nextAt !== null && next.nextAt > run.parts.now().getTime()) return null;
    current = next;
  }
}

type Step =
  | Awaited<ReturnType<Run['publisher']['prepare']>>
  /** Our own check says no: by nothing that an account's recovery could change. */
  | { readonly state: 'unfit'; readonly problem: Problem }
  | { readonly state: 'crashed'; readonly message: string };

async function oneStep(run: Run, delivery: Delivery, rendition: Rendition): Promise<Step> {
  try {
    const wrong = run.publisher.check(rendition).find((p) => p.severity === 'error');
    if (wrong) return { state: 'unfit', problem: wrong };
    return await run.publisher.prepare(rendition, delivery.done, run.io, delivery.id);
  } catch (error) {
    // Nothing that prepare does is visible, so trying again is safe whatever was thrown.
    if (error instanceof MediaGone) return { state: 'unfit', problem: problem('media.gone', { name: error.file }) };
    if (error instanceof HttpFailure) {
      return {
        state: 'later',
        problem: problem('delivery.unreachable', { platform: run.publisher.title }),
        askAgainAfter: 0,
      };
    }
    return { state: 'crashed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function settle(run: Run, delivery: Delivery, step: Step): Promise<Delivery | null> {
  const { store, now } = run.parts;
  const at = now().getTime();
  switch (step.state) {
    case 'progress':
      return store.move(delivery, 'preparing', { done: step.done, nextAt: at, tries: 0 });
    case 'wait':
      return store.move(delivery, 'preparing', {
        done: step.done,
        nextAt: at + step.askAgainAfter * 1_000,
        ...(at + step.askAgainAfter * 1_000 > delivery.dueAt && { lateCause: 'platform-busy' }),
      });
    case 'ready': {
      await recordAttempt(run, delivery, 'prepare', 'ready');
      const lateCause = await lateByNow(run, delivery, 'preparation');
      return store.move(delivery, 'ready', {
        prepared: step.prepared,
        problem: null,
        nextAt: Math.max(at, delivery.dueAt),
        ...(lateCause && { lateCause }),
      });
    }
    case 'unfit':
      return leaveToPerson(run, delivery, step.problem);
    case 'rejected':
      return refused(run, delivery, step.problem);
    case 'later': {
      await recordAttempt(run, delivery, 'prepare', 'later', step.problem);
      const nextAt = at + backoff(delivery.id, delivery.tries, step.askAgainAfter * 1_000);
      if (nextAt > delivery.dueAt + delivery.grace) {
        await miss(run, delivery, step.problem);
        return null;
      }
      return store.move(delivery, 'preparing', {
        problem: step.problem,
        tries: delivery.tries + 1,
        nextAt,
        ...(nextAt > delivery.dueAt && { lateCause: step.problem.code }),
      });
    }
    case 'crashed': {
      run.parts.log('error', 'prepare crashed', { delivery: delivery.id, error: step.message });
      const crashed = problem('delivery.crashed');
      if (delivery.tries + 1 >= CRASHES_ALLOWED) return leaveToPerson(run, delivery, crashed);
      await recordAttempt(run, delivery, 'prepare', 'crashed', crashed);
      const nextAt = at + backoff(delivery.id, delivery.tries);
      return store.move(delivery, 'preparing', {
        tries: delivery.tries + 1,
        nextAt,
        ...(nextAt > delivery.dueAt && { lateCause: crashed.code }),
      });
    }
  }
}

/** The platform says no. Nothing is public, whatever kind of no it is. */
async function refused(run: Run, delivery: Delivery, why: Problem): Promise<Delivery | null> {
  if (REACTIONS[why.kind] === 'account' && (await holdForAccount(run, delivery, why))) {
    await recordAttempt(run, delivery, 'prepare', 'held', why);
    return null;
  }
  return leaveToPerson(run, delivery, why);
}

async function leaveToPerson(run: Run, delivery: Delivery, why: Problem): Promise<null> {
  const to = REACTIONS[why.kind] === 'by-hand' && delivery.state === 'preparing' ? 'manual' : 'rejected';
  await recordAttempt(run, delivery, 'prepare', to, why);
  if (to === 'manual') return leaveByHand(run, delivery, why);
  await park(run, delivery, to, why);
  return null;
}
