import type { Knex } from 'knex';
import { createStore, type Store } from '../../src/delivery/store';
import { TABLES } from '../../src/delivery/schema';
import type { BenchRow } from './bench-row';
import { openSqlite } from './many-deliveries';

/** How much longer a claim may take when a thousand times as much lies behind. */
const GOAL = 1.2;
const SMALL = 1_000;
const LARGE = 1_000_000;
const OPEN = 400;
const ROUNDS = 30;
const LEASE = 30_000;

/** Looking for due deliveries and claiming them, beside 1,000 and beside 1,000,000 past ones. They take turns. */
export async function claimBench(): Promise<BenchRow> {
  const small = await filled(SMALL);
  const large = await filled(LARGE);
  const times: { small: number[]; large: number[] } = { small: [], large: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.small.push(await claimSome(small.store));
    times.large.push(await claimSome(large.store));
  }
  await Promise.all([small.close(), large.close()]);
  const [one, other] = [median(times.small), median(times.large)];
  return {
    name: '一百万条历史旁的认领，对比一千条',
    ratio: other / one,
    goal: GOAL,
    better: 'lower',
    detail: `${other.toFixed(2)} ms / ${one.toFixed(2)} ms，每轮 10 条`,
  };
}

async function filled(past: number): Promise<{ readonly store: Store; readonly close: () => Promise<void> }> {
  const { db, close } = await openSqlite();
  await insert(db, 'past', past, 'published', null);
  await insert(db, 'open', OPEN, 'ready', 1);
  return { store: createStore(db, () => new Date()), close };
}

/** Rows as the engine leaves them, written by the database itself. */
async function insert(db: Knex, name: string, count: number, state: string, nextAt: number | null): Promise<void> {
  await db.raw(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
     insert into ${TABLES.deliveries}
       (id, plan, explainer, version, account, mode, rendition, due_at, grace, state, slot, next_at, fence, tries, asks, receipt, created_at, updated_at)
     select ? || i, 'p' || i, 'e' || i, 'v' || i, 'weibo', 'publish', 'sha256:0', i, 7200000, ?, ? || i, ?, 1, 0, 0, null, i, i from n`,
    // Knex types bindings without null, which SQLite takes.
    [count, name, state, `${name}:`, nextAt] as Knex.RawBinding[],
  );
}

/** Milliseconds for one look and ten claims. */
async function claimSome(store: Store): Promise<number> {
  const started = performance.now();
  for (const { id } of await store.due(10)) await store.claim(id, 'bench', LEASE);
  return performance.now() - started;
}

/** The first rounds run code that is not compiled yet. */
function median(times: readonly number[]): number {
  const warm = times.slice(ROUNDS / 4).sort((one, other) => one - other);
  return warm[Math.floor(warm.length / 2)] ?? Number.NaN;
}
