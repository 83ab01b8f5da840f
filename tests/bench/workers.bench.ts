import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { assembleDelivery } from '../../src/delivery/assemble';
import { TABLES } from '../../src/delivery/schema';
import { openDatabase } from '../../src/open-database';
import { makeDatabase } from '../support/make-database';
import type { BenchRow } from './bench-row';
import { openPlatform, planMany } from './many-deliveries';
import { postgresPublishing } from './postgres-publishing';

const GOAL = 1.7;
const DELIVERIES = 2_000;
/** Until they are due: time enough to prepare all of them. Milliseconds. */
const AHEAD = 60_000;

const counted = z.object({ n: z.coerce.number(), last: z.coerce.number().nullable() });

/** The same posts at one instant by one worker and by two, each a process of its own, on PostgreSQL and pg-boss. */
export async function workersBench(): Promise<BenchRow> {
  const one = await seconds(1);
  const two = await seconds(2);
  return {
    name: '两个投放进程对比一个',
    ratio: one / two,
    goal: GOAL,
    better: 'higher',
    detail: `${DELIVERIES} 条，${one.toFixed(1)} 秒 / ${two.toFixed(1)} 秒`,
  };
}

/** From the second in which they are due until the last was sent. */
async function seconds(workers: number): Promise<number> {
  const database = await makeDatabase();
  const platform = await openPlatform();
  const publishing = postgresPublishing(database.url);
  const db = openDatabase(publishing);
  const running: ChildProcess[] = [];
  const delivering = await assembleDelivery(db, publishing, () => undefined);
  try {
    await delivering.accounts.define([
      {
        name: 'weibo',
        publisher: 'weibo',
        title: '微博',
        settings: { domain: 'www.yunlan.gov.cn', uid: '1404376560', perHour: 1_000_000, perDay: 1_000_000 },
        connection: {
          apiBaseUrl: platform.url,
          accessToken: '2.00sandboxtoken',
          uid: '1404376560',
          rip: '203.0.113.7',
        },
        origin: 'system',
      },
    ]);
    for (let count = 0; count < workers; count += 1) running.push(await startWorker(database.url));
    const due = Math.ceil((delivering.parts.now().getTime() + AHEAD) / 1_000) * 1_000;
    await planMany({ db, parts: delivering.parts }, DELIVERIES, due);
    for (;;) {
      const row: unknown = await db(TABLES.deliveries)
        .where({ state: 'published' })
        .count('id as n')
        .max('intent_at as last')
        .first();
      const { n, last } = counted.parse(row);
      if (n === DELIVERIES && last !== null) return (last - due) / 1_000;
      await new Promise((wake) => setTimeout(wake, 200));
    }
  } finally {
    for (const worker of running) worker.kill('SIGKILL');
    await delivering.close();
    await db.destroy();
    await platform.close();
  }
}

async function startWorker(url: string): Promise<ChildProcess> {
  const child = fork(join(__dirname, 'deliver-process.js'), [url], { execArgv: [] });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', () => reject(new Error('a worker could not start')));
  });
  return child;
}
