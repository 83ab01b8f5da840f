import { z } from 'zod';
import { createEngine, PER_ACCOUNT } from '../../src/delivery/engine';
import { TABLES } from '../../src/delivery/schema';
import type { BenchRow } from './bench-row';
import { LATENCY, openBench, planMany, type Bench } from './many-deliveries';

/** Beside the time that latency and the account's places allow at best. */
const GOAL = 1.5;
const AHEAD = 200_000;

const sent = z.array(z.object({ intent_at: z.number(), published_at: z.number() }));

export const deliver1000Bench = (): Promise<BenchRow> => deliver(1_000);
export const deliver10000Bench = (): Promise<BenchRow> => deliver(10_000);

/** So many posts due at one instant, prepared ahead, through the real channel against a platform of 50 ms a call. */
async function deliver(count: number): Promise<BenchRow> {
  const bench = await openBench();
  try {
    const engine = createEngine(bench.parts);
    const due = Math.ceil((Date.now() + AHEAD) / 1_000) * 1_000;
    await planMany(bench, count, due);
    // Everything is ready before its second comes.
    await engine.tick();
    await engine.idle();
    bench.turn(due - bench.parts.now().getTime());

    await engine.tick();
    const rows = await allSent(bench, count);
    await engine.stop(1_000);
    const last = Math.max(...rows.map((row) => row.published_at));
    const seconds = (last - due) / 1_000;
    const late = (share: number): string =>
      (((rows[Math.min(count - 1, Math.floor(count * share))]?.intent_at ?? 0) - due) / 1_000).toFixed(1);
    const best = (count * LATENCY) / 1_000 / PER_ACCOUNT;
    return {
      name: `${count} 条同时到点，对比延迟和并发允许的最短时间`,
      ratio: seconds / best,
      goal: GOAL,
      better: 'lower',
      detail: `${(count / seconds).toFixed(0)} 条/秒，迟到 p50 ${late(0.5)} 秒、p99 ${late(0.99)} 秒`,
    };
  } finally {
    await bench.close();
  }
}

/**
 * Waits for the last one, and not until nothing is left to do: a minute after each publication the engine reads back
 * what the public sees, which would be measured too.
 */
async function allSent({ db }: Bench, count: number) {
  for (;;) {
    await new Promise((wake) => setTimeout(wake, 1_000));
    const found: unknown = await db(TABLES.deliveries).where({ state: 'published' }).count('id as n').first();
    if (z.object({ n: z.number() }).parse(found).n < count) continue;
    const rows: unknown = await db(TABLES.deliveries).select('intent_at', 'published_at').orderBy('intent_at');
    return sent.parse(rows);
  }
}
