import { problem } from '../../../publishers/problems';
import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { recordAttempt } from './attempt';
import { ask } from './confirm';
import { park } from './park';
import { nextWatch } from './settle';

/** published → still there? A platform that took it back turns it into withdrawn, with an alarm. */
export async function watch(run: Run, delivery: Delivery): Promise<Delivery | null> {
  const answer = await ask(run, delivery);
  if (answer?.state === 'rejected' || answer?.state === 'absent') {
    const gone =
      answer.state === 'rejected'
        ? answer.problem
        : problem('delivery.removed-by-platform', { platform: run.publisher.title });
    await recordAttempt(run, delivery, 'confirm', 'withdrawn', gone);
    await park(run, delivery, 'withdrawn', gone);
    return null;
  }
  const at = delivery.publishedAt ?? run.parts.now().getTime();
  await run.parts.store.move(delivery, 'published', {
    asks: delivery.asks + 1,
    nextAt: nextWatch(at, delivery.asks + 1),
  });
  return null;
}
