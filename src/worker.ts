/**
 * Delivers without the web: `npm run worker`, any number of processes on any number of machines beside at least one
 * that serves. Needs PostgreSQL, because SQLite belongs to one process.
 */
import publishingConfig from '../config/publishing';
import { assembleDelivery } from './delivery/assemble';
import { startWorking } from './delivery/start-working';
import { createLog } from './log';
import { logWarnings } from './log-warnings';
import { createMonitorAnswers } from './metrics/monitor-answers';
import { serveMonitors } from './metrics/serve-monitors';
import { openDatabase } from './open-database';
import { watchSite } from './site/integrity/watch-site';
import { createInsight } from './wechat-insight/insight';

async function main(): Promise<void> {
  const publishing = publishingConfig();
  if (!publishing.databaseUrl) {
    throw new Error(
      '`npm run worker` 需要 PostgreSQL：请设置 DATABASE_URL。使用 SQLite 时，`npm start` 自己就会投放。',
    );
  }
  const log = createLog(publishing.logLevel);
  logWarnings(log);
  const db = openDatabase(publishing);
  const delivering = await assembleDelivery(db, publishing, log);
  const working = await startWorking(delivering);
  const { parts } = delivering;
  const stopInsight = createInsight(parts, publishing.secretKey).start();
  const stopGuard = watchSite(parts, { restores: publishing.restoresSite, media: publishing.paths.media }).start();
  const answers = createMonitorAnswers({ parts, isAlive: working.isLooking, token: publishing.apiToken });
  const stopAnswering = publishing.metrics && (await serveMonitors(publishing.metrics, answers, log));
  log('info', 'worker is ready', { owner: delivering.parts.owner });
  process.send?.('ready');

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log('info', 'worker stops', { owner: delivering.parts.owner });
    await Promise.all([stopInsight(), stopGuard(), working.stop()]);
    await stopAnswering?.();
    await delivering.close();
    await db.destroy();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exit(1);
});
