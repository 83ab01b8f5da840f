import { HttpFailure, type Problem, type Rendition } from '../../../publishers/contract';
import { problem } from '../../../publishers/problems';
import { MediaGone, type Run } from '../context';
import type { Delivery } from '../delivery';
import { hashOf } from '../hash';
import { recordAttempt } from './attempt';
import { backoff } from './backoff';
import { miss, passGate } from './gate';
import { park } from './park';

/** A sub-step that throws for a reason of ours is tried this often before a person is asked. */
const CRASHES_ALLOWED = 3;

/** preparing → ready: one sub-step after another, each stored before the next begins. */
export async function prepare(run: Run, delivery: Delivery): Promise<Delivery | null> {
  const rendition = await signedRendition(run, delivery);
  if (!rendition) return refuse(run, delivery, problem('delivery.crashed'));

  let current = delivery;
  for (;;) {
    if (!run.stillMine()) return null;
    const open = await passGate(run, current, { commit: false });
    if (!open) return null;
    const step = await oneStep(run, open, rendition);
    const next = await settle(run, open, step);
    if (next?.state !== 'preparing') return next;
    if (next.nextAt !== null && next.nextAt > run.parts.now().getTime()) return null;
    current = next;
  }
}

type Step = Awaited<ReturnType<Run['publisher']['prepare']>> | { readonly state: 'crashed'; readonly message: string };

async function oneStep(run: Run, delivery: Delivery, rendition: Rendition): Promise<Step> {
  try {
    const wrong = run.publisher.check(rendition).find((p) => p.severity === 'error');
    if (wrong) return { state: 'rejected', problem: wrong };
    return await run.publisher.prepare(rendition, delivery.done, run.io, delivery.id);
  } catch (error) {
    // Nothing that prepare does is visible, so trying again is safe whatever was thrown.
    if (error instanceof MediaGone) return { state: 'rejected', problem: problem('media.gone', { name: error.file }) };
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
      return store.move(delivery, 'preparing', { done: step.done, nextAt: at + step.askAgainAfter * 1_000 });
    case 'ready':
      await recordAttempt(run, delivery, 'prepare', 'ready');
      return store.move(delivery, 'ready', {
        prepared: step.prepared,
        problem: null,
        nextAt: Math.max(at, delivery.dueAt),
      });
    case 'rejected':
      return refuse(run, delivery, step.problem);
    case 'later': {
      await recordAttempt(run, delivery, 'prepare', 'later', step.problem);
      const nextAt = at + backoff(delivery.tries, step.askAgainAfter * 1_000);
      if (nextAt > delivery.dueAt + delivery.grace) {
        await miss(run, delivery, step.problem);
        return null;
      }
      return store.move(delivery, 'preparing', { problem: step.problem, tries: delivery.tries + 1, nextAt });
    }
    case 'crashed': {
      run.parts.log('error', 'prepare crashed', { delivery: delivery.id, error: step.message });
      const crashed = problem('delivery.crashed');
      if (delivery.tries + 1 >= CRASHES_ALLOWED) return refuse(run, delivery, crashed);
      await recordAttempt(run, delivery, 'prepare', 'crashed', crashed);
      return store.move(delivery, 'preparing', { tries: delivery.tries + 1, nextAt: at + backoff(delivery.tries) });
    }
  }
}

/** The platform, or we, say that this needs a person. Nothing is public. */
async function refuse(run: Run, delivery: Delivery, why: Problem): Promise<Delivery | null> {
  const to = why.kind === 'permission' && delivery.state === 'preparing' ? 'manual' : 'rejected';
  await recordAttempt(run, delivery, 'prepare', to, why);
  await park(run, delivery, to, why);
  return null;
}

/** The rendition as signed; null when the stored one is not the one whose hash was signed. */
async function signedRendition(run: Run, delivery: Delivery): Promise<Rendition | null> {
  // Text that is no JSON any more was altered like any other.
  const rendition = await run.parts.store.rendition(delivery.rendition).catch((error: unknown) => {
    if (error instanceof SyntaxError) return null;
    throw error;
  });
  if (rendition && hashOf(rendition) === delivery.rendition) return rendition;
  run.parts.log('error', 'stored rendition differs from its hash', { delivery: delivery.id });
  return null;
}
