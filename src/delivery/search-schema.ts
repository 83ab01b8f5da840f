import type { Knex } from 'knex';
import { isPostgres } from './is-postgres';

/**
 * Tables of the site's search. Their rows are made from versions and deliveries and can be made again at any time.
 * `mb_search_due` names the explainers whose publication has changed since; the database itself writes it, in the
 * transaction of the change, so that no process and no way of publishing can forget to.
 */
export const SEARCH_TABLES = {
  documents: 'mb_search_documents',
  shown: 'mb_search_shown',
  keywords: 'mb_search_keywords',
  due: 'mb_search_due',
  state: 'mb_search_state',
  /** FTS5 on SQLite, tsvector on PostgreSQL. */
  titles: 'mb_search_titles',
  texts: 'mb_search_texts',
} as const;

export async function createSearchTables(db: Knex): Promise<void> {
  await db.schema.createTable(SEARCH_TABLES.documents, (t) => {
    // Rises with the moment, so that the newest are found first without sorting. Below 2^53.
    t.bigInteger('id').primary();
    t.string('kind', 16).notNullable();
    t.string('ref', 128).notNullable();
    t.string('source', 32).notNullable();
    // Folded title, summary and keywords, a line each: what relevance is reckoned from.
    t.text('head').notNullable();
    t.string('form', 16).notNullable();
    t.string('category', 32).notNullable();
    t.integer('year').notNullable();
    t.bigInteger('moment').notNullable();
    t.bigInteger('as_of').notNullable();
    t.boolean('in_force').notNullable();
    t.string('expires_on', 10).nullable();
    t.unique(['kind', 'ref']);
  });
  // Apart, because hundreds of the rows above are read for each search, and ten of these.
  await db.schema.createTable(SEARCH_TABLES.shown, (t) => {
    t.bigInteger('document').primary();
    t.text('title').notNullable();
    t.text('summary').notNullable();
    t.text('text').notNullable();
  });
  await db.schema.createTable(SEARCH_TABLES.keywords, (t) => {
    t.string('word', 64).notNullable();
    t.bigInteger('document').notNullable().index();
    t.primary(['word', 'document']);
  });
  await db.schema.createTable(SEARCH_TABLES.due, (t) => {
    t.bigIncrements('id');
    t.string('explainer', 64).notNullable();
  });
  await db.schema.createTable(SEARCH_TABLES.state, (t) => {
    t.string('name', 32).primary();
    t.string('value', 64).notNullable();
  });
  for (const statement of isPostgres(db) ? POSTGRES : SQLITE) await db.raw(statement);
}

/** Publications on WeChat and Weibo do not concern the site. An account that nobody knows counts as the site. */
const CONCERNS_THE_SITE = `new.kind = 'publish' and not exists
  (select 1 from mb_accounts a where a.name = new.account and a.publisher <> 'website')`;

const SQLITE: readonly string[] = [
  // Tokens are made by us. `ascii` splits at ASCII signs only, so that it leaves every one of them whole; `unicode61` would
  // drop the rarer Han characters, which it does not know.
  `create virtual table ${SEARCH_TABLES.titles} using fts5(words, content='', contentless_delete=1, tokenize='ascii')`,
  `create virtual table ${SEARCH_TABLES.texts} using fts5(words, content='', contentless_delete=1, tokenize='ascii')`,
  `create trigger mb_search_note after update of state, published_at on mb_deliveries
   when (new.state in ('published', 'withdrawn') or old.state in ('published', 'withdrawn'))
     and (new.state <> old.state or new.published_at is not old.published_at) and ${CONCERNS_THE_SITE}
   begin insert into ${SEARCH_TABLES.due} (explainer) values (new.explainer); end`,
];

const POSTGRES: readonly string[] = [
  ...[SEARCH_TABLES.titles, SEARCH_TABLES.texts].flatMap((table) => [
    `create table ${table} (document bigint primary key, words tsvector not null, folded text not null)`,
    `create index ${table}_words on ${table} using gin (words)`,
  ]),
  `create function mb_search_note() returns trigger language plpgsql as $$
   begin
     if ${CONCERNS_THE_SITE} then insert into ${SEARCH_TABLES.due} (explainer) values (new.explainer); end if;
     return null;
   end $$`,
  `create trigger mb_search_note after update of state, published_at on mb_deliveries for each row
   when ((new.state in ('published', 'withdrawn') or old.state in ('published', 'withdrawn'))
     and (new.state <> old.state or new.published_at is distinct from old.published_at))
   execute function mb_search_note()`,
];
