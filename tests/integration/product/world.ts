import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Form } from '../../../publishers/content';
import { SANDBOX_CALLBACK } from '../../../publishers/sandbox/options';
import { startSandbox, type Sandbox } from '../../../publishers/sandbox/server';
import { makeDatabase } from '../../support/make-database';
import { usualDialect } from '../../unit/delivery/support/open-database';
import { createClient, type Client } from './client';
import { giveMaterial, publishSamples, type Published } from './publish-samples';
import type { Given } from './samples';
import { startProduct, type RunningProduct } from './start-product';

/** One running product with the platforms it talks to, and an explainer of each form that it has brought out. */
export interface World {
  readonly product: RunningProduct;
  readonly sandbox: Sandbox;
  readonly api: Client;
  readonly given: Given;
  readonly published: Readonly<Record<Form, Published>>;
  readonly end: () => Promise<void>;
}

export async function createWorld(): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mingbai-'));
  const callbackAesKey = SANDBOX_CALLBACK.encodingAesKey;
  const sandbox = await startSandbox({ port: 0, stateDir: null, publishMs: 300, callbackAesKey });
  const database = usualDialect === 'postgres' ? await makeDatabase() : null;
  const product = await startProduct({
    dataDir,
    platforms: sandbox,
    ...(database && { settings: { DATABASE_URL: database.url } }),
  });
  sandbox.scenarios.callbackUrl = `${product.url}/callback/wechat/wechat`;
  const end = async (): Promise<void> => {
    await product.stop();
    await sandbox.close();
    await database?.drop();
    rmSync(dataDir, { recursive: true });
  };
  try {
    const api = createClient(product.url);
    const given = await giveMaterial(api);
    return { product, sandbox, api, given, published: await publishSamples(api, given), end };
  } catch (error) {
    // Without its log nobody can tell what went wrong in it; and what goes on running keeps jest from ending.
    const log = product.log();
    await end();
    throw new Error(`the samples could not be published; the product says:\n${log}`, { cause: error });
  }
}
