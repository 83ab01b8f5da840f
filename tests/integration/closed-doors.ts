import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { OPERATIONS } from '../../src/automation/operations';
import { idAnswer } from '../../src/automation/shapes';
import { createClient } from './product/client';
import { filesBelow } from './product/files-below';
import { inSeconds, plan, sign } from './product/publish-samples';
import { rawRequest } from './product/raw-request';
import { SAMPLES } from './product/samples';
import { SECRETS } from './product/start-product';
import { ownTablesAsText, rowsOf } from './product/stored-rows';
import { waitFor } from './product/wait-for';
import type { World } from './product/world';

const CALLS = OPERATIONS.map(({ method, path }) => [method, path] as const);
/** Ways out of the public directory, and things that lie beside it. */
const WAYS_OUT = [
  '/..%2fmingbai.db',
  '/%2e%2e/mingbai.db',
  '/%2e%2e%2fmingbai.db',
  '/../mingbai.db',
  '/..%5cmingbai.db',
  '/..%252fmingbai.db',
  '/explainers/..%2f..%2fmingbai.db',
  '/explainers/../../mingbai.db',
  '/media/..%2f..%2fdemo-users.json',
  '/uploads/..%2f..%2fmingbai.db',
  '/uploads/../../mingbai.db',
  '/live/..%2f..%2fsite-state%2fgeneration/',
  '/.env',
  '/.git/config',
  '/%2eenv',
  '/site-state/generation',
  '/demo-users.json',
  '/secrets.json',
  '/mingbai.db',
  '/%00',
  '/index.html%00.png',
  '/%ff%fe',
];
const CLOSED_TO_STRANGERS = [
  ['GET', '/api/explainers'],
  ['GET', '/api/explainers?status=draft'],
  ['GET', '/api/policies'],
  ['GET', '/api/policies?populate=*'],
  ['GET', '/api/broadcasts'],
  ['GET', '/api/upload/files'],
  ['GET', '/content-manager/collection-types/api::explainer.explainer'],
  ['GET', '/upload/files'],
  ['POST', '/upload'],
  ['GET', '/admin/users'],
  ['GET', '/mingbai/deliveries'],
  ['GET', '/mingbai/accounts'],
  ['GET', '/mingbai/punctuality'],
  ['POST', '/mingbai/freeze'],
] as const;

/** What nobody may see or do without being allowed to. */
export function closedDoors(world: () => World): void {
  const filled = (path: string): string => path.replace(/:\w+/g, world().published.text.id);

  describe.each(CALLS)('%s %s', (method, path) => {
    test.each([
      ['nobody', {}],
      ['the bearer of another token', { authorization: 'Bearer the-token-of-somebody-else' }],
      ['a token in the wrong place', { authorization: 'Basic dG9rZW46dG9rZW4=' }],
      ['an empty token', { authorization: 'Bearer ' }],
    ])('is closed to %s', async (_who, headers) => {
      const stranger = createClient(world().product.url, null);
      const refused = await stranger.refused(method, filled(path), { headers });
      expect(refused).toMatchObject({ status: 401, code: 'api.unauthorized' });
    });
  });

  test('a stranger is turned away before what he sends is read, however the address is written', async () => {
    for (const path of ['/api/v1/policies', '/api/V1/policies', '/api/v1/policies/']) {
      const response = await fetch(world().product.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"broken',
      });
      expect(response.status).toBe(401);
    }
  });

  test.each(CLOSED_TO_STRANGERS)('%s %s tells a stranger nothing', async (method, path) => {
    const response = await fetch(world().product.url + path, { method });
    expect([401, 403, 404, 405]).toContain(response.status);
    expect(await response.text()).not.toMatch(/门诊/);
  });

  test('nobody can make himself administrator', async () => {
    const response = await fetch(`${world().product.url}/admin/register-admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'me@example.com', firstname: 'Me', lastname: 'Me', password: 'Passw0rd1234' }),
    });
    expect(response.status).toBe(400);
    const users = await rowsOf(world().product.database, 'admin_users');
    expect(users.map((user) => user['email'])).toEqual(['admin@mingbai.test']);
  });

  test('the first password stands in a file that only its owner can read, and there are no tokens nobody asked for', async () => {
    const { dataDir, database } = world().product;
    expect(statSync(join(dataDir, 'demo-users.json')).mode & 0o777).toBe(0o600);
    expect(await rowsOf(database, 'strapi_api_tokens')).toEqual([]);
    expect(await rowsOf(database, 'strapi_transfer_tokens')).toEqual([]);
  });

  test('no secret is in the log, in the attempts or anywhere else in the tables of the product', async () => {
    const { product, sandbox } = world();
    const answer = await fetch(`${sandbox.wechatBaseUrl}/cgi-bin/stable_token`, {
      method: 'POST',
      body: JSON.stringify({ grant_type: 'client_credential', appid: 'wxsandbox0000000001', secret: 'sandbox-secret' }),
    });
    const { access_token: token } = z.object({ access_token: z.string() }).parse(await answer.json());
    const users = z
      .array(z.object({ password: z.string() }))
      .parse(JSON.parse(readFileSync(join(product.dataDir, 'demo-users.json'), 'utf8')));
    const secrets = [
      ...Object.values(SECRETS).flatMap((value) => value.split(',')),
      ...users.map(({ password }) => password),
      'sandbox-secret',
      '2.00sandboxtoken',
      token,
    ];
    const kept = await ownTablesAsText(product.database);
    expect(kept).toContain(world().published.text.id);
    for (const secret of secrets) {
      expect(product.log().includes(secret)).toBe(false);
      expect(kept.includes(secret)).toBe(false);
    }
  });

  test.each(WAYS_OUT)('%s leads nowhere', async (path) => {
    const { status, body } = await rawRequest(world().product.url, path);
    expect(status).toBeGreaterThanOrEqual(300);
    expect(status).toBeLessThan(500);
    const text = body.toString('latin1');
    expect(text).not.toContain('SQLite format');
    expect(text).not.toContain('password');
    expect(text).not.toMatch(/^\d+$/);
  });

  test('every kind of public page says what browsers may load and that types are meant', async () => {
    const { published, product, given } = world();
    const room = new URL(published.text.to('micro-broadcast').receipt?.url ?? '').pathname;
    const video = / src="([^"#]+\.mp4)/.exec(
      await (await fetch(`${product.url}/explainers/${published.video.id}/`)).text(),
    )?.[1];
    const pages = [
      ['/', 200],
      [`/explainers/${published.text.id}/`, 200],
      [`/policies/${given.policy}/`, 200],
      ['/search?q=x', 200],
      ['/nowhere', 404],
      [room, 200],
      [`${room}updates.json`, 200],
      ['/feed.xml', 200],
      [video ?? '', 200],
    ] as const;
    for (const [path, status] of pages) {
      const answer = await rawRequest(product.url, path);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['content-security-policy']).toMatch(/default-src 'self'.*object-src 'none'/);
      expect(answer.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
    }
  });

  test('a draft is nowhere under the public site before its delivery, signed and prepared or not', async () => {
    const { api, product, given } = world();
    const word = '尚未公开的一句话';
    const body = { ...SAMPLES.text(given), title: '还没有发的解读', summary: `${word}。`, body: `${word}。` };
    const { id } = await api.ask(idAnswer, 'POST', '/explainers', { body });
    const { version } = await sign(api, id);
    // Within the hour in which the website prepares, so that everything but the last step is done.
    const made = await plan(api, id, version, inSeconds(300));
    const [website] = made.deliveries.filter(({ account }) => account === 'website');
    await waitFor('a prepared website', async () => {
      const { body: seen } = await api.call('GET', `/deliveries/${website?.id ?? ''}`);
      return z.object({ state: z.string() }).parse(seen).state === 'ready';
    });
    expect((await fetch(`${product.url}/explainers/${id}/`)).status).toBe(404);
    expect(await (await fetch(`${product.url}/search?q=${encodeURIComponent(word)}`)).text()).not.toContain(id);
    // What is being written at this moment has a name that is never served, and takes its place before it can be read.
    const files = filesBelow(join(product.dataDir, 'site')).filter((file) => !file.endsWith('.tmp'));
    for (const file of files) {
      const bytes = readFileSync(file);
      expect({ file, tells: bytes.includes(word) || bytes.includes(id) }).toEqual({ file, tells: false });
    }
    for (const { id: delivery } of made.deliveries)
      await api.call('POST', `/deliveries/${delivery}/cancel`, { body: {} });
  });

  test('what a live room will say later is not readable before it is said', async () => {
    const { published, product } = world();
    for (const { receipt } of Object.values(published).map((one) => one.to('micro-broadcast'))) {
      const id = /\/live\/([^/]+)\//.exec(receipt?.url ?? '')?.[1] ?? '';
      const { startedAt, script } = z
        .object({ startedAt: z.string(), script: z.array(z.object({ after: z.number(), text: z.string() })) })
        .parse(JSON.parse(readFileSync(join(product.dataDir, 'site-state', 'rooms', `${id}.json`), 'utf8')));
      const files = filesBelow(join(product.dataDir, 'site', 'live', id)).map((file) => readFileSync(file, 'utf8'));
      const told = JSON.parse(await (await fetch(`${product.url}/live/${id}/updates.json`)).text()) as {
        entries: { at: string; text: string }[];
      };
      for (const later of script.filter(({ after }) => Date.parse(startedAt) + after * 1_000 > Date.now())) {
        for (const text of files) expect(text).not.toContain(later.text);
        expect(told.entries.map((entry) => entry.text)).not.toContain(later.text);
      }
      for (const { at } of told.entries) expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
    }
  });
}
