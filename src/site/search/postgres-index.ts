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

/**
 * How many of the newest documents are asked first, and how many of those make a word common. Left to choose, the server
 * reads the words of every document where it had only to sort what the index knows: it does not reckon with what
 * unpacking them costs.
 */
const PROBE = { newest: 150, common: 30 } as const;
/** What is common is soon met on the way from the newest on; the rest is taken from the index and sorted. */
const WAYS = {
  common: 'set local enable_seqscan = off; set local enable_bitmapscan = off',
  rare: 'set local enable_seqscan = off',
} as const;

const found = z.object({ rows: z.array(z.object({ document: z.coerce.number() })) });
const probed = z.object({ rows: z.array(z.object({ met: z.coerce.number() })) });

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
      const all = `select document from ${TABLE[where]} where ${conditions.join(' and ')}`;
      const newestFirst = `order by document desc limit ${limit}`;
      const answer: unknown = await db.transaction(async (trx): Promise<unknown> => {
        const common = await isCommon(trx, expression, where);
        await trx.raw(common ? WAYS.common : WAYS.rare);
        return common
          ? trx.raw(`${all} ${newestFirst}`, bindings)
          : trx.raw(`with met as materialized (${all}) select document from met ${newestFirst}`, bindings);
      });
      return found.parse(answer).rows.map(({ document }) => document);
    },
  };
}

async function isCommon(db: Knex, expression: Expression, where: Where): Promise<boolean> {
  const answer: unknown = await db.raw(
    `select count(*) filter (where words @@ ?::tsquery) as met
     from (select words from ${TABLE[where]} order by document desc limit ${PROBE.newest}) as newest`,
    [queryOf(expression)],
  );
  return (probed.parse(answer).rows[0]?.met ?? 0) >= PROBE.common;
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
