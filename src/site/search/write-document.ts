import type { Knex } from 'knex';
import { z } from 'zod';
import { CHINA_OFFSET } from '../../../publishers/china-offset';
import { fold } from '../../../publishers/website/folded';
import { SEARCH_TABLES } from '../../delivery/search-schema';
import { categoryToken, EXPLAINER_TOKEN, formToken, yearToken } from './filters';
import { openIndex } from './open-index';
import type { SearchDocument, Words } from './search-index';

/** Documents of one millisecond that are told apart. Milliseconds times this stay below 2^53. */
const PER_MOMENT = 4_096;
const MAX_KEYWORD = 60;
const MAX_KEYWORDS = 40;

const idRow = z.object({ id: z.coerce.number() });

/** The number of a known document; null when there is none. */
async function numberOf(trx: Knex, kind: string, ref: string): Promise<number | null> {
  const row: unknown = await trx(SEARCH_TABLES.documents).select('id').where({ kind, ref }).first();
  return row ? idRow.parse(row).id : null;
}

/** Makes a document findable, in place of what was there of it. Within a transaction. */
export async function writeDocument(trx: Knex, document: SearchDocument): Promise<void> {
  await removeDocument(trx, document.kind, document.ref);
  const id = await freeNumber(trx, document.moment);
  const year = new Date(document.moment + CHINA_OFFSET).getUTCFullYear();
  await trx(SEARCH_TABLES.documents).insert({
    id,
    kind: document.kind,
    ref: document.ref,
    source: document.source,
    head: [document.title, document.summary, document.keywords.join(' ')].map(line).join('\n'),
    form: document.form,
    category: document.category,
    year,
    moment: document.moment,
    as_of: document.asOf,
    in_force: document.inForce,
    expires_on: document.expiresOn,
  });
  const { title, summary, text } = document;
  await trx(SEARCH_TABLES.shown).insert({ document: id, title, summary, text });
  const keywords = [...new Set(document.keywords.map(fold))].filter(
    ({ length }) => length > 1 && length <= MAX_KEYWORD,
  );
  for (const word of keywords.slice(0, MAX_KEYWORDS)) {
    await trx(SEARCH_TABLES.keywords).insert({ word, document: id });
  }
  await openIndex(trx).put(id, wordsOf(document, year));
}

export async function removeDocument(trx: Knex, kind: SearchDocument['kind'], ref: string): Promise<void> {
  const id = await numberOf(trx, kind, ref);
  if (id === null) return;
  await trx(SEARCH_TABLES.documents).where({ id }).delete();
  for (const table of [SEARCH_TABLES.keywords, SEARCH_TABLES.shown]) await trx(table).where({ document: id }).delete();
  await openIndex(trx).remove(id);
}

function wordsOf(document: SearchDocument, year: number): { readonly title: Words; readonly anywhere: Words } {
  const { kind, title, summary, keywords, form, category, text, numbers } = document;
  const about = [
    formToken(form),
    categoryToken(category),
    yearToken(year),
    ...(kind === 'explainer' ? [EXPLAINER_TOKEN] : []),
  ];
  const head = [title, ...keywords].join('\n');
  return {
    title: { text: head, tokens: [...about, ...numbers.own] },
    anywhere: {
      text: [head, summary, text].join('\n'),
      tokens: [...new Set([...about, ...numbers.own, ...numbers.named])],
    },
  };
}

/** The first number of its moment that nobody has. */
async function freeNumber(trx: Knex, moment: number): Promise<number> {
  const first = Math.max(0, moment) * PER_MOMENT;
  const taken: unknown = await trx(SEARCH_TABLES.documents)
    .whereBetween('id', [first, first + PER_MOMENT - 1])
    .max({ id: 'id' })
    .first();
  const { id } = z.object({ id: z.coerce.number().nullable() }).parse(taken);
  return id === null ? first : id + 1;
}

const line = (text: string): string => fold(text).replace(/\s+/g, ' ');
