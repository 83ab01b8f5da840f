import { z } from 'zod';
import type { EngineParts } from './context';
import { TABLES } from './schema';

/** How often a worker says that it lives, milliseconds. */
const EVERY = 5_000;
/** A worker that has been silent for so long does not work, milliseconds. */
const SILENT = 3 * EVERY;
/** A worker that has been silent for so long is forgotten, milliseconds. */
const FORGOTTEN = 24 * 60 * 60_000;

type Parts = Pick<EngineParts, 'store' | 'now' | 'owner'>;

const lastBeat = new WeakMap<object, number>();

/** Says that this process works. May be called each second; writes now and then. */
export async function beat({ store, now, owner }: Parts): Promise<void> {
  const at = now().getTime();
  if (at - (lastBeat.get(store) ?? 0) < EVERY) return;
  lastBeat.set(store, at);
  await store.db(TABLES.workers).insert({ owner, started_at: at, at }).onConflict('owner').merge({ at });
  await store
    .db(TABLES.workers)
    .where('at', '<', at - FORGOTTEN)
    .delete();
}

/** This process works no more. */
export async function forgetWorker({ store, owner }: Parts): Promise<void> {
  await store.db(TABLES.workers).where({ owner }).delete();
}

/** How many workers have said that they live within the last moments. */
export async function liveWorkers({ store, now }: Pick<Parts, 'store' | 'now'>): Promise<number> {
  const row: unknown = await store
    .db(TABLES.workers)
    .where('at', '>=', now().getTime() - SILENT)
    .count('owner as n')
    .first();
  return z.object({ n: z.coerce.number() }).parse(row).n;
}

/** When any worker last said that it lives, milliseconds UTC; null when there is none. */
export async function newestBeat({ store }: Pick<Parts, 'store'>): Promise<number | null> {
  const row: unknown = await store.db(TABLES.workers).max('at as at').first();
  return z.object({ at: z.coerce.number().nullable() }).parse(row).at;
}
