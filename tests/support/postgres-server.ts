import { fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const KEEPER = join(__dirname, '../../scripts/lib/keep-postgres.mjs');
const answer = z.object({ url: z.string() });
let own: Promise<string> | null = null;

/**
 * The address of the PostgreSQL server for tests, of its database `postgres`: the one that `npm test` has started,
 * else one that is started for this file of tests and gone when jest is.
 */
export function postgresServer(): Promise<string> {
  const given = process.env['MINGBAI_TEST_POSTGRES'];
  own ??= given ? Promise.resolve(given) : startOwn();
  return own;
}

async function startOwn(): Promise<string> {
  const keeper = fork(KEEPER, { detached: true, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const said = await new Promise<unknown>((resolve) => {
    keeper.once('message', resolve);
    keeper.once('exit', resolve);
  });
  keeper.unref();
  keeper.channel?.unref();
  const started = answer.safeParse(said);
  if (!started.success) throw new Error(`PostgreSQL did not start: ${JSON.stringify(said)}`);
  return started.data.url;
}
