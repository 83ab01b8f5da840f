import { z } from 'zod';
import type { Problem, Verdict } from '../../publishers/contract';
import { problem } from '../../publishers/problems';
import { recoverAccount, tripAccount } from './account-breaker';
import { createIo, type ConnectedAccount, type EngineParts } from './context';
import { problemSchema } from './delivery';
import { REACTIONS } from './reactions';
import { backoff } from './run/backoff';
import { TABLES } from './schema';

export interface AccountHealth {
  readonly name: string;
  readonly healthy: boolean;
  readonly problem: Problem | null;
  /** Since when its deliveries are held back; null while they go out. */
  readonly heldSince: string | null;
}

/** How often a well account is asked, milliseconds: platforms count these calls too. */
const EVERY = 10 * 60_000;
/** While one process asks, no other does, milliseconds. */
const ASKING = 60_000;

/**
 * Asks the accounts that are due for it whether they could publish, read-only. An explicit refusal of the account
 * itself holds its deliveries; trouble on the way does not, it only shows. Never throws for an account.
 * @param all asks every account, due or not
 */
export async function checkHealth(parts: EngineParts, all = false): Promise<void> {
  for (const connected of await parts.accounts()) {
    if (all || (await takeTurn(parts, connected.account.name))) await checkAccount(parts, connected);
  }
}

/** True for one of the processes that find an account due. */
async function takeTurn(parts: EngineParts, account: string): Promise<boolean> {
  const at = parts.now().getTime();
  const table = () => parts.store.db(TABLES.health);
  await table()
    .insert({ account, healthy: true, problem: null, at: 0, next_check: 0, ill: 0 })
    .onConflict('account')
    .ignore();
  const taken = await table()
    .where({ account })
    .where('next_check', '<=', at)
    .update({ next_check: at + ASKING });
  return taken === 1;
}

/** Asks one account now, and draws the consequences. */
export async function checkAccount(parts: EngineParts, connected: ConnectedAccount): Promise<void> {
  const { account } = connected;
  const publisher = parts.publishers.get(account.publisher);
  if (!publisher) return;
  const io = createIo(parts, connected, () => undefined);
  const verdict = await publisher.verify(account, io).catch((error: unknown): Verdict => {
    parts.log('warn', 'account could not be checked', { account: account.name, error: String(error) });
    return { healthy: false, problem: problem('delivery.unreachable', { platform: publisher.title }) };
  });
  const at = parts.now().getTime();
  const before = await known(parts);
  const ill = verdict.healthy ? 0 : (before.get(account.name)?.ill ?? 0) + 1;
  const finding = {
    healthy: verdict.healthy,
    problem: verdict.problem ? JSON.stringify(verdict.problem) : null,
    at,
    ill,
    next_check: at + (verdict.healthy ? EVERY : Math.min(EVERY, backoff(account.name, ill + 2))),
  };
  const isHeld = before.get(account.name)?.open_since !== null && before.has(account.name);
  // While it is held, the reason stays that of the refusal: silence now does not take it back.
  const kept =
    isHeld && !verdict.healthy && !isRefusal(verdict) ? { at, ill, next_check: finding.next_check } : finding;
  await parts.store
    .db(TABLES.health)
    .insert({ account: account.name, ...finding })
    .onConflict('account')
    .merge(kept);
  if (isRefusal(verdict)) await tripAccount(parts, account, verdict.problem);
  else if (verdict.healthy && isHeld) await recoverAccount(parts.store, account.name, at);
}

const isRefusal = (verdict: Verdict): verdict is { healthy: false; problem: Problem } =>
  !verdict.healthy && verdict.problem !== null && REACTIONS[verdict.problem.kind] === 'account';

const row = z.object({
  account: z.string(),
  healthy: z.coerce.boolean(),
  problem: z.string().nullable(),
  open_since: z.coerce.number().nullable(),
  ill: z.coerce.number(),
});

async function known(parts: Pick<EngineParts, 'store'>): Promise<ReadonlyMap<string, z.infer<typeof row>>> {
  const rows: unknown = await parts.store.db(TABLES.health);
  return new Map(
    z
      .array(row)
      .parse(rows)
      .map((r) => [r.account, r]),
  );
}

/** What the last check found. An account that was never checked counts as healthy. */
export async function accountHealth(parts: Pick<EngineParts, 'store' | 'accounts'>): Promise<readonly AccountHealth[]> {
  const found = await known(parts);
  return (await parts.accounts()).map(({ account: { name } }) => {
    const one = found.get(name);
    return {
      name,
      healthy: one?.healthy ?? true,
      problem: one?.problem ? problemSchema.parse(JSON.parse(one.problem)) : null,
      heldSince: one?.open_since ? new Date(one.open_since).toISOString() : null,
    };
  });
}
