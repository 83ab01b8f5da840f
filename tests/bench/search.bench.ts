import knex from 'knex';
import type { Knex } from 'knex';
import type { Account } from '../../publishers/contract';
import { isPostgres } from '../../src/delivery/is-postgres';
import { migrate } from '../../src/delivery/schema';
import { answerSearch } from '../../src/site/search/answer-search';
import { writeDocument } from '../../src/site/search/write-document';
import { makeDatabase } from '../support/make-database';
import type { BenchRow } from './bench-row';
import { COMMON, generatedDocuments, randomFrom } from './generated-documents';
import { openSqlite } from './many-deliveries';
import { SYNONYM_GROUPS } from '../../src/site/search/synonyms';

/** How much longer a search may take among a hundred times as much. */
const GOAL = 3;
const SMALL = 1_000;
const LARGE = 100_000;
const SEED = 27;
const QUESTIONS = 400;
/** Documents in one transaction. */
const BATCH = 500;
const NOW = new Date('2026-11-26T01:00:00Z');
/** No document changed its standing since it was published: looking for notes that are not there costs the same. */
const NO_STATE = { site: '/nowhere', state: '/nowhere' };

const website: Account = {
  name: 'website',
  publisher: 'website',
  title: '网站',
  siteUrl: 'https://x.example',
  settings: {},
};

const DATABASES = { SQLite: openSqlite, PostgreSQL: openPostgres } as const;

/**
 * A reader's search, from the question to the page, among 1,000 and among 100,000 explainers and documents: the same
 * questions by turns, of every kind, words that stand in most of the texts among them.
 */
export async function searchBench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [name, open] of Object.entries(DATABASES)) rows.push(...(await measure(name, open)));
  return rows;
}

interface Opened {
  readonly db: Knex;
  readonly close: () => Promise<void>;
}

async function measure(name: string, open: () => Promise<Opened>): Promise<BenchRow[]> {
  const small = await filled(open, SMALL);
  const large = await filled(open, LARGE);
  const times: { small: number[]; large: number[] } = { small: [], large: [] };
  for (const params of questions()) {
    times.small.push(await milliseconds(small.db, params));
    times.large.push(await milliseconds(large.db, params));
  }
  await Promise.all([small.close(), large.close()]);
  // The first questions run code that is not compiled yet.
  const [few, many] = [sorted(times.small.slice(QUESTIONS / 4)), sorted(times.large.slice(QUESTIONS / 4))];
  return [50, 95].map((percent) => ({
    name: `${name}：十万条里查找对比一千条，p${percent}`,
    ratio: at(many, percent) / at(few, percent),
    goal: GOAL,
    better: 'lower',
    detail: `${at(many, percent).toFixed(1)} ms / ${at(few, percent).toFixed(1)} ms，最慢 ${at(many, 100).toFixed(0)} ms`,
  }));
}

/** Empty, with the tables of the engine. */
async function openPostgres(): Promise<Opened> {
  const { url, drop } = await makeDatabase();
  const db = knex({ client: 'pg', connection: url, pool: { min: 1, max: 1 } });
  await migrate(db);
  return {
    db,
    close: async () => {
      await db.destroy();
      await drop();
    },
  };
}

async function filled(open: () => Promise<Opened>, count: number): Promise<Opened> {
  const { db, close } = await open();
  await db.raw(isPostgres(db) ? 'set synchronous_commit = off' : 'pragma synchronous = off');
  const documents = generatedDocuments(count, SEED);
  for (let done = 0; done < count; done += BATCH) {
    await db.transaction(async (trx) => {
      for (let index = 0; index < BATCH; index += 1) {
        const next = documents.next();
        if (next.done !== true) await writeDocument(trx, next.value);
      }
    });
  }
  // As the database does by itself, some time after so much was written.
  await db.raw('analyze');
  return { db, close };
}

/** What readers type: a word, several, a sentence, a number, a slip of the pen, a filter, a later page. */
function* questions(): Generator<URLSearchParams> {
  const random = randomFrom(SEED + 1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T; // never empty
  const term = (): string => pick(pick(SYNONYM_GROUPS));
  const kinds: readonly (() => Record<string, string>)[] = [
    () => ({ q: pick(COMMON) }),
    () => ({ q: `${pick(COMMON)} ${pick(COMMON)}` }),
    () => ({ q: term() }),
    () => ({ q: `${term()} ${pick(COMMON)}` }),
    () => ({ q: `${term()}${term()}怎么${pick(COMMON)}` }),
    () => ({ q: `请问${term()}有没有${term()}吗` }),
    () => ({ q: `云澜政办发${2016 + Math.floor(random() * 11)} ${1 + Math.floor(random() * 400)}` }),
    () => ({ q: `${term().slice(0, 2)}鑫${term().slice(-2)}` }),
    () => ({ q: pick(COMMON), category: 'housing', form: 'video' }),
    () => ({ q: term(), sort: 'newest', page: '2' }),
  ];
  for (let index = 0; index < QUESTIONS; index += 1) yield new URLSearchParams(pick(kinds)());
}

async function milliseconds(db: Knex, params: URLSearchParams): Promise<number> {
  const started = performance.now();
  await answerSearch(db, website, NO_STATE, params, NOW);
  return performance.now() - started;
}

const sorted = (times: readonly number[]): readonly number[] => [...times].sort((one, other) => one - other);

const at = (times: readonly number[], percent: number): number =>
  times[Math.min(times.length - 1, Math.floor((times.length * percent) / 100))] ?? Number.NaN;
