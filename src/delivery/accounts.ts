import type { Knex } from 'knex';
import { z } from 'zod';
import type { Json } from '../../publishers/contract';
import type { ConnectedAccount } from './context';
import { TABLES } from './schema';
import type { Seal } from './seal';

/** `system` always exists, `environment` comes from variables, `sandbox` only while the mode is sandbox, `admin` from staff. */
export const ORIGINS = ['system', 'environment', 'sandbox', 'admin'] as const;
export type Origin = (typeof ORIGINS)[number];

/** Addresses and credentials by name; never rendered, logged or given back. */
export type Connection = Readonly<Record<string, string>>;

/** An account as the environment or the admin defines it. */
export interface AccountDefinition {
  readonly name: string;
  readonly publisher: string;
  readonly title: string;
  readonly settings: Json;
  readonly connection: Connection;
  readonly origin: Origin;
}

/** An account as it is kept. */
export interface StoredAccount extends AccountDefinition {
  /** What staff have chosen in the admin; wins over `settings`, which the environment writes anew at each start. */
  readonly chosen: Readonly<Record<string, Json>>;
  /** Last day of the platform's certificate (认证), `2027-03-31`; null where nobody has entered it. */
  readonly certifiedUntil: string | null;
}

/** What follows from the mode and is the same for every account that staff add. */
export interface Reach {
  readonly siteUrl: string;
  /** By publisher: the platform's own hosts, or those of the sandbox. */
  readonly hosts: Readonly<Record<string, Connection>>;
}

const settings = z.record(z.string(), z.json());
const row = z
  .object({
    name: z.string(),
    publisher: z.string(),
    title: z.string(),
    settings: z.string(),
    connection: z.string(),
    origin: z.enum(ORIGINS),
    chosen: z.string().nullable(),
    certified_until: z.string().nullable(),
  })
  .transform(({ certified_until: certifiedUntil, ...r }) => ({ ...r, certifiedUntil }));

/**
 * How long a process believes the list that it has read, milliseconds: other processes define, change and remove
 * accounts too, and each look at what is due asks for the list.
 */
const BELIEVED = 5_000;
/** Accounts of staff stand behind those that are always there. */
const OWN_POSITION = 100;

/**
 * The accounts in the database: what the environment defines is made or updated at the start, what staff add comes and
 * goes. A change shows at once in the process that made it, and within `BELIEVED` in all others.
 */
export function createAccounts(db: Knex, seal: Seal, { siteUrl, hosts }: Reach, now: () => Date) {
  let known: {
    readonly accounts: readonly StoredAccount[];
    /** The same as publishers get them, made once: every run of a delivery asks. */
    readonly connected: readonly ConnectedAccount[];
    readonly at: number;
  } | null = null;

  async function read() {
    const at = now().getTime();
    // A clock that was turned back must not make an old list last.
    if (known && Math.abs(at - known.at) < BELIEVED) return known;
    const rows: unknown = await db(TABLES.accounts).orderBy('position').orderBy('name');
    const accounts = z
      .array(row)
      .parse(rows)
      .map((r): StoredAccount => ({
        ...r,
        settings: z.json().parse(JSON.parse(r.settings)),
        connection: z.record(z.string(), z.string()).parse(JSON.parse(seal.open(r.connection))),
        chosen: r.chosen === null ? {} : settings.parse(JSON.parse(r.chosen)),
      }));
    known = { accounts, connected: accounts.map(connectedOf), at };
    return known;
  }

  const connectedOf = (a: StoredAccount): ConnectedAccount => ({
    account: { name: a.name, publisher: a.publisher, title: a.title, siteUrl, settings: effective(a) },
    connection: a.origin === 'admin' ? { ...a.connection, ...hosts[a.publisher] } : a.connection,
  });

  /** What the environment and the admin both write. */
  const columns = (d: AccountDefinition) => ({
    name: d.name,
    publisher: d.publisher,
    title: d.title,
    settings: JSON.stringify(d.settings),
    connection: seal.close(JSON.stringify(d.connection)),
    origin: d.origin,
  });

  return {
    stored: async (): Promise<readonly StoredAccount[]> => (await read()).accounts,
    /** Writes the definitions and removes sandbox accounts that are not among them, so that live mode never meets one. */
    define: async (definitions: readonly AccountDefinition[]): Promise<void> => {
      const names = definitions.map((d) => d.name);
      await db.transaction(async (trx) => {
        await trx(TABLES.accounts).where({ origin: 'sandbox' }).whereNotIn('name', names).delete();
        for (const [position, d] of definitions.entries()) {
          const put = trx(TABLES.accounts)
            .insert({ ...columns(d), position })
            .onConflict('name')
            .merge();
          // A rehearsal must not cost staff the credentials that they have entered.
          if (d.origin === 'sandbox') void put.where(`${TABLES.accounts}.origin`, '<>', 'admin');
          await put;
        }
      });
      known = null;
    },
    /** Adds or changes an account for staff. */
    keep: async (account: StoredAccount): Promise<void> => {
      const chosen = JSON.stringify(account.chosen);
      const kept = { ...columns(account), chosen, certified_until: account.certifiedUntil };
      await db(TABLES.accounts)
        .insert({ ...kept, position: OWN_POSITION })
        .onConflict('name')
        .merge(kept);
      known = null;
    },
    /** Takes an account away, with what is known about it, within the transaction of whoever asks. */
    remove: async (trx: Knex, name: string): Promise<void> => {
      await trx(TABLES.accounts).where({ name }).delete();
      for (const table of [TABLES.health, TABLES.profiles, TABLES.freezes])
        await trx(table).where({ account: name }).delete();
      known = null;
    },
    all: async (): Promise<readonly ConnectedAccount[]> => (await read()).connected,
  };
}
export type Accounts = ReturnType<typeof createAccounts>;

/** Settings as publishers get them. */
const effective = ({ settings: given, chosen }: StoredAccount): Json => ({
  ...settings.safeParse(given).data,
  ...chosen,
});
