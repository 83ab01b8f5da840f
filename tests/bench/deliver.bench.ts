import { createEngine, PER_ACCOUNT } from '../../src/delivery/engine';
import { TABLES } from '../../src/delivery/schema';
import type { BenchRow } from './bench-row';
import { LATENCY, openBench, planMany } from './many-deliveries';

/** Beside the time that latency and the account's places allow at best. */
const GOAL = 1.5;
const AHEAD = 200_000;

interface Sent {
  readonly intent_at: number;
}

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

    const started = performance.now();
    await engine.tick();
    await engine.idle();
    const seconds = (performance.now() - started) / 1_000;

    const rows: Sent[] = await bench
      .db(TABLES.deliveries)
      .where({ state: 'published' })
      .select('intent_at')
      .orderBy('intent_at');
    if (rows.length !== count) throw new Error(`only ${rows.length} of ${count} were published`);
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
