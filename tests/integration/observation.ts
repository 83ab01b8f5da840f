import { z } from 'zod';
import { punctualityShape } from '../../src/automation/shapes';
import { parseMetrics } from '../unit/metrics/parse-metrics';
import { ACCOUNTS } from './product/publish-samples';
import { logInAdministrator } from './product/staff';
import { API_TOKEN } from './product/start-product';
import type { World } from './product/world';

const entry = z.object({ level: z.string(), time: z.iso.datetime(), message: z.string() }).loose();

/** What operators and auditors see of the product. */
export function observation(world: () => World): void {
  const bearer = { authorization: `Bearer ${API_TOKEN}` };
  const get = (path: string, headers: Record<string, string> = {}) => fetch(world().product.url + path, { headers });

  describe('the metrics', () => {
    test('are closed to strangers behind a proxy, and open to the token and to this machine', async () => {
      const proxied = { 'x-forwarded-for': '203.0.113.5' };
      const refused = await get('/metrics', proxied);
      expect(refused.status).toBe(401);
      expect(await refused.text()).not.toContain('mingbai_');
      expect((await get('/metrics', { ...proxied, authorization: 'Bearer another' })).status).toBe(401);
      expect((await get('/metrics', { ...proxied, ...bearer })).status).toBe(200);
      expect((await get('/metrics')).status).toBe(200);
    });

    test('tell of every account what was published, and that the process works', async () => {
      const read = parseMetrics(await (await get('/metrics', bearer)).text());
      for (const account of ACCOUNTS) {
        expect(read.get(`mingbai_published_total{account="${account}"}`)).toBeGreaterThanOrEqual(4);
        expect(read.get(`mingbai_account_healthy{account="${account}"}`)).toBe(1);
      }
      expect(read.get('mingbai_tick_age_seconds')).toBeLessThan(15);
      expect(read.get('mingbai_workers')).toBe(1);
      expect(read.get('process_resident_memory_bytes')).toBeGreaterThan(0);
    });
  });

  describe('the punctuality report', () => {
    test('has every delivery that was due, page by page, and its figures', async () => {
      const { api, published } = world();
      const whole = await api.ask(punctualityShape, 'GET', '/punctuality?limit=2000');
      const seen = new Map(whole.rows.map((row) => [row.delivery, row]));
      for (const { deliveries } of Object.values(published)) {
        for (const { id, account, dueAt } of deliveries) {
          expect(seen.get(id)).toMatchObject({ account, planned: dueAt, state: 'published' });
        }
      }
      expect(whole.summary.count).toBe(whole.rows.length);
      expect(whole.next).toBeNull();
      const first = await api.ask(punctualityShape, 'GET', '/punctuality?limit=1&account=weibo');
      const second = await api.ask(punctualityShape, 'GET', `/punctuality?limit=1&account=weibo&after=${first.next}`);
      expect([...first.rows, ...second.rows].map(({ account }) => account)).toEqual(['weibo', 'weibo']);
      expect(first.rows[0]?.delivery).not.toBe(second.rows[0]?.delivery);
    });

    test('comes as a file that spreadsheets open', async () => {
      const answer = await get('/api/v1/punctuality?format=csv', bearer);
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="punctuality-[-\d]+\.csv"$/);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const [head, ...lines] = bytes.toString().slice(1).trimEnd().split('\r\n');
      expect(head).toMatch(/^delivery,explainer,title,account,/);
      expect(lines.length).toBeGreaterThanOrEqual(16);
    });

    test('is refused for a span that makes no sense, and to strangers', async () => {
      const { api } = world();
      const refused = (query: string) => api.refused('GET', `/punctuality?${query}`);
      expect(await refused('from=2020-01-01&to=2026-01-01')).toMatchObject({ status: 422, code: 'punctuality.span' });
      expect(await refused('from=gestern')).toMatchObject({ status: 400, code: 'time.invalid' });
      expect(await refused('limit=0')).toMatchObject({ status: 400, code: 'body.invalid' });
      expect(await refused('after=1;drop')).toMatchObject({ status: 400, code: 'body.invalid' });
      expect((await get('/api/v1/punctuality?format=csv')).status).toBe(401);
      expect((await get('/mingbai/punctuality')).status).toBe(401);
    });

    test('is in the newsroom too, with the words of staff', async () => {
      const { product } = world();
      const person = await logInAdministrator(product.url, product.dataDir);
      const answer = await person.call('GET', '/mingbai/punctuality?limit=5');
      expect(punctualityShape.parse(answer.body).rows).toHaveLength(5);
      const file = await person.call('GET', '/mingbai/punctuality?format=csv');
      expect(file.body).toMatch(/解读,渠道,状态,计划时间[^]*已发布/);
    });
  });

  test('every line of the log is structured, Strapi’s included', () => {
    const lines = world().product.log().trimEnd().split('\n');
    expect(lines.filter((line) => !line.startsWith('{'))).toEqual([]);
    const parsed = lines.map((line) => entry.parse(JSON.parse(line)));
    expect(parsed.some((line) => line['source'] === 'strapi')).toBe(true);
  });
}
