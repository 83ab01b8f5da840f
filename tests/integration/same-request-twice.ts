import { idAnswer } from '../../src/automation/shapes';
import { upload } from './product/client';
import { inSeconds, planShape, sign } from './product/publish-samples';
import { SAMPLES } from './product/samples';
import { rowsOf } from './product/stored-rows';
import type { World } from './product/world';

/** A client that got no answer asks again: nothing may happen twice. */
export function sameRequestTwice(world: () => World): void {
  const explainer = (title: string) => ({ ...SAMPLES.text(world().given), title });
  const ask = (key: string, title: string) =>
    world().api.call('POST', '/explainers', { body: explainer(title), headers: { 'idempotency-key': key } });
  const stored = async (title: string): Promise<number> => {
    const rows = await rowsOf(world().product.database, 'explainers');
    return rows.filter((row) => row['title'] === title).length;
  };

  describe('the same request, sent twice with one Idempotency-Key', () => {
    test('makes one explainer and gets the same answer', async () => {
      const first = await ask('first', '只要一篇');
      expect(first.status).toBe(201);
      expect(await ask('first', '只要一篇')).toEqual(first);
      expect(await stored('只要一篇')).toBe(1);
    });

    test('with another body is refused', async () => {
      await ask('second', '原来的题目');
      const other = await ask('second', '另一个题目');
      expect(other).toMatchObject({ status: 422, body: { error: { code: 'idempotency.reused' } } });
      expect(await stored('另一个题目')).toBe(0);
    });

    test('at the same moment makes one explainer', async () => {
      const answers = await Promise.all(Array.from({ length: 5 }, () => ask('third', '同时来的一篇')));
      expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(1);
      const made = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => idAnswer.parse(body).id));
      expect(made.size).toBe(1);
      for (const { status } of answers) expect([201, 409]).toContain(status);
      expect(await stored('同时来的一篇')).toBe(1);
    });

    test('may be mended after a refusal and sent again', async () => {
      const headers = { 'idempotency-key': 'fourth' };
      const wrong = await world().api.call('POST', '/explainers', {
        body: { ...explainer('改好'), policies: ['x'] },
        headers,
      });
      expect(wrong.status).toBe(422);
      expect((await ask('fourth', '改好')).status).toBe(201);
    });

    test('plans once', async () => {
      const { api } = world();
      const { id } = await api.ask(idAnswer, 'POST', '/explainers', { body: explainer('排期一次') });
      const { version } = await sign(api, id);
      const body = { version, deliveries: [{ account: 'website', at: inSeconds(7_200) }] };
      const send = () =>
        api.ask(planShape, 'POST', `/explainers/${id}/plan`, { body, headers: { 'idempotency-key': 'fifth' } });
      expect(await send()).toEqual(await send());
    });

    test('of a file is refused when its bytes are others, although name and size are the same', async () => {
      const send = (text: string) =>
        world().api.call('POST', '/media', {
          body: upload(`WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n${text}\n`, 'captions.vtt'),
          headers: { 'idempotency-key': 'sixth' },
        });
      expect((await send('甲')).status).toBe(201);
      expect(await send('乙')).toMatchObject({ status: 422, body: { error: { code: 'idempotency.reused' } } });
    });

    test('refuses a key of a whole page', async () => {
      expect(await ask('k'.repeat(201), '题目')).toMatchObject({
        status: 400,
        body: { error: { code: 'idempotency.key' } },
      });
    });
  });
}
