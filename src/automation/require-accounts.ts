import type { Product } from '../assembly';
import { Refusal } from '../delivery/refusal';

/**
 * Names of accounts as they are, or none of the deed: a freeze of a misspelt account would hold nothing and look as if
 * it did.
 * @throws Refusal 422 for a name that no account has
 */
export async function requireAccounts(product: Product, names: readonly string[]): Promise<void> {
  const known = new Set((await product.parts.accounts()).map(({ account }) => account.name));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new Refusal(422, 'account.unknown', `没有名为“${unknown}”的渠道账号。`, { account: unknown });
  }
}
