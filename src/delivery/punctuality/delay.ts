import type { Knex } from 'knex';
import { STATES, type State } from '../states';
import { TABLES } from '../schema';
import type { Span } from './span';

/** From these on the irreversible call was made, in the moment that `intent_at` holds. */
const SENT: readonly State[] = ['committing', 'pending', 'published', 'withdrawn', 'uncertain'];
const sent = SENT.map((state) => `'${state}'`).join(', ');

/** When it went out, milliseconds UTC; null while it has not. What a person posted went out when he said so. */
export const ACTUAL = `case when state in (${sent}) then coalesce(intent_at, published_at) end`;
/** How late it went out, milliseconds; null while it has not gone out. */
export const DELAY = `(${ACTUAL} - due_at)`;

/** Promises: a cancelled delivery is none any more, and taking something back never was one. */
const PROMISED = STATES.filter((state) => state !== 'cancelled');

/** Deliveries of publication that were due in the span. */
export function dueIn(db: Knex, { from, to, account }: Span): Knex.QueryBuilder {
  return db(TABLES.deliveries)
    .where({ kind: 'publish', ...(account !== null && { account }) })
    .whereIn('state', PROMISED)
    .where('due_at', '>=', from)
    .where('due_at', '<', to);
}
