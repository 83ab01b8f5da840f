import { randomBytes } from 'node:crypto';
import knex from 'knex';
import { postgresServer } from './postgres-server';

/** A PostgreSQL database of one test. */
export interface PostgresDatabase {
  readonly url: string;
  /** Removes it, cutting whoever is still connected. */
  readonly drop: () => Promise<void>;
}

/** @param template name of the database of which it is a copy; by default it is empty */
export async function makeDatabase(template = 'template1'): Promise<PostgresDatabase> {
  const server = await postgresServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await tell(server, `create database ${name} template ${template}`);
  return {
    url: server.replace(/postgres$/, name),
    drop: () => tell(server, `drop database ${name} with (force)`),
  };
}

async function tell(server: string, statement: string): Promise<void> {
  const db = knex({ client: 'pg', connection: server, pool: { min: 0, max: 1 } });
  try {
    await db.raw(statement);
  } finally {
    await db.destroy();
  }
}
