import { existsSync } from 'node:fs';
import type { Delivery } from '../../src/delivery/delivery';
import { problem } from '../../publishers/problems';
import { impatient } from './harness/impatient';
import { HOUR, MINUTE, openWorld, type World } from './harness/open-world';

const ALL = ['website', 'wechat', 'weibo', 'micro-broadcast'] as const;

let world: World;
let siteIsBroken: boolean;
beforeEach(async () => {
  siteIsBroken = false;
  world = await openWorld({
    change: {
      weibo: impatient(1_000),
      website: (website) => ({
        ...website,
        prepare: (...args) =>
          siteIsBroken
            ? Promise.resolve({ state: 'rejected', problem: problem('media.gone', { name: '封面.png' }) })
            : website.prepare(...args),
      }),
    },
  });
});
afterEach(() => world.close());

async function planAll(): Promise<Record<(typeof ALL)[number], Delivery>> {
  const deliveries = await world.plan(await world.sign(), ...ALL.map((account) => ({ account })));
  const [website, wechat, weibo, broadcast] = ALL.map((name) => deliveries.find(({ account }) => account === name));
  if (!website || !wechat || !weibo || !broadcast) throw new Error('not everything was planned');
  return { website, wechat, weibo, 'micro-broadcast': broadcast };
}
const stateOf = async (delivery: Delivery) => (await world.get(delivery.id)).state;

describe('R11: one channel fails', () => {
  it('and the others do not suffer; a retry touches that one alone', async () => {
    const { website, wechat, weibo, 'micro-broadcast': broadcast } = await planAll();
    world.sandbox.faults.add({ platform: 'wechat', endpoint: 'freepublish/submit', kind: 'error-code', code: 48001 });
    world.sandbox.faults.add({ platform: 'weibo', endpoint: 'statuses/share.json', kind: 'hang-after' });
    await world.live(3 * HOUR);

    expect(await stateOf(website)).toBe('published');
    expect(await stateOf(broadcast)).toBe('published');
    expect(await stateOf(weibo)).toBe('published'); // hung, then found
    expect(await world.get(wechat.id)).toMatchObject({ state: 'manual', problem: { code: 'wechat.48001' } });

    const before = await Promise.all([website, weibo, broadcast].map(({ id }) => world.parts.store.attempts(id)));
    await world.act(wechat.id, 'retry');
    await world.live(MINUTE);
    expect(await stateOf(wechat)).toBe('published');
    expect(world.seen('wechat')).toHaveLength(1);
    expect(world.seen('weibo')).toHaveLength(1);
    expect(world.commitCalls('weibo')).toBe(1);
    expect(await Promise.all([website, weibo, broadcast].map(({ id }) => world.parts.store.attempts(id)))).toEqual(
      before,
    );
  });

  it('that the others link to: they are held with the reason, and follow once it is mended', async () => {
    siteIsBroken = true;
    const { website, wechat, weibo } = await planAll();
    await world.live(70 * MINUTE);
    expect(await stateOf(website)).toBe('rejected');
    for (const waiting of [wechat, weibo]) {
      expect(await world.get(waiting.id)).toMatchObject({
        state: 'held',
        holdBy: 'dependency',
        problem: { code: 'delivery.dependency', what: expect.stringContaining('website') as string },
      });
    }
    expect([...world.seen('wechat'), ...world.seen('weibo')]).toEqual([]);

    siteIsBroken = false;
    await world.act(website.id, 'retry');
    await world.live(10 * MINUTE);
    expect(existsSync(world.sitePage(website.explainer))).toBe(true);
    expect([await stateOf(wechat), await stateOf(weibo)]).toEqual(['published', 'published']);
    expect(world.seen('wechat')).toHaveLength(1);
    expect(world.seen('weibo')).toHaveLength(1);
  });

  it('for good: those that wait for it are missed in the end, and never go out alone', async () => {
    siteIsBroken = true;
    const { wechat, weibo } = await planAll();
    await world.live(5 * HOUR);
    expect([await stateOf(wechat), await stateOf(weibo)]).toEqual(['missed', 'missed']);
    expect([...world.seen('wechat'), ...world.seen('weibo')]).toEqual([]);
  });
});
