import type { Publisher } from '../../publishers/contract';
import type { EngineParts } from './context';
import type { Delivery } from './delivery';
import { Refusal } from './refusal';

/**
 * The channel of a delivery.
 * @throws Refusal 409 when its account is not there any more
 */
export async function publisherOf(
  parts: Pick<EngineParts, 'accounts' | 'publishers'>,
  delivery: Pick<Delivery, 'account'>,
): Promise<Publisher> {
  const account = (await parts.accounts()).find((a) => a.account.name === delivery.account)?.account;
  const publisher = account && parts.publishers.get(account.publisher);
  if (!publisher) {
    throw new Refusal(409, 'account.unknown', '这条投放的渠道账号已不存在。', { account: delivery.account });
  }
  return publisher;
}
