import PgBoss from 'pg-boss';
import type { Engine } from '../../src/delivery/engine';
import { executeIn } from '../../src/delivery/queue/execute-in';
import { pgBoss } from '../../src/delivery/queue/pg-boss';
import { openDatabase } from '../../src/open-database';
import { makeDatabase } from '../support/make-database';
import type { BenchRow } from './bench-row';
import { postgresPublishing } from './postgres-publishing';

/** What our queue may cost beside pg-boss by itself, which is handed its jobs in a transaction each, too. */
const GOAL = 1.5;
const MESSAGES = 2_000;
const PLACES = 4;

/** Handing over and handing out deliveries through our queue, against the same messages through bare pg-boss. */
export async function queueBench(): Promise<BenchRow> {
  const bare = await throughPgBoss();
  const ours = await throughOurs();
  return {
    name: '投放队列对比裸 pg-boss',
    ratio: ours / bare,
    goal: GOAL,
    better: 'lower',
    detail: `${MESSAGES} 条，${ours.toFixed(1)} 秒 / ${bare.toFixed(1)} 秒`,
  };
}

async function throughPgBoss(): Promise<number> {
  const { url } = await makeDatabase();
  const boss = new PgBoss({ connectionString: url, max: PLACES, schedule: false });
  await boss.start();
  await boss.createQueue('bare');
  const db = openDatabase(postgresPublishing(url));
  const started = performance.now();
  for (let index = 0; index < MESSAGES; index += 1) {
    await db.transaction((trx) => boss.send('bare', { id: `d${index}` }, { db: executeIn(trx) }));
  }
  for (let done = 0; done < MESSAGES;) {
    const jobs = await boss.fetch('bare', { batchSize: PLACES });
    await boss.complete(
      'bare',
      jobs.map(({ id }) => id),
    );
    done += jobs.length;
  }
  const seconds = (performance.now() - started) / 1_000;
  await db.destroy();
  await boss.stop({ graceful: false, close: true });
  return seconds;
}

async function throughOurs(): Promise<number> {
  const { url } = await makeDatabase();
  const db = openDatabase(postgresPublishing(url));
  const names = () => Promise.resolve(['weibo']);
  const dispatcher = await pgBoss(url, names, () => undefined);
  let taken = 0;
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  // An engine whose work costs nothing: what remains is the queue.
  const engine: Engine = {
    tick: () => Promise.resolve(),
    take: (deliveries) => {
      taken += deliveries.length;
      if (taken >= MESSAGES) finish();
      return Promise.resolve();
    },
    places: () => PLACES,
    whenFree: () => undefined,
    idle: () => Promise.resolve(),
    stop: () => Promise.resolve(true),
    lastTick: () => null,
  };
  const started = performance.now();
  for (let index = 0; index < MESSAGES; index += 1) {
    await db.transaction(async (trx) => {
      await dispatcher.handOver?.(trx, [{ id: `d${index}`, account: 'weibo', at: Date.now() - 1_000 }]);
    });
  }
  const queue = await dispatcher.start(engine, () => undefined);
  await finished;
  const seconds = (performance.now() - started) / 1_000;
  await queue.stop();
  await dispatcher.close();
  await db.destroy();
  return seconds;
}
