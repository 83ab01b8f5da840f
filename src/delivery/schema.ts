import type { Knex } from 'knex';
import { isPostgres } from './is-postgres';
import { createSearchTables } from './search-schema';

/**
 * The engine's own tables. Strapi's schema sync leaves tables alone that it never made, so they live beside its own
 * in one database. Instants are whole milliseconds since 1970 in UTC; JSON is text, alike on SQLite and PostgreSQL.
 */
export const TABLES = {
  accounts: 'mb_accounts',
  versions: 'mb_versions',
  renditions: 'mb_renditions',
  plans: 'mb_plans',
  deliveries: 'mb_deliveries',
  attempts: 'mb_attempts',
  notices: 'mb_notices',
  freezes: 'mb_freezes',
  health: 'mb_health',
  cache: 'mb_cache',
  idempotency: 'mb_idempotency',
  audit: 'mb_audit',
  spends: 'mb_spends',
  workers: 'mb_workers',
  locks: 'mb_locks',
  pushes: 'mb_pushes',
  questions: 'mb_questions',
  wechatArticles: 'mb_wechat_articles',
  comments: 'mb_comments',
  statistics: 'mb_statistics',
  insightTurns: 'mb_insight_turns',
  profiles: 'mb_profiles',
  feedback: 'mb_feedback',
  allowances: 'mb_allowances',
} as const;

/** Each entry runs once, in order; an entry is never edited after a release, a new one is added. */
const MIGRATIONS: readonly ((db: Knex) => Promise<void>)[] = [
  async (db) => {
    await db.schema.createTable(TABLES.accounts, (t) => {
      t.string('name', 64).primary();
      t.string('publisher', 32).notNullable();
      t.string('title', 120).notNullable();
      t.text('settings').notNullable();
      // Sealed: addresses and credentials are never at rest in the clear.
      t.text('connection').notNullable();
      t.string('origin', 16).notNullable();
      t.integer('position').notNullable();
    });
    await db.schema.createTable(TABLES.versions, (t) => {
      t.string('id', 32).primary();
      t.string('explainer', 64).notNullable();
      t.integer('number').notNullable();
      t.string('hash', 80).notNullable();
      t.text('content').notNullable();
      t.bigInteger('signed_at').notNullable();
      t.string('signed_by').notNullable();
      t.unique(['explainer', 'number']);
    });
    await db.schema.createTable(TABLES.renditions, (t) => {
      t.string('hash', 80).primary();
      t.string('version', 32).notNullable();
      t.string('account', 64).notNullable();
      t.text('body').notNullable();
      t.bigInteger('created_at').notNullable();
    });
    await db.schema.createTable(TABLES.plans, (t) => {
      t.string('id', 32).primary();
      t.string('explainer', 64).notNullable();
      t.string('version', 32).notNullable();
      t.string('created_by').notNullable();
      t.bigInteger('created_at').notNullable();
    });
    await db.schema.createTable(TABLES.deliveries, (t) => {
      t.string('id', 32).primary();
      t.string('plan', 32).notNullable();
      t.string('explainer', 64).notNullable().index();
      t.string('version', 32).notNullable();
      t.string('account', 64).notNullable();
      t.string('mode', 16).notNullable();
      t.string('rendition', 80).notNullable();
      t.bigInteger('due_at').notNullable();
      t.bigInteger('grace').notNullable();
      t.string('state', 16).notNullable();
      t.string('depends_on', 32).nullable().index();
      // One live delivery per version, account and mode; null once it is cancelled or withdrawn.
      t.string('slot', 160).nullable().unique();
      // When the engine looks at it again; null = never by itself. Past deliveries have null, so that the claim's
      // index holds open work only and claiming costs the same however long the history grows.
      t.bigInteger('next_at').nullable();
      t.string('lease_owner', 64).nullable();
      t.bigInteger('lease_until').nullable();
      t.integer('fence').notNullable().defaultTo(0);
      t.text('done').nullable();
      t.text('prepared').nullable();
      t.bigInteger('intent_at').nullable();
      t.text('answer').nullable();
      t.bigInteger('pending_since').nullable();
      t.integer('tries').notNullable().defaultTo(0);
      t.integer('asks').notNullable().defaultTo(0);
      t.text('receipt').nullable();
      t.text('problem').nullable();
      t.string('hold_by', 16).nullable();
      t.text('hold_reason').nullable();
      t.bigInteger('published_at').nullable();
      t.bigInteger('created_at').notNullable();
      t.bigInteger('updated_at').notNullable();
      t.index(['state', 'due_at']);
    });
    await db.raw(`create index mb_deliveries_next on ${TABLES.deliveries} (next_at) where next_at is not null`);
    await db.schema.createTable(TABLES.attempts, (t) => {
      t.bigIncrements('id');
      t.string('delivery', 32).notNullable().index();
      t.bigInteger('at').notNullable();
      t.string('step', 16).notNullable();
      t.string('outcome', 32).notNullable();
      t.text('problem').nullable();
      t.text('exchanges').nullable();
      t.integer('fence').notNullable();
      t.string('owner', 64).notNullable();
    });
    await db.schema.createTable(TABLES.notices, (t) => {
      t.string('id', 32).primary();
      // The same occasion never tells people twice.
      t.string('occasion', 160).notNullable().unique();
      t.string('kind', 32).notNullable();
      t.text('text').notNullable();
      t.string('delivery', 32).nullable();
      t.string('explainer', 64).nullable();
      t.bigInteger('at').notNullable();
      t.bigInteger('read_at').nullable();
    });
    await db.schema.createTable(TABLES.freezes, (t) => {
      t.string('account', 64).primary();
      t.text('reason').notNullable();
      t.string('frozen_by').notNullable();
      t.bigInteger('since').notNullable();
    });
    await db.schema.createTable(TABLES.health, (t) => {
      t.string('account', 64).primary();
      t.boolean('healthy').notNullable();
      t.text('problem').nullable();
      t.bigInteger('at').notNullable();
    });
    await db.schema.createTable(TABLES.cache, (t) => {
      t.string('key', 200).primary();
      t.text('value').notNullable();
      t.bigInteger('expires_at').notNullable();
    });
    await db.schema.createTable(TABLES.idempotency, (t) => {
      t.string('key', 255).primary();
      t.string('request', 80).notNullable();
      t.integer('status').nullable();
      t.text('body').nullable();
      t.bigInteger('at').notNullable();
    });
    await db.schema.createTable(TABLES.audit, (t) => {
      t.bigIncrements('id');
      t.bigInteger('at').notNullable();
      t.string('who').notNullable();
      t.string('action', 64).notNullable();
      t.string('subject', 80).notNullable();
      t.text('facts').nullable();
    });
  },
  async (db) => {
    await db.schema.alterTable(TABLES.deliveries, (t) => {
      // `withdraw` takes back what `target` published, for `reason`.
      t.string('kind', 16).notNullable().defaultTo('publish');
      t.string('target', 32).nullable().index();
      t.text('reason').nullable();
      // Milliseconds after the receipt of the delivery that this one depends on.
      t.bigInteger('after_delay').notNullable().defaultTo(0);
      // Its time is counted from that receipt, whenever it comes.
      t.boolean('follows').notNullable().defaultTo(false);
      // What becomes of it when that delivery fails for good: `hold` or `cancel`.
      t.string('otherwise', 16).notNullable().defaultTo('hold');
      // Why it could not go out in its second; null while nothing has kept it.
      t.string('late_cause', 80).nullable();
      // Finding those of an account that stand before it in the line.
      t.index(['account', 'due_at']);
    });
    // One row for each use of a quota, written with the intent.
    await db.schema.createTable(TABLES.spends, (t) => {
      t.string('delivery', 32).primary();
      t.string('account', 64).notNullable();
      t.string('mode', 16).notNullable();
      t.bigInteger('at').notNullable();
      t.index(['account', 'at']);
    });
    await db.schema.createTable(TABLES.workers, (t) => {
      t.string('owner', 64).primary();
      t.bigInteger('started_at').notNullable();
      t.bigInteger('at').notNullable();
    });
    await db.schema.alterTable(TABLES.health, (t) => {
      // Since when the account's deliveries are held back; null while they go out.
      t.bigInteger('open_since').nullable();
      t.bigInteger('next_check').notNullable().defaultTo(0);
      // Checks in a row that found it ill.
      t.integer('ill').notNullable().defaultTo(0);
    });
  },
  async (db) => {
    await db.schema.createTable(TABLES.locks, (t) => {
      t.string('key', 200).primary();
      t.string('owner', 160).notNullable();
      // Not our milliseconds: the database's clock alone sets and compares it.
      t.timestamp('until').notNullable();
    });
  },
  async (db) => {
    // What a platform has pushed to us, by keyed hashes, so that no copy of it is acted on. Deleted after a day.
    await db.schema.createTable(TABLES.pushes, (t) => {
      t.string('key', 64).primary();
      t.bigInteger('at').notNullable().index();
    });
    // What people ask, and nothing of who asked.
    await db.schema.createTable(TABLES.questions, (t) => {
      t.bigIncrements('id');
      t.string('account', 64).notNullable();
      // The beginning of the hour: a minute could be laid beside a platform's own log.
      t.bigInteger('hour').notNullable().index();
      t.string('words', 200).notNullable();
      t.string('text', 200).notNullable();
      // What it was answered with; null where there was nothing.
      t.string('explainer', 64).nullable();
      // 1 = it contains what was asked for, 0 = it was only the nearest.
      t.integer('fits').notNullable();
    });
  },
  async (db) => {
    // What readers make of an article is asked for by the number that the platform gave it.
    await db.schema.createTable(TABLES.wechatArticles, (t) => {
      t.string('delivery', 32).primary();
      t.string('account', 64).notNullable();
      t.string('explainer', 64).notNullable().index();
      t.text('title').notNullable();
      t.text('url').nullable();
      t.string('message', 32).nullable();
      t.bigInteger('published_at').notNullable();
      t.boolean('comments_open').notNullable();
      t.integer('comments_total').nullable();
      t.bigInteger('looked_at').nullable();
      t.text('problem').nullable();
      t.index(['account', 'published_at']);
    });
    await db.schema.createTable(TABLES.comments, (t) => {
      t.string('id', 32).primary();
      t.string('delivery', 32).notNullable();
      t.string('number', 32).notNullable();
      // A keyed hash of the platform's name for the reader; null once nobody needs it any more.
      t.string('author', 32).nullable();
      t.text('content').notNullable();
      t.bigInteger('written_at').notNullable();
      t.boolean('elected').notNullable();
      t.text('reply').nullable();
      t.bigInteger('replied_at').nullable();
      t.bigInteger('gone_at').nullable();
      t.bigInteger('seen_at').notNullable();
      t.unique(['delivery', 'number']);
    });
    await db.schema.createTable(TABLES.statistics, (t) => {
      t.string('delivery', 32).notNullable();
      // In China, `2026-11-23`.
      t.string('day', 10).notNullable();
      t.text('totals').notNullable();
      t.primary(['delivery', 'day']);
    });
    await db.schema.createTable(TABLES.insightTurns, (t) => {
      t.string('account', 64).notNullable();
      t.string('task', 16).notNullable();
      t.bigInteger('next_at').notNullable();
      t.bigInteger('last_at').nullable();
      // The day in China whose calls `used` counts.
      t.string('day', 10).notNullable();
      t.integer('used').notNullable();
      t.text('problem').nullable();
      t.primary(['account', 'task']);
    });
  },
  async (db) => {
    await db.schema.alterTable(TABLES.accounts, (t) => {
      // What staff chose in the admin, JSON; `settings` is the environment's and written anew at each start.
      t.text('chosen').nullable();
      // Last day of the platform's certificate as staff entered it, `2027-03-31`.
      t.string('certified_until', 10).nullable();
    });
    // What the platform says that an account may do, and when it was asked.
    await db.schema.createTable(TABLES.profiles, (t) => {
      t.string('account', 64).primary();
      t.text('profile').nullable();
      t.bigInteger('asked_at').nullable();
      t.bigInteger('next_ask').notNullable();
    });
  },
  async (db) => {
    // Whether explainers on the site helped their readers, and nothing of who they are.
    await db.schema.createTable(TABLES.feedback, (t) => {
      t.bigIncrements('id');
      t.string('explainer', 64).notNullable().index();
      // The beginning of the hour: a minute could be laid beside a web server's log.
      t.bigInteger('hour').notNullable().index();
      // 1 = it helped, 0 = it did not.
      t.integer('helpful').notNullable();
      // Masked; null for the tap that is counted.
      t.string('sentence', 200).nullable();
    });
  },
  createSearchTables,
  async (db) => {
    // How often people have asked for something that costs calls of a platform.
    await db.schema.createTable(TABLES.allowances, (t) => {
      t.string('key', 160).primary();
      t.bigInteger('since').notNullable();
      t.integer('used').notNullable();
    });
  },
  async (db) => {
    await db.schema.alterTable(TABLES.deliveries, (t) => {
      // What readers find where a withdrawal took something back, JSON; null = a note with the reason.
      t.text('removal').nullable();
    });
  },
  async (db) => {
    // Every move of a delivery settles what staff were told of it.
    await db.schema.alterTable(TABLES.notices, (t) => {
      t.index(['delivery']);
    });
  },
];

/** Any number that nobody else uses for an advisory lock in this database. */
const MIGRATING = 7_301_001;

/** Brings the tables up to date, all or nothing. Safe to call at every start, by several processes at once. */
export async function migrate(db: Knex): Promise<void> {
  await db.transaction(async (trx) => {
    if (isPostgres(db)) {
      // A large table takes longer to change than any query may; and whoever waits here waits for that.
      await trx.raw('set local statement_timeout = 0');
      await trx.raw('select pg_advisory_xact_lock(?)', [MIGRATING]);
    }
    if (!(await trx.schema.hasTable('mb_schema'))) {
      await trx.schema.createTable('mb_schema', (t) => {
        t.integer('version').primary();
        t.bigInteger('at').notNullable();
      });
    }
    const applied: unknown[] = await trx('mb_schema').select('version');
    for (const [index, migration] of MIGRATIONS.entries()) {
      if (index < applied.length) continue;
      await migration(trx);
      await trx('mb_schema').insert({ version: index + 1, at: Date.now() });
    }
  });
}
