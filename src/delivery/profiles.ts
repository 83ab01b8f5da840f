import { z } from 'zod';
import type { Account, Mode, Problem, Profile } from '../../publishers/contract';
import { problem } from '../../publishers/problems';
import { createIo, type ConnectedAccount, type EngineParts } from './context';
import { tellOnce, type Notice } from './notices';
import { TABLES } from './schema';
import type { Store } from './store';

/** How often an account is asked by itself what it may do, milliseconds: each question counts as a call. */
const EVERY = 24 * 60 * 60_000;
/** The same after a question that brought nothing. */
const AGAIN = 30 * 60_000;

const profileSchema = z.object({
  capabilities: z.array(
    z.object({
      name: z.enum(['draft', 'publish', 'mass', 'comments', 'statistics']),
      title: z.string(),
      may: z.boolean().nullable(),
    }),
  ),
  calls: z.array(z.object({ title: z.string(), limit: z.number(), remain: z.number() })),
}) satisfies z.ZodType<Profile>;

/** What an account may do, and when its platform said so: milliseconds UTC. */
export interface KnownProfile extends Profile {
  readonly askedAt: number;
}

const row = z.object({ account: z.string(), profile: z.string(), asked_at: z.coerce.number() });

/** What is known of the accounts, by name. */
export async function knownProfiles(store: Pick<Store, 'db'>): Promise<ReadonlyMap<string, KnownProfile>> {
  const rows: unknown = await store.db(TABLES.profiles).whereNotNull('profile');
  return new Map(
    z
      .array(row)
      .parse(rows)
      .map((r) => [r.account, { ...profileSchema.parse(JSON.parse(r.profile)), askedAt: r.asked_at }]),
  );
}

/**
 * Whether people have to post what is planned for the account: only where its platform has said that it may not do so
 * by interface. Nothing known means that it is tried.
 */
export const isByHand = (known: Profile | undefined, mode: Mode): boolean =>
  known?.capabilities.some(({ name, may }) => name === mode && may === false) ?? false;

/** Asks one account now. A question that brings nothing leaves what was known. @returns why it brought nothing */
export async function askProfile(parts: EngineParts, connected: ConnectedAccount): Promise<Problem | null> {
  const { account } = connected;
  const publisher = parts.publishers.get(account.publisher);
  if (!publisher?.profile) return null;
  const io = createIo(parts, connected, () => undefined);
  const answer = await publisher.profile(account, io).catch((error: unknown): Problem => {
    parts.log('warn', 'account could not be asked what it may do', { account: account.name, error: String(error) });
    return problem('delivery.unreachable', { platform: publisher.title });
  });
  const at = parts.now().getTime();
  const found = 'capabilities' in answer;
  const notice = found ? changeOf(account, (await knownProfiles(parts.store)).get(account.name), answer, at) : null;
  const changes = found
    ? { profile: JSON.stringify(answer), asked_at: at, next_ask: at + EVERY }
    : { next_ask: at + AGAIN };
  await parts.store.db.transaction(async (trx) => {
    await trx(TABLES.profiles)
      .insert({ account: account.name, profile: null, asked_at: null, ...changes })
      .onConflict('account')
      .merge(changes);
    if (notice) await tellOnce(trx, notice, at);
  });
  return found ? null : answer;
}

/** Who plans has to know when an account may not publish any more, or may again: a certificate ends without a word. */
function changeOf(account: Account, before: Profile | undefined, after: Profile, at: number): Notice | null {
  const [was, is] = [isByHand(before, 'publish'), isByHand(after, 'publish')];
  if (!before || was === is) return null;
  return {
    occasion: `profile:${account.name}:${at}`,
    kind: 'account',
    text: is
      ? `“${account.title}”现在不能由系统发布，可能认证已到期。之后的投放到时间会备好草稿，由人发表。请到平台后台核对认证。`
      : `“${account.title}”现在可以由系统发布了。正在等人发布的稿件可以重试，由系统发出。`,
    delivery: null,
    explainer: null,
  };
}

/** A refusal has shown that what is known may not be true any more: asked at the next look. */
export async function askSoon(store: Pick<Store, 'db'>, account: string, now: Date): Promise<void> {
  await store.db(TABLES.profiles).where({ account }).update({ next_ask: now.getTime() });
}

/** Asks the accounts whose turn it is; one process asks, the others find it done. */
export async function askDueProfiles(parts: EngineParts): Promise<void> {
  for (const connected of await parts.accounts()) {
    const { name, publisher } = connected.account;
    if (parts.publishers.get(publisher)?.profile && (await takeTurn(parts, name))) await askProfile(parts, connected);
  }
}

async function takeTurn(parts: EngineParts, account: string): Promise<boolean> {
  const at = parts.now().getTime();
  const table = () => parts.store.db(TABLES.profiles);
  await table().insert({ account, next_ask: 0 }).onConflict('account').ignore();
  const taken = await table()
    .where({ account })
    .where('next_ask', '<=', at)
    .update({ next_ask: at + AGAIN });
  return taken === 1;
}
