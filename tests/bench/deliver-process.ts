/** A worker of its own for workers.bench: delivers until it is ended. */
import { assembleDelivery } from '../../src/delivery/assemble';
import { startWorking } from '../../src/delivery/start-working';
import { openDatabase } from '../../src/open-database';
import { postgresPublishing } from './postgres-publishing';

async function main(): Promise<void> {
  const publishing = postgresPublishing(process.argv[2] ?? '');
  const delivering = await assembleDelivery(openDatabase(publishing), publishing, () => undefined);
  await startWorking(delivering);
  process.send?.('ready');
}

process.once('disconnect', () => process.exit(0));
main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
