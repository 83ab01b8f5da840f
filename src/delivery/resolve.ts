import { problem } from '../../publishers/problems';
import type { EngineParts } from './context';
import type { Delivery } from './delivery';
import { moveByPerson } from './move-by-person';
import { inspected } from './inspected';
import { publisherOf } from './publisher-of';
import { nextWatch } from './run/settle';
import { stateChanged } from './state-changed';

/** What a person found on the platform. */
export type Found =
  | {
      readonly found: true;
      readonly url: string;
      /** false = a page that cannot be read is not taken on trust; left out or true = the caller has looked himself. */
      readonly vouched?: boolean | undefined;
    }
  | { readonly found: false };

/** A doubtful or hand-posted delivery: the address that was found is its receipt. */
export async function resolvePublication(
  parts: EngineParts,
  delivery: Delivery,
  body: Found,
  who: string,
): Promise<Delivery> {
  const url = body.found ? await inspected(parts, delivery, body.url, body.vouched ?? true) : null;
  const now = parts.now();
  const after =
    url !== null
      ? await moveByPerson(parts, delivery, 'published', {
          receipt: { id: url, url, at: now.toISOString() },
          publishedAt: now.getTime(),
          // Posted by hand: a call that the platform had refused is not the moment in which it went out.
          ...(delivery.state === 'manual' && { intentAt: null, lateCause: 'person' }),
          problem: null,
          asks: 0,
          nextAt: (await canInspect(parts, delivery)) ? nextWatch(now.getTime(), 0) : null,
        })
      : await moveByPerson(parts, delivery, delivery.state === 'manual' ? 'cancelled' : 'rejected', {
          problem: problem('delivery.not-found-by-person', { platform: (await publisherOf(parts, delivery)).title }),
          nextAt: null,
        });
  if (!body.found) await parts.store.unspend(delivery.id);
  await record(parts, after, body, who);
  return after;
}

/** Only a channel that keeps to its platform's own host may fetch what a person named, now and later. */
async function canInspect(parts: EngineParts, delivery: Delivery): Promise<boolean> {
  const account = (await parts.accounts()).find((one) => one.account.name === delivery.account)?.account;
  return account !== undefined && parts.publishers.get(account.publisher)?.inspect !== undefined;
}

/** A withdrawal that a person carried out or looked after: not found any more means that it is done. */
export async function resolveWithdrawal(
  parts: EngineParts,
  delivery: Delivery,
  body: Found,
  who: string,
): Promise<Delivery> {
  const now = parts.now();
  if (body.found) {
    const after = await moveByPerson(parts, delivery, delivery.state === 'manual' ? 'planned' : 'rejected', {
      nextAt: now.getTime(),
      dueAt: now.getTime(),
    });
    await record(parts, after, body, who);
    return after;
  }
  const after = await parts.store.finishWithdrawal(delivery, now.getTime());
  if (!after) throw stateChanged(delivery);
  if (after.target !== null) await parts.store.settleNotices(after.target);
  await record(parts, after, body, who);
  return after;
}

const record = (parts: EngineParts, delivery: Delivery, { found }: Found, who: string): Promise<void> =>
  parts.store.appendAttempt(delivery, who, {
    at: parts.now().getTime(),
    step: 'person',
    outcome: found ? 'found' : 'not-found',
    problem: null,
    exchanges: [],
  });
