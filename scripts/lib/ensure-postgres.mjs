import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { refusal } from './refusal.mjs';

const KEEPER = fileURLToPath(new URL('./keep-postgres.mjs', import.meta.url));

/**
 * A PostgreSQL server for tests, started now and gone when this process is.
 * @returns {Promise<string>} the address of its database `postgres`
 * @throws a refusal when it does not start
 */
export async function ensurePostgres() {
  // Out of the terminal's process group: Ctrl-C must not end the server before those who use it.
  const keeper = fork(KEEPER, { detached: true, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const answer = await new Promise((resolve) => {
    keeper.once('message', resolve);
    keeper.once('exit', () => resolve({ problem: '' }));
  });
  keeper.unref();
  keeper.channel?.unref();
  if (!answer.url)
    throw refusal('测试用的 PostgreSQL 没有启动。请检查临时目录是否可写、磁盘是否已满。', answer.problem);
  return answer.url;
}
