import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';
import { FORMS, type Form } from '../../publishers/content';
import { startSandbox, type Sandbox } from '../../publishers/sandbox/server';
import { makeDatabase, type PostgresDatabase } from '../support/make-database';
import { createClient } from './product/client';
import { ACCOUNTS, giveMaterial, publishSamples, type Published } from './product/publish-samples';
import { freePort, startProduct, type RunningProduct } from './product/start-product';

/** Two processes of the product that share a database and the storage in `dataDir`, and one address before them. */
interface Pair {
  readonly database: PostgresDatabase;
  readonly db: Knex;
  readonly dataDir: string;
  readonly sandbox: Sandbox;
  readonly products: RunningProduct[];
  readonly start: (port: number) => Promise<RunningProduct>;
}

let pair: Pair | null = null;
let published: Readonly<Record<Form, Published>> | null = null;
const here = (): Pair => {
  if (!pair) throw new Error('nothing is running yet');
  return pair;
};

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mingbai-pair-'));
  const database = await makeDatabase();
  const sandbox = await startSandbox({ port: 0, stateDir: null, publishMs: 300 });
  const ports = [await freePort(), await freePort()];
  const settings = { DATABASE_URL: database.url, SITE_URL: `http://localhost:${ports[0] ?? 0}` };
  const db = knex({ client: 'pg', connection: database.url, pool: { min: 0, max: 2 } });
  const start = (port: number) => startProduct({ dataDir, platforms: sandbox, port, settings });
  const products: RunningProduct[] = [];
  pair = { database, db, dataDir, sandbox, products, start };
  products.push(...(await Promise.all(ports.map(start))));
}, 300_000);

afterAll(async () => {
  const { database, db, dataDir, sandbox, products } = here();
  await Promise.all(products.map((product) => product.stop()));
  await sandbox.close();
  await db.destroy();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

const counted = async (table: string): Promise<number> => (await here().db(table).pluck('id')).length;

describe('two processes that start at the same moment on an empty PostgreSQL database', () => {
  test('become ready, one after the other, and make the first user once', async () => {
    const waited = here().products.filter((product) => product.log().includes('waiting for another process'));
    expect(waited).toHaveLength(1);
    expect(await counted('admin_users')).toBe(1);
    expect(await counted('strapi_core_store_settings')).toBeGreaterThan(0);
  });

  test('bring everything out once on every account', async () => {
    const [one] = here().products;
    const api = createClient(one?.url ?? '');
    published = await publishSamples(api, await giveMaterial(api));
    for (const form of FORMS) {
      const { id, deliveries } = published[form];
      expect(deliveries.map(({ account }) => account).sort()).toEqual([...ACCOUNTS].sort());
      const seen = here()
        .sandbox.ledger()
        .filter(({ link, text }) => `${link ?? ''} ${text}`.includes(id));
      expect(seen.map(({ platform, kind }) => `${platform} ${kind}`).sort()).toEqual([
        'wechat article',
        'weibo status',
      ]);
    }
  }, 150_000);

  test('show readers the same site, to which both have written', async () => {
    for (const { url } of here().products) {
      const home = await (await fetch(url)).text();
      for (const form of FORMS) expect(home).toContain(`/explainers/${published?.[form].id ?? '?'}/`);
    }
  });

  test('go on without each other, and start again on what is there', async () => {
    const { products, start } = here();
    const [one, two] = products;
    if (!one || !two) throw new Error('both were started');
    expect(await two.stop()).toBe(0);
    expect((await fetch(`${one.url}/_ready`)).status).toBe(200);
    const again = await start(Number(new URL(two.url).port));
    products.splice(1, 1, again);
    const api = createClient(again.url);
    const { id } = published?.text ?? { id: '?' };
    const answer = await api.call('GET', `/deliveries?explainer=${id}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toHaveLength(ACCOUNTS.length);
    expect(await counted('admin_users')).toBe(1);
  }, 200_000);

  test('say nothing of errors, and the password of the database nowhere', () => {
    const password = new URL(here().database.url).password;
    for (const product of here().products) {
      expect(product.log()).not.toMatch(/\berror\b.*?:/);
      expect(product.log()).not.toContain(password);
    }
  });
});
