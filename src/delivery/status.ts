import { z } from 'zod';
import type { EngineParts } from './context';
import { freezeState, type Freeze } from './freeze';
import { accountHealth, type AccountHealth } from './health';
import { TABLES } from './schema';
import { OPEN } from './states';
import { newestBeat } from './workers';

export interface Status {
  /** Open deliveries more than five seconds behind their time. */
  readonly overdue: number;
  /** Age of the oldest open delivery whose time has come, seconds; 0 when there is none. */
  readonly oldestOpenSeconds: number;
  readonly uncertain: number;
  readonly missed: number;
  readonly held: number;
  readonly rejected: number;
  /** A person is to post them. */
  readonly manual: number;
  /** Seconds since any worker last said that it lives, every five of them; null when there is none. */
  readonly tickAgeSeconds: number | null;
  readonly frozen: Freeze | null;
  readonly accounts: readonly AccountHealth[];
}

/** The gauges that tell whether promises are being kept. */
export async function status(parts: EngineParts): Promise<Status> {
  const now = parts.now().getTime();
  const table = () => parts.store.db(TABLES.deliveries);
  const counted: unknown = await table()
    .select('state')
    .count('id as n')
    .whereIn('state', ['uncertain', 'missed', 'held', 'rejected', 'manual'])
    .groupBy('state');
  const counts = new Map(
    z
      .array(z.object({ state: z.string(), n: z.coerce.number() }))
      .parse(counted)
      .map((r) => [r.state, r.n]),
  );
  const open: unknown = await table()
    .whereIn('state', [...OPEN])
    .where('due_at', '<', now - 5_000)
    .count('id as n')
    .min('due_at as oldest')
    .first();
  const late = z.object({ n: z.coerce.number(), oldest: z.coerce.number().nullable() }).parse(open);
  const beat = await newestBeat(parts);
  return {
    overdue: late.n,
    oldestOpenSeconds: late.n > 0 && late.oldest !== null ? Math.floor((now - late.oldest) / 1_000) : 0,
    uncertain: counts.get('uncertain') ?? 0,
    missed: counts.get('missed') ?? 0,
    held: counts.get('held') ?? 0,
    rejected: counts.get('rejected') ?? 0,
    manual: counts.get('manual') ?? 0,
    tickAgeSeconds: beat === null ? null : Math.max(0, Math.round((now - beat) / 1_000)),
    frozen: await freezeState(parts.store),
    accounts: await accountHealth(parts),
  };
}
