import type { Knex } from 'knex';
import { z } from 'zod';
import { fold } from '../../../publishers/website/folded';
import { SEARCH_TABLES } from '../../delivery/search-schema';
import type { Expression, SearchIndex, Term, Where } from './search-index';
import { pairsOf, tokensOf } from './tokens';

const TABLE: Readonly<Record<Where, string>> = { title: SEARCH_TABLES.titles, anywhere: SEARCH_TABLES.texts };
const PLACES = ['title', 'anywhere'] as const;
/** Of a lexeme, bytes; the server refuses longer ones. */
const LONGEST_TOKEN = 500;

const found = z.object({ rows: z.array(z.object({ document: z.coerce.number() })) });

/**
 * tsvector under GIN, without parser or extension: the lexemes are our tokens. Positions in a tsvector end at 16,383, too
 * few for a long text, so pairs narrow down and a longer word is then looked for in the folded text itself.
 */
export function postgresIndex(db: Knex): SearchIndex {
  const remove = async (id: number): Promise<void> => {
    for (const where of PLACES) await db(TABLE[where]).where({ document: id }).delete();
  };
  return {
    remove,
    async put(id, words) {
      await remove(id);
      for (const where of PLACES) {
        const { text, tokens } = words[where];
        const lexemes = [...new Set([...tokensOf(text), ...tokens])];
        await db.raw(
          `insert into ${TABLE[where]} (document, words, folded) values (?, array_to_tsvector(?::text[]), ?)`,
          [id, lexemes, fold(text)],
        );
      }
    },
    async clear() {
      for (const where of PLACES) await db(TABLE[where]).delete();
    },
    async find(expression, where, limit) {
      const conditions = ['words @@ ?::tsquery'];
      const bindings: string[] = [queryOf(expression)];
      for (const terms of expression.filter((group) => group.some(isLong))) {
        conditions.push(
          `(${terms.map((term) => (isLong(term) ? 'folded like ?' : 'words @@ ?::tsquery')).join(' or ')})`,
        );
        bindings.push(...terms.map((term) => (isLong(term) ? `%${wordOf(term)}%` : termQuery(term))));
      }
      const answer: unknown = await db.raw(
        `select document from ${TABLE[where]} where ${conditions.join(' and ')} order by document desc limit ${limit}`,
        bindings,
      );
      return found.parse(answer).rows.map(({ document }) => document);
    },
  };
}

const wordOf = (term: Term): string => ('word' in term ? term.word : '');

/** Whether its pairs may all be there without the word. Words are letters and digits: no sign of LIKE is among them. */
const isLong = (term: Term): boolean => pairsOf(wordOf(term)).length > 1;

const queryOf = (expression: Expression): string =>
  expression.map((terms) => `(${terms.map(termQuery).join(' | ')})`).join(' & ');

function termQuery(term: Term): string {
  if ('token' in term) return `'${term.token.slice(0, LONGEST_TOKEN)}'`;
  const pairs = pairsOf(term.word);
  if (pairs.length === 0) return `'${term.word}':*`;
  return `(${[...new Set(pairs)].map((pair) => `'${pair}'`).join(' & ')})`;
}
