import type { Inspection } from '../../publishers/contract';
import { problem } from '../../publishers/problems';
import { createIo, type EngineParts } from './context';
import type { Delivery } from './delivery';
import { hashOf } from './hash';
import { Refusal } from './refusal';
import { requireAllowance } from './require-allowance';

/** Milliseconds. A platform that is asked for page after page shows a riddle instead. */
const TEN_MINUTES = 10 * 60_000;

/**
 * The address that a person gave for a delivery, after a look at its page where the channel can look.
 * @param vouched whether somebody has looked himself, should the page not be readable
 * @throws Refusal 422 when the page is another one (`receipt.differs`), or not readable and not vouched for
 * (`receipt.unreadable`); 429 when it was looked at too often
 */
export async function inspected(
  parts: EngineParts,
  delivery: Delivery,
  url: string,
  vouched: boolean,
): Promise<string> {
  const seen = await inspect(parts, delivery, url);
  if (seen === null) return url;
  if (seen.state === 'same') return seen.url;
  if (seen.state === 'unreadable' && vouched) return url;
  const { code, what, next } = seen.problem;
  throw new Refusal(422, code, `${what}${next}`, { problems: [seen.problem], vouchable: seen.state === 'unreadable' });
}

/** Null where the channel cannot look. */
async function inspect(parts: EngineParts, delivery: Delivery, url: string): Promise<Inspection | null> {
  const connected = (await parts.accounts()).find(({ account }) => account.name === delivery.account);
  const publisher = connected && parts.publishers.get(connected.account.publisher);
  if (!connected || !publisher?.inspect) return null;
  const unreadable: Inspection = { state: 'unreadable', problem: problem('receipt.unreadable') };
  const rendition = await parts.store.rendition(delivery.rendition).catch(() => null);
  // A rendition that was altered says nothing about a page.
  if (!rendition || hashOf(rendition) !== delivery.rendition) return unreadable;
  const allowance = { key: `inspect:${delivery.id}`, most: 10, within: TEN_MINUTES };
  await requireAllowance(parts.store.db, allowance, parts.now());
  const io = createIo(
    parts,
    connected,
    () => undefined,
    () => true,
    delivery,
  );
  return publisher.inspect(url, rendition, io, delivery.id).catch((error: unknown): Inspection => {
    parts.log('warn', 'a page could not be inspected', { delivery: delivery.id, error: String(error) });
    return unreadable;
  });
}
