import { z } from 'zod';
import { OPERATIONS } from '../../src/automation/operations';
import { idAnswer, statusShape } from '../../src/automation/shapes';
import { ACCOUNTS, inSeconds, plan, sign } from './product/publish-samples';
import { SAMPLES } from './product/samples';
import type { World } from './product/world';

const document = z.object({
  openapi: z.string().startsWith('3.1'),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z
        .object({
          operationId: z.string(),
          responses: z.record(z.string(), z.unknown()),
          security: z.array(z.unknown()).min(1),
        })
        .loose(),
    ),
  ),
  components: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** The API describes itself, and the product says how it is. */
export function description(world: () => World): void {
  const read = async () => document.parse(await (await fetch(`${world().product.url}/api/v1/openapi.json`)).json());

  describe('the OpenAPI document', () => {
    test('names every call, each under its own name', async () => {
      const { paths } = await read();
      const described = Object.entries(paths).flatMap(([path, item]) =>
        Object.entries(item).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`),
      );
      const real = OPERATIONS.map(
        ({ id, method, path }) => `${id} ${method} /api/v1${path.replace(/:(\w+)/g, '{$1}')}`,
      );
      expect(described.sort()).toEqual(real.sort());
      expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
    });

    test('refers to nothing that is not in it', async () => {
      const whole = await read();
      const refs = [...JSON.stringify(whole).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '');
      for (const ref of refs) {
        expect(ref).toMatch(/^#\//);
        const target = ref
          .slice(2)
          .split('/')
          .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], whole);
        expect({ ref, found: target !== undefined }).toEqual({ ref, found: true });
      }
    });

    test('describes every parameter of a path', async () => {
      for (const [path, item] of Object.entries((await read()).paths)) {
        const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
        for (const { parameters } of Object.values(item)) {
          const described = z
            .array(z.object({ name: z.string(), in: z.string() }))
            .default([])
            .parse(parameters);
          expect(described.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(names);
        }
      }
    });

    test('lists the status of whatever its calls answer, and each call is there', async () => {
      for (const [path, item] of Object.entries((await read()).paths)) {
        for (const [method, { responses }] of Object.entries(item)) {
          const { status, body } = await world().api.call(
            method.toUpperCase(),
            path.replace('/api/v1', '').replace(/\{\w+\}/g, 'nowhere'),
            method === 'post' || method === 'patch' ? { body: { nonsense: true } } : {},
          );
          expect({ path, method, unknown: JSON.stringify(body).includes('route.unknown') }).toEqual({
            path,
            method,
            unknown: false,
          });
          expect({ path, method, status: Object.keys(responses) }).toEqual({
            path,
            method,
            status: expect.arrayContaining([String(status)]) as string[],
          });
        }
      }
    });
  });

  describe('the gauges', () => {
    const status = () => world().api.ask(statusShape, 'GET', '/status');

    test('say that the product lives and is ready', async () => {
      for (const path of ['/_live', '/_ready']) {
        const response = await fetch(world().product.url + path);
        expect([path, response.status, await response.text()]).toEqual([path, 200, 'ok']);
      }
    });

    test('name every account and a heart that beats', async () => {
      const { accounts, tickAgeSeconds, overdue } = await status();
      expect(accounts.map(({ name }) => name).sort()).toEqual([...ACCOUNTS].sort());
      expect(accounts.filter(({ healthy }) => !healthy)).toEqual([]);
      expect(tickAgeSeconds).toBeLessThan(10);
      expect(overdue).toBe(0);
    });

    test('count what is held, and say what is frozen until it is lifted', async () => {
      const { api, given } = world();
      const { id } = await api.ask(idAnswer, 'POST', '/explainers', {
        body: { ...SAMPLES.text(given), title: '先等一等' },
      });
      const { version } = await sign(api, id);
      const { deliveries } = await plan(api, id, version, inSeconds(3_600), ['website']);
      const before = (await status()).held;
      await api.ask(z.unknown(), 'POST', `/deliveries/${deliveries[0]?.id ?? ''}/hold`, { body: { reason: '等通知' } });
      expect((await status()).held).toBe(before + 1);
      await api.ask(z.unknown(), 'POST', `/deliveries/${deliveries[0]?.id ?? ''}/cancel`, { body: {} });
      expect((await status()).held).toBe(before);

      await api.ask(z.unknown(), 'POST', '/freeze', { body: { accounts: ['weibo'], reason: '演练' } });
      expect((await status()).frozen).toMatchObject({ accounts: ['weibo'], reason: '演练' });
      await api.ask(z.unknown(), 'DELETE', '/freeze');
      expect((await status()).frozen).toBeNull();
    });
  });
}
