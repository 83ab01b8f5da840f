import { z } from 'zod';
import type { Problem } from '../../publishers/contract';
import { problem } from '../../publishers/problems';
import { createIo, type EngineParts } from './context';
import { problemSchema } from './delivery';
import { TABLES } from './schema';

export interface AccountHealth {
  readonly name: string;
  readonly healthy: boolean;
  readonly problem: Problem | null;
}

/** Asks every account whether it could publish, read-only, and keeps the answers. Never throws. */
export async function checkHealth(parts: EngineParts): Promise<void> {
  for (const connected of await parts.accounts()) {
    const { account } = connected;
    const publisher = parts.publishers.get(account.publisher);
    if (!publisher) continue;
    const verdict = await publisher
      .verify(
        account,
        createIo(parts, connected, () => undefined),
      )
      .catch((error: unknown) => {
        parts.log('warn', 'account could not be checked', { account: account.name, error: String(error) });
        return { healthy: false, problem: problem('delivery.unreachable', { platform: publisher.title }) };
      });
    await parts.store
      .db(TABLES.health)
      .insert({
        account: account.name,
        healthy: verdict.healthy,
        problem: verdict.problem ? JSON.stringify(verdict.problem) : null,
        at: parts.now().getTime(),
      })
      .onConflict('account')
      .merge();
  }
}

/** How often accounts are checked, milliseconds: platforms count these calls too. */
const CHECK_EVERY = 10 * 60_000;

/** Checks the accounts now and then. @returns how to stop */
export function watchHealth(parts: EngineParts): () => void {
  const check = () =>
    void checkHealth(parts).catch((error: unknown) =>
      parts.log('error', 'health check failed', { error: String(error) }),
    );
  const first = setTimeout(check, 5_000);
  const timer = setInterval(check, CHECK_EVERY);
  timer.unref();
  first.unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}

const row = z.object({ account: z.string(), healthy: z.coerce.boolean(), problem: z.string().nullable() });

/** What the last check found. An account that was never checked counts as healthy. */
export async function accountHealth(parts: Pick<EngineParts, 'store' | 'accounts'>): Promise<readonly AccountHealth[]> {
  const rows: unknown = await parts.store.db(TABLES.health);
  const known = new Map(
    z
      .array(row)
      .parse(rows)
      .map((r) => [r.account, r]),
  );
  return (await parts.accounts()).map(({ account }) => {
    const found = known.get(account.name);
    return {
      name: account.name,
      healthy: found?.healthy ?? true,
      problem: found?.problem ? problemSchema.parse(JSON.parse(found.problem)) : null,
    };
  });
}
