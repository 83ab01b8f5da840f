import type { Knex } from 'knex';
import { isPostgres } from '../../delivery/is-postgres';
import { postgresIndex } from './postgres-index';
import type { SearchIndex } from './search-index';
import { sqliteIndex } from './sqlite-index';

/** @param db the database, or a transaction in it */
export const openIndex = (db: Knex): SearchIndex => (isPostgres(db) ? postgresIndex(db) : sqliteIndex(db));
