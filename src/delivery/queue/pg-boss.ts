import PgBoss from 'pg-boss';
import { z } from 'zod';
import type { Log } from '../context';
import type { Engine } from '../engine';
import type { DueDelivery } from '../store/claims';
import type { HandOver } from '../store/hand-over';
import { executeIn } from './execute-in';
import type { Dispatcher, Queue } from './queue';

/** How often each account's queue is asked, milliseconds. */
const POLL = 500;
/**
 * A message comes this much after its delivery's time, milliseconds: one that came a moment too early, by clocks that
 * differ by less, would find nothing to do, and the delivery would wait for the sweep.
 */
const MARGIN = 100;
/** How often the deliveries themselves are asked, in case a message was lost. Milliseconds. */
const SWEEP = 5_000;
/** A message that nobody finished was taken by a process that died; the sweep has long found its delivery. Seconds. */
const EXPIRES = 120;

/** Strapi makes the driver that it shares with pg-boss leave JSON as text; in a process without it, it is parsed. */
const message = z.preprocess(
  (data) => (typeof data === 'string' ? (JSON.parse(data) as unknown) : data),
  z.object({ id: z.string() }),
);
const queueOf = (account: string): string => `delivery-${account}`;

/**
 * pg-boss hands out deliveries over any number of processes on any number of machines. A message says "look at this
 * one now" and no more: the claim in the deliveries' own table decides who works on it, so a message that is lost,
 * late or doubled costs nothing.
 * @param url of the database, `postgres://…`
 */
export async function pgBoss(url: string, accounts: () => Promise<readonly string[]>, log: Log): Promise<Dispatcher> {
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    schedule: false,
    archiveCompletedAfterSeconds: 60,
    deleteAfterHours: 24,
  });
  boss.on('error', (error) => log('error', 'the queue is in trouble', { error: String(error) }));
  await boss.start();
  const made = new Set<string>();
  /** A message for a queue that does not exist would be dropped in silence. */
  async function makeQueuesOf(names: readonly string[]): Promise<void> {
    for (const account of names) {
      if (made.has(account)) continue;
      await boss.createQueue(queueOf(account), { name: queueOf(account), retryLimit: 0, expireInSeconds: EXPIRES });
      made.add(account);
    }
  }
  const makeQueues = async (): Promise<void> => makeQueuesOf(await accounts());
  await makeQueues();

  const handOver: HandOver = async (trx, handed) => {
    // An account may be younger than the last sweep.
    await makeQueuesOf(handed.map(({ account }) => account));
    const jobs = handed.map(({ id, account, at }) => ({
      name: queueOf(account),
      data: { id },
      startAfter: new Date(at + MARGIN).toISOString(),
    }));
    if (jobs.length > 0) await boss.insert(jobs, { db: executeIn(trx) });
  };

  return {
    handOver,
    start: async (engine) => startQueue(boss, engine, accounts, makeQueues, log),
    close: () => boss.stop({ graceful: false, close: true }),
  };
}

async function startQueue(
  boss: PgBoss,
  engine: Engine,
  accounts: () => Promise<readonly string[]>,
  makeQueues: () => Promise<void>,
  log: Log,
): Promise<Queue> {
  let stopped = false;
  const fetching = new Set<string>();
  /** Accounts of which a place became free while they were being fetched for: they must not wait for the next poll. */
  const again = new Set<string>();

  async function fetch(account: string): Promise<void> {
    if (fetching.has(account)) {
      again.add(account);
      return;
    }
    fetching.add(account);
    try {
      do {
        again.delete(account);
        await fetchOnce(account);
      } while (again.has(account) && !stopped);
    } finally {
      fetching.delete(account);
    }
  }

  async function fetchOnce(account: string): Promise<void> {
    const places = engine.places(account);
    if (stopped || places === 0) return;
    const jobs = await boss.fetch(queueOf(account), { batchSize: places });
    if (jobs.length === 0) return;
    // A message that is done with before its delivery was taken is a lost one at worst: the sweep finds the delivery.
    await Promise.all([
      engine.take(jobs.map(({ data }): DueDelivery => ({ id: message.parse(data).id, account }))),
      boss.complete(
        queueOf(account),
        jobs.map(({ id }) => id),
      ),
    ]);
    // There may be more, and they may not have found anything to do.
    if (engine.places(account) > 0) again.add(account);
  }

  const complain = (error: unknown): void => log('error', 'work could not be fetched', { error: String(error) });
  const poll = setInterval(() => {
    accounts()
      .then((all) => Promise.all(all.map(fetch)))
      .catch(complain);
  }, POLL);
  const sweep = setInterval(() => {
    makeQueues()
      .then(() => engine.tick(SWEEP))
      .catch(complain);
  }, SWEEP);
  // What became due while nobody was there is found at once.
  await engine.tick();
  return {
    stop: () => {
      stopped = true;
      clearInterval(poll);
      clearInterval(sweep);
      return Promise.resolve();
    },
    free: (account) => void fetch(account).catch(complain),
  };
}
