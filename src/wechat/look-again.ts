import { NOTHING_KNOWN, readPendingAnswer } from '../../publishers/wechat/pending-answer';
import type { Message } from '../../publishers/wechat/callback/message';
import { deliveryRow, type Delivery } from '../delivery/delivery';
import { TABLES } from '../delivery/schema';
import type { State } from '../delivery/states';
import type { Store } from '../delivery/store';

export type JobFinished = Extract<Message, { kind: 'publish-finished' | 'mass-finished' }>;

/** States in which the platform is asked what happened. */
const ASKING: readonly State[] = ['committing', 'pending', 'uncertain'];
const SUCCEEDED = 0;
/** Taken away after it was published: by the account itself, by the platform. */
const REMOVED: readonly number[] = [5, 6];

/**
 * Makes the deliveries look again at once that an event is about. The event is a hint and never the truth: what happened
 * is asked of the platform, so a wrong event costs a question.
 * @param now milliseconds UTC
 * @returns how many look again
 */
export async function lookAgain(store: Store, account: string, event: JobFinished, now: number): Promise<number> {
  const known = await deliveriesOf(store, account, event);
  const concerned = known.length > 0 || !mayBeOurs(event) ? known : await withoutAnswer(store, account);
  for (const delivery of concerned) await wake(store, delivery, now);
  return concerned.length;
}

/** Those that the platform knows by this number. */
async function deliveriesOf(store: Store, account: string, event: JobFinished): Promise<readonly Delivery[]> {
  const [name, number] =
    event.kind === 'publish-finished'
      ? (['publishId', event.publishId] as const)
      : (['messageId', event.messageId] as const);
  const removed = event.kind === 'publish-finished' && REMOVED.includes(event.status);
  const rows: unknown[] = await store
    .db(TABLES.deliveries)
    .where({ account, kind: 'publish' })
    .whereIn('state', removed ? [...ASKING, 'published'] : [...ASKING])
    // Digits only, as the message was read; written as `JSON.stringify` writes it.
    .where('answer', 'like', `%"${name}":"${number}"%`);
  return rows.map((row) => deliveryRow.parse(row)).filter(({ answer }) => readPendingAnswer(answer)[name] === number);
}

/** An article is out whose task we know nothing of: perhaps that of a call whose answer was lost. */
const mayBeOurs = (event: JobFinished): boolean =>
  event.kind === 'publish-finished' && event.status === SUCCEEDED && event.articleId !== null;

/** Those whose number never reached us. They are recognised by their marker, once the article is there. */
async function withoutAnswer(store: Store, account: string): Promise<readonly Delivery[]> {
  const rows: unknown[] = await store
    .db(TABLES.deliveries)
    .where({ account, kind: 'publish', mode: 'publish' })
    .whereIn('state', [...ASKING]);
  return rows
    .map((row) => deliveryRow.parse(row))
    .filter(({ answer }) => readPendingAnswer(answer).publishId === NOTHING_KNOWN.publishId);
}

/** A question that is under way was put before the event and is put again; a call that is under way is left alone. */
async function wake(store: Store, delivery: Delivery, now: number): Promise<void> {
  if (delivery.state === 'committing') {
    await store.wake((q) => void q.where({ id: delivery.id, state: 'committing' }), now);
  } else await store.decide(delivery, delivery.state, { nextAt: now });
}
