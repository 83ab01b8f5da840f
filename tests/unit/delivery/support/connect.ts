import knex, { type Knex } from 'knex';

/** A connection to a database of tests: a `postgres://` URL, or the path of a file. Two are as two processes would be. */
export const connect = (address: string): Knex =>
  address.startsWith('postgres://')
    ? knex({ client: 'pg', connection: address, pool: { min: 0, max: 10 } })
    : knex({
        client: 'better-sqlite3',
        connection: { filename: address },
        useNullAsDefault: true,
        pool: {
          min: 1,
          max: 1,
          afterCreate: (raw: { pragma: (text: string) => unknown }, done: (error: null, raw: unknown) => void) => {
            raw.pragma('busy_timeout = 20000');
            // Tests end processes, never the machine.
            raw.pragma('synchronous = off');
            done(null, raw);
          },
        },
      });
