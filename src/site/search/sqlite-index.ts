import type { Knex } from 'knex';
import { z } from 'zod';
import { SEARCH_TABLES } from '../../delivery/search-schema';
import type { Expression, SearchIndex, Term, Where } from './search-index';
import { tokensOf } from './tokens';

const TABLE: Readonly<Record<Where, string>> = { title: SEARCH_TABLES.titles, anywhere: SEARCH_TABLES.texts };
const PLACES = ['title', 'anywhere'] as const;

const rows = z.array(z.object({ rowid: z.number() }));

/** FTS5. A word of several characters is a phrase of its pairs, so what is found contains it and needs no second look. */
export function sqliteIndex(db: Knex): SearchIndex {
  const remove = async (id: number): Promise<void> => {
    for (const where of PLACES) await db.raw(`delete from ${TABLE[where]} where rowid = ?`, [id]);
  };
  return {
    remove,
    async put(id, words) {
      await remove(id);
      for (const where of PLACES) {
        const { text, tokens } = words[where];
        await db.raw(`insert into ${TABLE[where]} (rowid, words) values (?, ?)`, [
          id,
          [...tokensOf(text), ...tokens].join(' '),
        ]);
      }
    },
    async clear() {
      for (const where of PLACES) await db.raw(`insert into ${TABLE[where]} (${TABLE[where]}) values ('delete-all')`);
    },
    async find(expression, where, limit) {
      const found: unknown = await db.raw(
        `select rowid from ${TABLE[where]} where ${TABLE[where]} match ? order by rowid desc limit ?`,
        [matchOf(expression), limit],
      );
      return rows.parse(found).map(({ rowid }) => rowid);
    },
  };
}

const matchOf = (expression: Expression): string =>
  expression.map((terms) => `(${terms.map(phraseOf).join(' OR ')})`).join(' AND ');

/** Tokens are letters and digits, so nothing in the quotes can end them. */
function phraseOf(term: Term): string {
  if ('token' in term) return `"${term.token}"`;
  const pairs = tokensOf(term.word);
  return pairs.length === 1 ? `"${pairs[0] ?? ''}" *` : `"${pairs.slice(0, -1).join(' ')}"`;
}
