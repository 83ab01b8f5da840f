import type { Product } from '../../../src/assembly';
import type { Delivery } from '../../../src/delivery/delivery';
import { parseBody } from '../../../src/delivery/parse-body';
import { INSIGHT_DEEDS } from '../../../src/newsroom/insight-deeds';
import { COMMENT_REQUESTS, type CommentAct } from '../../../src/admin/readers/comment-requests';
import { comments, statistics } from '../../../src/admin/readers/shapes';
import { openInsight, type InsightWorld } from '../wechat-insight/open-insight';

let world: InsightWorld;
let delivery: Delivery;
beforeEach(async () => {
  world = await openInsight();
  delivery = await world.publish();
  await world.comment(delivery, '什么时候开始？');
  await world.lookAt('2026-11-23T08:10:00+08:00');
});
afterEach(() => world.close());

/** What a route answers, with the checks that stand before it. */
async function ask(method: string, path: string, { params = {}, query = {}, body = {} } = {}): Promise<unknown> {
  const deed = INSIGHT_DEEDS.find((one) => one.method === method && one.path === path);
  if (!deed) throw new Error(`no route ${method} ${path}`);
  if (deed.query) parseBody(deed.query, query);
  if (deed.body) parseBody(deed.body, body);
  // These deeds use nothing else of the product.
  const product = { insight: world.insight } as unknown as Product;
  return (await deed.do({ product, params, query, body, who: '李编辑' })).body;
}
const listed = async () => comments.parse(await ask('GET', '/comments', { query: { explainer: delivery.explainer } }));

test('the panel understands what the routes answer', async () => {
  expect((await listed()).comments).toMatchObject([{ content: '什么时候开始？', elected: false, reply: null }]);
  const answer = await ask('GET', '/statistics', { query: { explainer: delivery.explainer } });
  expect(statistics.parse(answer).articles).toMatchObject([{ delivery: delivery.id, days: [], problem: null }]);
});

test.each(Object.entries(COMMENT_REQUESTS) as [CommentAct, readonly [string, string]][])(
  'the route of the panel for "%s" exists, and does it',
  async (act, [method, path]) => {
    const id = (await listed()).comments[0]?.id ?? '';
    if (act === 'remove-reply') await ask('POST', '/comments/:id/reply', { params: { id }, body: { content: '答。' } });
    await ask(method, `/comments/:id${path}`, { params: { id }, body: { content: '十二月一日起。' } });
    expect(await world.room.audited()).toContain(`comment-${act}`);
    await world.lookAt('2026-11-23T08:20:00+08:00');
    const after = (await listed()).comments[0];
    const expected = {
      reply: { reply: { content: '十二月一日起。' } },
      'remove-reply': { reply: null },
      elect: { elected: true },
      unelect: { elected: false },
      remove: undefined,
    }[act];
    if (expected === undefined) expect(after).toBeUndefined();
    else expect(after).toMatchObject(expected);
  },
);

test('comments are closed and opened by their delivery', async () => {
  const params = { id: delivery.id };
  expect(await ask('POST', '/deliveries/:id/comments/close', { params })).toEqual({ open: false });
  expect((await listed()).articles).toMatchObject([{ open: false }]);
  expect(await ask('POST', '/deliveries/:id/comments/open', { params })).toEqual({ open: true });
});

test('without an explainer the newest of all are shown, of another one none', async () => {
  expect(comments.parse(await ask('GET', '/comments')).comments).toHaveLength(1);
  expect(statistics.parse(await ask('GET', '/statistics')).articles).toHaveLength(1);
  const other = { query: { explainer: 'another' } };
  expect(await ask('GET', '/comments', other)).toEqual({ articles: [], comments: [] });
  expect(await ask('GET', '/statistics', other)).toEqual({ articles: [] });
});

test('what is asked for must have the right shape', async () => {
  await expect(ask('GET', '/statistics', { query: { explainer: 'x'.repeat(65) } })).rejects.toMatchObject({
    status: 400,
  });
  const params = { id: (await listed()).comments[0]?.id ?? '' };
  for (const body of [{}, { content: ' ' }, { content: '字'.repeat(601) }, { content: '答', more: 1 }]) {
    await expect(ask('POST', '/comments/:id/reply', { params, body })).rejects.toMatchObject({ status: 400 });
  }
  await expect(ask('POST', '/comments/:id/elect', { params: { id: 'none' } })).rejects.toMatchObject({ status: 404 });
});
