import type { Knex } from 'knex';
import { z } from 'zod';
import type { Log } from '../../delivery/context';
import { isPostgres } from '../../delivery/is-postgres';
import { TABLES } from '../../delivery/schema';
import { SEARCH_TABLES } from '../../delivery/search-schema';
import { indexExplainer } from './index-explainer';
import { openIndex } from './open-index';

/** Raised whenever documents are cut into words differently: the index is then made anew. */
const FORMAT = '1';
/** Any number that nobody else uses for an advisory lock in this database. */
const INDEXING = 7_301_002;
/** Explainers in one transaction: nobody else writes to SQLite meanwhile. */
const AT_ONCE = 5;

const due = z.array(z.object({ id: z.coerce.number(), explainer: z.string() }));

/**
 * Keeps the index with what is public on the website. Whatever changes a publication notes its explainer in the same
 * transaction (a trigger does, see `createSearchTables`); here what is noted is read anew from the deliveries and written,
 * and the note taken away, again in one transaction. So nothing is forgotten by a crash, and doing it twice does no harm.
 * @param account name of the website's account
 */
export function createIndexKeeper(db: Knex, account: string, log: Log) {
  /** One process at a time; others that need it wait and find it done. */
  const alone = <T>(work: (trx: Knex) => Promise<T>): Promise<T> =>
    db.transaction(async (trx) => {
      if (isPostgres(db)) await trx.raw('select pg_advisory_xact_lock(?)', [INDEXING]);
      return work(trx);
    });

  async function indexSome(trx: Knex, limit: number): Promise<void> {
    const noted = due.parse(await trx(SEARCH_TABLES.due).orderBy('id').limit(limit));
    for (const explainer of new Set(noted.map((note) => note.explainer))) await indexExplainer(trx, account, explainer);
    await trx(SEARCH_TABLES.due)
      .whereIn(
        'id',
        noted.map(({ id }) => id),
      )
      .delete();
  }

  /** One explainer that cannot be read must not keep the others from being found. It is tried again at the next start. */
  async function skipOne(error: unknown): Promise<void> {
    const [first] = due.parse(await db(SEARCH_TABLES.due).orderBy('id').limit(1));
    if (!first) return;
    log('error', 'an explainer could not be indexed', { explainer: first.explainer, error: String(error) });
    await db(SEARCH_TABLES.due).where({ id: first.id }).delete();
  }

  /**
   * Indexes what is noted.
   * @param most notes at most; what is beyond is left to the next call
   */
  async function catchUp(most = Number.POSITIVE_INFINITY): Promise<void> {
    for (let done = 0; done < most; done += AT_ONCE) {
      // Looked at before anything is locked: nearly always there is nothing.
      if (!(await db(SEARCH_TABLES.due).first('id'))) return;
      await alone((trx) => indexSome(trx, AT_ONCE)).catch(() => alone((trx) => indexSome(trx, 1)).catch(skipOne));
    }
  }

  return {
    catchUp,
    /**
     * Compares the index with the deliveries and notes what differs; all of it where the index has another format. At
     * start: a database that was restored, or changed past the triggers, heals.
     */
    heal: (): Promise<void> =>
      alone(async (trx) => {
        const state: unknown = await trx(SEARCH_TABLES.state).where({ name: 'format' }).first();
        if (z.object({ value: z.literal(FORMAT) }).safeParse(state).success) {
          await noteDifferences(trx, account);
          return;
        }
        await openIndex(trx).clear();
        for (const table of [SEARCH_TABLES.documents, SEARCH_TABLES.shown, SEARCH_TABLES.keywords])
          await trx(table).delete();
        await trx.raw(
          `insert into ${SEARCH_TABLES.due} (explainer)
           select explainer from ${TABLES.deliveries}
           where account = ? and kind = 'publish' and state in ('published', 'withdrawn')
           group by explainer order by min(published_at)`,
          [account],
        );
        await trx(SEARCH_TABLES.state).insert({ name: 'format', value: FORMAT }).onConflict('name').merge();
      }),
    /** Makes the index anew at the next start, or the next `heal`. */
    forget: async (): Promise<void> => {
      await db(SEARCH_TABLES.state).where({ name: 'format' }).delete();
    },
  };
}

export type IndexKeeper = ReturnType<typeof createIndexKeeper>;

/** Explainers that are public and not found as such, or the other way round. */
async function noteDifferences(trx: Knex, account: string): Promise<void> {
  await trx.raw(
    `with live as (
       select d.explainer, d.id from ${TABLES.deliveries} d
       where d.account = ? and d.kind = 'publish' and d.state = 'published' and not exists (
         select 1 from ${TABLES.deliveries} o
         where o.explainer = d.explainer and o.account = d.account and o.kind = 'publish'
           and o.state in ('published', 'withdrawn')
           and (o.published_at > d.published_at or (o.published_at = d.published_at and o.id > d.id))))
     insert into ${SEARCH_TABLES.due} (explainer)
     select live.explainer from live left join ${SEARCH_TABLES.documents} s on s.kind = 'explainer' and s.ref = live.explainer
       where s.source is null or s.source <> live.id
     union
     select s.ref from ${SEARCH_TABLES.documents} s left join live on live.explainer = s.ref
       where s.kind = 'explainer' and live.id is null`,
    [account],
  );
}
