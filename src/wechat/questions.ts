import type { Knex } from 'knex';
import { z } from 'zod';
import { TABLES } from '../delivery/schema';
import { bareWords, searchWords } from '../site/search/search-words';

const HOUR = 60 * 60_000;
/** How long questions are kept, milliseconds. */
const KEPT = 366 * 24 * HOUR;
const MAX_WORDS_LENGTH = 100;

interface Question {
  readonly account: string;
  /** Masked: see `maskText`. */
  readonly text: string;
  /** What it was answered with; null where there was nothing. */
  readonly explainer: string | null;
  /** Whether that contains what was asked for, or was only the nearest. */
  readonly fits: boolean;
}

const asked = z
  .object({
    words: z.string(),
    example: z.string(),
    times: z.coerce.number(),
    hour: z.coerce.number(),
    fitting: z.string().nullable(),
    nearest: z.string().nullable(),
  })
  .transform(({ hour, fitting, nearest, ...rest }) => ({
    ...rest,
    lastAskedAt: new Date(hour).toISOString(),
    explainer: fitting ?? nearest,
    fits: fitting !== null,
  }));

/** Questions with the same words, counted. `lastAskedAt` is the beginning of an hour. */
export type Asked = z.output<typeof asked>;

/** Keeps what was asked. @param at milliseconds UTC; only its hour is kept */
export async function keepQuestion(db: Knex, { account, text, explainer, fits }: Question, at: number): Promise<void> {
  if (text === '') return;
  const words = searchWords(text);
  const bare = bareWords(words);
  const key = (bare.length > 0 ? bare : words).join(' ') || text;
  await db(TABLES.questions).insert({
    account,
    hour: at - (at % HOUR),
    words: Array.from(key).slice(0, MAX_WORDS_LENGTH).join(''),
    text,
    explainer,
    fits: fits ? 1 : 0,
  });
}

/** What was asked since then: first what nothing fitted, then the most frequent. @param since milliseconds UTC */
export async function askedQuestions(db: Knex, since: number, limit: number): Promise<readonly Asked[]> {
  const rows: unknown = await db(TABLES.questions)
    .select('words')
    .max({ example: 'text', hour: 'hour', nearest: 'explainer' })
    .max({ fitting: db.raw('case when fits = 1 then explainer end') })
    .count({ times: 'id' })
    .where('hour', '>=', since)
    .groupBy('words')
    .orderByRaw('max(fits), count(id) desc, max(hour) desc, words')
    .limit(limit);
  return z.array(asked).parse(rows);
}

export async function forgetOldQuestions(db: Knex, now: number): Promise<void> {
  await db(TABLES.questions)
    .where('hour', '<', now - KEPT)
    .delete();
}
