import type { Knex } from 'knex';
import { z } from 'zod';
import { TABLES } from '../delivery/schema';

const HOUR = 60 * 60_000;
/** How long answers are kept, milliseconds. */
const KEPT = 366 * 24 * HOUR;

interface Answer {
  readonly explainer: string;
  readonly helpful: boolean;
  /** Masked: see `maskText`. null for the tap alone; a sentence comes after a tap and is not counted once more. */
  readonly sentence: string | null;
}

const tally = z.object({
  explainer: z.string(),
  helpful: z.coerce.number(),
  unhelpful: z.coerce.number(),
  sentences: z.coerce.number(),
});
type Tally = z.infer<typeof tally>;

const said = z
  .object({ helpful: z.coerce.number(), sentence: z.string(), hour: z.coerce.number() })
  .transform(({ helpful, sentence, hour }) => ({
    helpful: helpful === 1,
    sentence,
    /** The beginning of an hour. */
    at: new Date(hour).toISOString(),
  }));
type Said = z.output<typeof said>;

/** Keeps an answer. @param at milliseconds UTC; only its hour is kept */
export async function keepAnswer(db: Knex, { explainer, helpful, sentence }: Answer, at: number): Promise<void> {
  await db(TABLES.feedback).insert({ explainer, hour: at - (at % HOUR), helpful: helpful ? 1 : 0, sentence });
}

/** How often each explainer was called helpful and not within the last year: first what helped least. */
export async function tallies(db: Knex, limit: number, explainer?: string): Promise<readonly Tally[]> {
  const taps = (helpful: 0 | 1) => `sum(case when sentence is null and helpful = ${String(helpful)} then 1 else 0 end)`;
  const rows: unknown = await db(TABLES.feedback)
    .select('explainer')
    .select(db.raw(`${taps(1)} as helpful, ${taps(0)} as unhelpful`))
    .count({ sentences: 'sentence' })
    .where(explainer === undefined ? {} : { explainer })
    .groupBy('explainer')
    .orderByRaw(`${taps(0)} desc, count(id) desc, explainer`)
    .limit(limit);
  return z.array(tally).parse(rows);
}

/** What readers wrote, the newest first. */
export async function sentencesOn(db: Knex, explainer: string, limit: number): Promise<readonly Said[]> {
  const rows: unknown = await db(TABLES.feedback)
    .select('helpful', 'sentence', 'hour')
    .where({ explainer })
    .whereNotNull('sentence')
    .orderBy('id', 'desc')
    .limit(limit);
  return z.array(said).parse(rows);
}

export async function forgetOldAnswers(db: Knex, now: number): Promise<void> {
  await db(TABLES.feedback)
    .where('hour', '<', now - KEPT)
    .delete();
}
