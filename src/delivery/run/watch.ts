import type { Problem, ReadBack } from '../../../publishers/contract';
import { problem } from '../../../publishers/problems';
import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { recordAttempt } from './attempt';
import { ask } from './confirm';
import { park } from './park';
import { nextWatch } from './settle';
import { signedRendition } from './signed-rendition';

/**
 * published → is it still there, and is it what was signed? A platform that took it back turns it into withdrawn; a
 * difference is told to staff and stays with the delivery. Both only read.
 */
export async function watch(run: Run, delivery: Delivery): Promise<Delivery | null> {
  const seen = await lookAt(run, delivery);
  if (seen.state === 'gone') {
    await recordAttempt(run, delivery, 'confirm', 'withdrawn', seen.problem);
    await park(run, delivery, 'withdrawn', seen.problem);
    return null;
  }
  if (seen.state === 'different' && delivery.problem?.code !== seen.problem.code) {
    await recordAttempt(run, delivery, 'confirm', 'different', seen.problem);
  }
  const at = delivery.publishedAt ?? run.parts.now().getTime();
  const changes = { asks: delivery.asks + 1, nextAt: nextWatch(at, delivery.asks + 1) };
  if (seen.state === 'different') await park(run, delivery, 'published', seen.problem, changes);
  else {
    const mended = seen.state === 'same' && { problem: null };
    await run.parts.store.move(delivery, 'published', { ...changes, ...mended });
  }
  return null;
}

/**
 * The platform's own record is asked only where what the public sees could not be read: each call counts. It holds what
 * we sent, so it says nothing of what a person posted.
 */
async function lookAt(run: Run, delivery: Delivery): Promise<ReadBack> {
  const seen = await readBack(run, delivery);
  if (seen.state !== 'unknown' || isGiven(delivery)) return seen;
  const gone = await whyGone(run, delivery);
  return gone ? { state: 'gone', problem: gone } : seen;
}

/** A receipt that a person gave has nothing but its address. */
const isGiven = ({ receipt }: Delivery): boolean => receipt !== null && receipt.id === receipt.url;

async function whyGone(run: Run, delivery: Delivery): Promise<Problem | null> {
  const answer = await ask(run, delivery);
  if (answer?.state === 'rejected') return answer.problem;
  return answer?.state === 'absent' ? problem('delivery.removed-by-platform', { platform: run.publisher.title }) : null;
}

/** Whatever breaks while reading says nothing about what was published. */
async function readBack(run: Run, delivery: Delivery): Promise<ReadBack> {
  try {
    const rendition = await signedRendition(run, delivery);
    if (!rendition || !delivery.receipt) return { state: 'unknown' };
    return await run.publisher.readBack(delivery.receipt, rendition, run.io);
  } catch (error) {
    run.parts.log('warn', 'what was published could not be read back', { delivery: delivery.id, error: String(error) });
    return { state: 'unknown' };
  }
}
