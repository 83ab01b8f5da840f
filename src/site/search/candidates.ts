import type { Knex } from 'knex';
import { SEARCH_TABLES } from '../../delivery/search-schema';

/** What relevance and filters need to know of a document that was found. */
export interface Candidate {
  readonly id: number;
  readonly kind: 'explainer' | 'policy';
  readonly head: string;
  readonly form: string;
  readonly category: string;
  readonly year: number;
  readonly moment: number;
  readonly inForce: boolean;
  readonly expiresOn: string | null;
}

interface Row {
  readonly id: number | string;
  readonly kind: 'explainer' | 'policy';
  readonly head: string;
  readonly form: string;
  readonly category: string;
  readonly year: number;
  readonly moment: number | string;
  readonly in_force: boolean | number;
  readonly expires_on: string | null;
}

/** @param ids at most some hundreds */
export async function candidatesOf(db: Knex, ids: readonly number[]): Promise<readonly Candidate[]> {
  if (ids.length === 0) return [];
  // Written by `writeDocument` alone; a schema for each of hundreds of rows would cost more than finding them.
  const rows = await db(SEARCH_TABLES.documents)
    .select<readonly Row[]>('id', 'kind', 'head', 'form', 'category', 'year', 'moment', 'in_force', 'expires_on')
    // Our own numbers, so they may stand in the statement: as many bindings cost more than the rows.
    .whereRaw(`id in (${ids.join(',')})`);
  return rows.map(({ in_force: inForce, expires_on: expiresOn, ...row }) => ({
    ...row,
    id: Number(row.id),
    moment: Number(row.moment),
    inForce: Boolean(inForce),
    expiresOn,
  }));
}
