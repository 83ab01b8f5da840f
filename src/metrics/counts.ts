import { z } from 'zod';
import type { EngineParts } from '../delivery/context';
import { TABLES } from '../delivery/schema';

const counted = z.array(z.object({ account: z.string(), state: z.string(), n: z.coerce.number() }));
const published = z.array(z.object({ account: z.string(), n: z.coerce.number() }));

/** How many deliveries there are, by account and state, and how many were ever published, by account. */
export async function counts({ store }: Pick<EngineParts, 'store'>) {
  const all = () => store.db(TABLES.deliveries).where({ kind: 'publish' });
  const states: unknown = await all().select('account', 'state').count('id as n').groupBy('account', 'state');
  const ever: unknown = await all().select('account').whereNotNull('published_at').count('id as n').groupBy('account');
  return { states: counted.parse(states), published: published.parse(ever) };
}

export type Counts = Awaited<ReturnType<typeof counts>>;
