import type { Json, Publisher, Receipt, Rendition } from '../../publishers/contract';
import type { Place } from './place';

const DELIVERY = '01JDCONTRACT0000000000000B';

/** Takes a rendition all the way, as the engine does, and gives the receipt. */
export async function publishAt(
  publisher: Publisher,
  rendition: Rendition,
  place: Place,
  delivery = DELIVERY,
): Promise<Receipt> {
  const intentAt = place.io.now().toISOString();
  const prepared = await prepare(publisher, rendition, place, delivery);
  let outcome = await publisher.commit(prepared, place.io, delivery);
  for (let asked = 0; asked < 20 && outcome.state === 'pending'; asked += 1) {
    place.pass(outcome.askAgainAfter * 1_000);
    const { answer } = outcome;
    const confirmed = await publisher.confirm({ delivery, prepared, intentAt, answer }, place.io);
    if (confirmed.state === 'absent') break;
    outcome = confirmed;
  }
  if (outcome.state !== 'published') throw new Error(`not published: ${JSON.stringify(outcome)}`);
  return outcome.receipt;
}

async function prepare(publisher: Publisher, rendition: Rendition, place: Place, delivery: string): Promise<Json> {
  let done: Json | null = null;
  for (let calls = 0; calls < 50; calls += 1) {
    const step = await publisher.prepare(rendition, done, place.io, delivery);
    if (step.state === 'ready') return step.prepared;
    if (step.state !== 'progress') throw new Error(`not prepared: ${JSON.stringify(step)}`);
    done = step.done;
  }
  throw new Error('prepare never ends');
}
