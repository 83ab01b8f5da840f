import type { Knex } from 'knex';
import { z } from 'zod';
import { SEARCH_TABLES } from '../../delivery/search-schema';

/** Which of these strings are keywords of something that is public. */
export async function keywordsAmong(db: Knex, candidates: readonly string[]): Promise<ReadonlySet<string>> {
  if (candidates.length === 0) return new Set();
  const rows: unknown = await db(SEARCH_TABLES.keywords)
    .distinct('word')
    .whereIn('word', [...candidates]);
  return new Set(
    z
      .array(z.object({ word: z.string() }))
      .parse(rows)
      .map(({ word }) => word),
  );
}

/** Keywords of the documents with these numbers, in their order. */
export async function keywordsOf(db: Knex, documents: readonly number[]): Promise<readonly string[]> {
  if (documents.length === 0) return [];
  const rows: unknown = await db(SEARCH_TABLES.keywords).whereIn('document', [...documents]);
  const known = z.array(z.object({ word: z.string(), document: z.coerce.number() })).parse(rows);
  return [
    ...new Set(documents.flatMap((id) => known.filter(({ document }) => document === id).map(({ word }) => word))),
  ];
}
