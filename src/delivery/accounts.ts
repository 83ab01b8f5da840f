import type { Knex } from 'knex';
import { z } from 'zod';
import type { Json } from '../../publishers/contract';
import type { ConnectedAccount } from './context';
import { TABLES } from './schema';
import type { Seal } from './seal';

/** An account as the environment or the admin defines it. */
export interface AccountDefinition {
  readonly name: string;
  readonly publisher: string;
  readonly title: string;
  readonly settings: Json;
  readonly connection: Readonly<Record<string, string>>;
  /** `system` always exists, `environment` comes from variables, `sandbox` only while the mode is sandbox. */
  readonly origin: 'system' | 'environment' | 'sandbox' | 'admin';
}

const row = z.object({
  name: z.string(),
  publisher: z.string(),
  title: z.string(),
  settings: z.string(),
  connection: z.string(),
});

/** The accounts in the database: what the environment defines is made or updated at the start. */
export function createAccounts(db: Knex, seal: Seal, siteUrl: string) {
  let known: readonly ConnectedAccount[] | null = null;

  return {
    /** Writes the definitions and removes sandbox accounts that are not among them, so that live mode never meets one. */
    define: async (definitions: readonly AccountDefinition[]): Promise<void> => {
      await db.transaction(async (trx) => {
        await trx(TABLES.accounts)
          .where({ origin: 'sandbox' })
          .whereNotIn(
            'name',
            definitions.map((d) => d.name),
          )
          .delete();
        for (const [position, d] of definitions.entries()) {
          await trx(TABLES.accounts)
            .insert({
              name: d.name,
              publisher: d.publisher,
              title: d.title,
              settings: JSON.stringify(d.settings),
              connection: seal.close(JSON.stringify(d.connection)),
              origin: d.origin,
              position,
            })
            .onConflict('name')
            .merge();
        }
      });
      known = null;
    },
    all: async (): Promise<readonly ConnectedAccount[]> => {
      if (known) return known;
      const rows: unknown = await db(TABLES.accounts).orderBy('position').orderBy('name');
      known = z
        .array(row)
        .parse(rows)
        .map((r): ConnectedAccount => ({
          account: {
            name: r.name,
            publisher: r.publisher,
            title: r.title,
            siteUrl,
            settings: z.json().parse(JSON.parse(r.settings)),
          },
          connection: z.record(z.string(), z.string()).parse(JSON.parse(seal.open(r.connection))),
        }));
      return known;
    },
  };
}
