import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex from 'knex';
import { migrate } from '../../../../src/delivery/schema';
import { postgresServer } from '../../../support/postgres-server';
import { connect } from './connect';

const TEMPLATE = 'migrated';
const UNFINISHED = 'migrating';
/** Any number that nobody else uses for an advisory lock in the server's own database. */
const MAKING = 7_301_002;

let file: Promise<Buffer> | null = null;
let template: Promise<string> | null = null;

/*
 * Making the tables takes longer than most tests of the engine: they are made once and copied.
 */

/** The bytes of an SQLite database with the engine's tables, empty. */
export function migratedFile(): Promise<Buffer> {
  file ??= makeFile();
  return file;
}

/** The name of a PostgreSQL database with them, for `create database … template`; made by whoever comes first. */
export function migratedTemplate(): Promise<string> {
  template ??= makeTemplate();
  return template;
}

async function makeFile(): Promise<Buffer> {
  const directory = await mkdtemp(join(tmpdir(), 'mingbai-migrated-'));
  try {
    const path = join(directory, 'data.db');
    const db = connect(path);
    await db.raw('pragma journal_mode = wal');
    await migrate(db);
    // Closing brings what is in the log into the file.
    await db.destroy();
    return await readFile(path);
  } finally {
    await rm(directory, { recursive: true });
  }
}

async function makeTemplate(): Promise<string> {
  const server = await postgresServer();
  const admin = knex({ client: 'pg', connection: server, pool: { min: 0, max: 1 } });
  try {
    // Of this one session: a database cannot be created within a transaction. Closing it gives the lock back.
    await admin.raw('select pg_advisory_lock(?)', [MAKING]);
    const made: unknown = await admin('pg_database').where({ datname: TEMPLATE }).first('datname');
    if (made) return TEMPLATE;
    await admin.raw(`drop database if exists ${UNFINISHED}`);
    await admin.raw(`create database ${UNFINISHED}`);
    const db = connect(server.replace(/postgres$/, UNFINISHED));
    await migrate(db).finally(() => db.destroy());
    await admin.raw(`alter database ${UNFINISHED} rename to ${TEMPLATE}`);
    // Nobody, not even the server's own housekeeping, may be connected to what is being copied.
    await admin.raw(`alter database ${TEMPLATE} allow_connections false`);
    return TEMPLATE;
  } finally {
    await admin.destroy();
  }
}
