import { clearPostgres } from './clear-postgres.mjs';
import { postgresServer } from './postgres-server.mjs';

/*
 * A program: keeps a PostgreSQL server for as long as its parent lives and says to it over IPC where it is. A parent
 * that is killed cannot stop anything, so it is its silence that ends the server.
 */
const parentGone = new Promise((resolve) => {
  process.once('disconnect', resolve);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, resolve);
  if (!process.connected) resolve(undefined);
});

clearPostgres();
try {
  const { url, stop } = await postgresServer();
  process.send?.({ url });
  await parentGone;
  await stop();
  process.exit(0);
} catch (error) {
  process.send?.({ problem: String(error) });
  process.exit(1);
}
