import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { z } from 'zod';
import { startSandbox, type Sandbox } from '../../publishers/sandbox/server';
import { idAnswer } from '../../src/automation/shapes';
import { DEEDS } from '../../src/newsroom/deeds';
import { createClient, type Client } from './product/client';
import { allPublished, deliveriesOf, giveMaterial, inSeconds, plan, sign } from './product/publish-samples';
import { SAMPLES, type Given } from './product/samples';
import { invite, logIn, logInAdministrator, nobody, type Colleague } from './product/staff';
import { startProduct, type RunningProduct } from './product/start-product';
import { rowsOf } from './product/stored-rows';
import { waitFor } from './product/wait-for';

/** One newsroom over two starts of the product: what the second start must not forget, it is asked again. */
let dataDir: string;
let sandbox: Sandbox;
let product: RunningProduct;
let api: Client;
let given: Given;
let clerk: Colleague;
let editor: Colleague;

const CLERK = 'clerk@yunlan.test';
const EDITOR = 'editor@yunlan.test';
const UID = 'api::explainer.explainer';

async function enter(): Promise<void> {
  clerk = await logIn(product.url, CLERK);
  editor = await logIn(product.url, EDITOR);
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mingbai-newsroom-'));
  sandbox = await startSandbox({ port: 0, stateDir: null, publishMs: 1_500 });
  product = await startProduct({ dataDir, platforms: sandbox });
  api = createClient(product.url);
  given = await giveMaterial(api);
  const administrator = await logInAdministrator(product.url, dataDir);
  await invite(administrator, product.url, CLERK, 'mingbai-clerk');
  await invite(administrator, product.url, EDITOR, 'mingbai-editor');
  await enter();
}, 300_000);

afterAll(async () => {
  await product.stop();
  await sandbox.close();
  rmSync(dataDir, { recursive: true });
});

const draft = async (title: string): Promise<string> =>
  (await api.ask(idAnswer, 'POST', '/explainers', { body: { ...SAMPLES.text(given), title } })).id;

/** Who may do what. Asked of both starts. */
function permissions(): void {
  const filled = (path: string): string => `/mingbai${path.replace(/:\w+/g, 'nowhere')}`;
  const bodyOf = (method: string): unknown => (method === 'POST' ? { nonsense: true } : undefined);

  test.each(DEEDS.map(({ method, path, permission }) => [method, path, permission] as const))(
    '%s %s needs a log-in and the permission to %s',
    async (method, path, permission) => {
      const ask = (who: Colleague) => who.call(method, filled(path), bodyOf(method));
      expect((await ask(nobody(product.url))).status).toBe(401);
      const forClerk = (await ask(clerk)).status;
      expect(permission === 'read' ? [200, 404] : [403]).toContain(forClerk);
      const forEditor = (await ask(editor)).status;
      expect([200, 201, 400, 404, 409, 422]).toContain(forEditor);
    },
  );

  test('a clerk writes, an editor too; nobody sees users or settings', async () => {
    const form = { title: `撰稿人写的${Date.now()}`, form: 'text', category: 'health' };
    const path = `/content-manager/collection-types/${UID}`;
    for (const who of [clerk, editor]) {
      const made = await who.call('POST', path, form);
      expect(made.status).toBe(201);
      const { documentId } = z.object({ data: z.object({ documentId: z.string() }) }).parse(made.body).data;
      expect((await who.call('GET', `${path}/${documentId}`)).status).toBe(200);
      expect((await who.call('PUT', `${path}/${documentId}`, { ...form, summary: '改过' })).status).toBe(200);
      expect((await who.call('DELETE', `${path}/${documentId}`)).status).toBe(who === clerk ? 403 : 200);
      for (const closed of ['/admin/users', '/admin/roles', '/admin/api-tokens', '/admin/transfer/tokens']) {
        expect([closed, (await who.call('GET', closed)).status]).toEqual([closed, 403]);
      }
    }
  });

  test('two people who opened the same draft do not overwrite each other', async () => {
    const id = await draft('两个人同时改');
    const path = `/content-manager/collection-types/${UID}/${id}`;
    const saved = (title: string) => ({ title, form: 'text', category: 'health', revision: 1 });
    expect((await clerk.call('PUT', path, saved('撰稿人的题目'))).status).toBe(200);
    const late = await editor.call('PUT', path, saved('编辑的题目'));
    expect(late.status).toBe(400);
    expect(JSON.stringify(late.body)).toContain('刚被别人修改过');
    expect(await api.call('GET', `/explainers/${id}`)).toMatchObject({ body: { content: { title: '撰稿人的题目' } } });
  });
}

describe('on the first day', () => {
  permissions();

  test('a picture that a clerk pastes from elsewhere comes into the library; one from inside does not, and is named', async () => {
    const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#14527A' } })
      .png()
      .toBuffer();
    const inside = '![内网](http://169.254.169.254/latest/meta-data/)';
    const body = `## 收费\n\n![收费表](data:image/png;base64,${png.toString('base64')})\n\n${inside}`;
    const form = { title: '带外部图片的解读', form: 'text', category: 'health', body };
    const made = await clerk.call('POST', `/content-manager/collection-types/${UID}`, form);
    const { data } = z.object({ data: z.object({ documentId: z.string(), body: z.string() }) }).parse(made.body);
    const address = /!\[收费表\]\((\/uploads\/[0-9a-f]{32}\.png)\)/.exec(data.body)?.[1];
    expect(data.body).toBe(`## 收费\n\n![收费表](${address ?? ''})\n\n${inside}`);
    const file = await fetch(`${product.url}${address ?? ''}`);
    // The library may write the bytes anew; the picture is the same.
    expect(await sharp(Buffer.from(await file.arrayBuffer())).metadata()).toMatchObject({ format: 'png', width: 8 });
    const seen = await clerk.call('GET', `/mingbai/explainers/${data.documentId}`);
    const { checks } = z.object({ checks: z.array(z.object({ code: z.string(), what: z.string() })) }).parse(seen.body);
    expect(checks.filter(({ code }) => code === 'content.picture-unknown')).toEqual([
      expect.objectContaining({ what: expect.stringContaining('169.254.169.254') as string }),
    ]);
  });

  test('an editor signs and plans; the version and the audit name who did it', async () => {
    const id = await draft('编辑签发的解读');
    const shown = await editor.call('GET', `/mingbai/explainers/${id}/renditions`);
    expect(shown.status).toBe(200);
    const signed = await editor.call('POST', `/mingbai/explainers/${id}/sign`, { revision: 1 });
    const { version } = z.object({ version: z.string() }).parse(signed.body);
    const planned = await editor.call('POST', `/mingbai/explainers/${id}/plan`, {
      version,
      deliveries: [{ account: 'website', at: 'now' }],
    });
    expect(planned.status).toBe(201);
    await allPublished(api, id);
    const versions = await rowsOf(product.database, 'mb_versions');
    expect(versions.find((row) => row['id'] === version)?.['signed_by']).toContain(EDITOR);
    const audit = await rowsOf(product.database, 'mb_audit');
    expect(audit.filter((row) => row['subject'] === version).map((row) => row['who'])).toEqual([
      expect.stringContaining(EDITOR),
    ]);
  });
});

describe('after a restart in the middle of a plan', () => {
  const explainers: string[] = [];
  let before: { users: number; roles: number };
  const counts = async () => ({
    users: (await rowsOf(product.database, 'admin_users')).length,
    roles: (await rowsOf(product.database, 'admin_roles')).length,
  });
  const visible = (id: string): readonly string[] =>
    sandbox
      .ledger()
      .filter(({ link, text }) => `${link ?? ''} ${text}`.includes(id))
      .map(({ platform, kind }) => `${platform} ${kind}`)
      .sort();

  beforeAll(async () => {
    before = await counts();
    for (const title of ['马上就发', '马上也发', '稍后才发']) {
      const id = await draft(title);
      const { version } = await sign(api, id);
      await plan(api, id, version, title === '稍后才发' ? inSeconds(20) : 'now');
      explainers.push(id);
    }
    // Some of it is out, some of it is not: WeChat takes longer than the website.
    await waitFor('a plan that is half done', async () => {
      const states = (await deliveriesOf(api, explainers[0] ?? '')).map(({ state }) => state);
      return states.includes('published') && states.some((state) => state !== 'published');
    });
    const { port } = new URL(product.url);
    expect(await product.stop()).toBe(0);
    product = await startProduct({ dataDir, platforms: sandbox, port: Number(port) });
    await enter();
  }, 300_000);

  test('everything that was planned comes out, each once', async () => {
    for (const id of explainers) {
      const deliveries = await allPublished(api, id);
      expect(deliveries).toHaveLength(4);
      expect(visible(id)).toEqual(['wechat article', 'weibo status']);
    }
  }, 150_000);

  test('there are no users, roles or tokens that were not there before', async () => {
    expect(await counts()).toEqual(before);
    expect(await rowsOf(product.database, 'strapi_api_tokens')).toEqual([]);
  });

  permissions();
});
