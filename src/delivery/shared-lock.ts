import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Io } from '../../publishers/contract';
import type { Log } from './context';
import { createMutex } from './mutex';
import { TABLES } from './schema';

/** Milliseconds. A beat may fail twice before the lease of a living holder ends. */
export interface Times {
  readonly lease: number;
  readonly beat: number;
  readonly poll: number;
}

const TIMES: Times = { lease: 30_000, beat: 10_000, poll: 50 };

/** All of it by the database's clock: the clocks of the processes need not agree. */
const TAKE = `
  insert into ${TABLES.locks} as l (key, owner, until)
  values (:key, :owner, clock_timestamp() + :lease * interval '1 millisecond')
  on conflict (key) do update
    set owner = excluded.owner, until = clock_timestamp() + :lease * interval '1 millisecond'
    where l.until < clock_timestamp()
  returning owner`;
const RENEW = `
  update ${TABLES.locks} set until = clock_timestamp() + :lease * interval '1 millisecond'
  where key = :key and owner = :owner
  returning owner`;

interface Held {
  readonly stillHeld: () => boolean;
  readonly release: () => Promise<void>;
}

/**
 * Runs works that share a key one after another, across all processes that share a PostgreSQL database. A lock is a row
 * with a lease, not a session's advisory lock: it costs no connection while it is held, and whoever is cut off from the
 * database loses it at a time that he can tell by himself. Waiters poll, so they are served in no order.
 *
 * @param owner names this process, for people who look into the table
 */
export function createSharedLock(db: Knex, owner: string, log: Log, times: Times = TIMES): Io['exclusive'] {
  const inThisProcess = createMutex();
  const ask = async (sql: string, holder: string, key: string): Promise<boolean> => {
    const { rows } = await db.raw<{ rows: unknown[] }>(sql, { key, owner: holder, lease: times.lease });
    return rows.length === 1;
  };

  async function take(key: string): Promise<Held> {
    // Of this holding alone: the same process that comes again must not be taken for itself.
    const holder = `${owner}:${randomUUID().slice(0, 8)}`;
    let takenAt = performance.now();
    while (!(await ask(TAKE, holder, key))) {
      await pause(times.poll * (0.5 + Math.random()));
      takenAt = performance.now();
    }
    return hold(key, holder, takenAt);
  }

  /** @param takenAt before the database was asked, so that the lease ends here no later than there */
  function hold(key: string, holder: string, takenAt: number): Held {
    let kept = true;
    let renewedAt = takenAt;
    const stillHeld = () => (kept &&= performance.now() - renewedAt < times.lease);
    const beat = setInterval(() => {
      // Whoever does not believe in it any more must not keep it from the others.
      if (!stillHeld()) {
        clearInterval(beat);
        return;
      }
      const asked = performance.now();
      ask(RENEW, holder, key)
        .then((renewed) => {
          if (renewed && stillHeld()) renewedAt = asked;
          else kept = false;
        })
        .catch((error: unknown) => log('warn', 'could not renew a lock', { key, error: String(error) }));
    }, times.beat);
    const release = async (): Promise<void> => {
      clearInterval(beat);
      if (!stillHeld()) log('warn', 'a lock was lost while it was used', { key });
      await db(TABLES.locks)
        .where({ key, owner: holder })
        .delete()
        .catch((error: unknown) => log('warn', 'could not release a lock', { key, error: String(error) }));
    };
    return { stillHeld, release };
  }

  return (key, work) =>
    inThisProcess(key, async () => {
      const { stillHeld, release } = await take(key);
      try {
        return await work(stillHeld);
      } finally {
        await release();
      }
    });
}
