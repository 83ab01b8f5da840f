import { problem } from '../../../publishers/problems';
import type { Publisher } from '../../../publishers/contract';
import { createPlan, type PlannedRequest } from '../../../src/delivery/plan';
import type { Delivery } from '../../../src/delivery/delivery';
import { memoryPublisher, type MemoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NINE = '2026-11-23T09:00:00+08:00';

let room: Newsroom;
let website: MemoryPublisher;
let wechat: MemoryPublisher;
let weibo: MemoryPublisher;
let siteWaits: boolean;
let siteFails: boolean;
beforeEach(async () => {
  siteWaits = false;
  siteFails = false;
  website = memoryPublisher('website', (base): Partial<Publisher> => ({
    prepare: (...args) => {
      if (siteFails) return Promise.resolve({ state: 'rejected', problem: problem('media.gone', { name: '封面' }) });
      if (siteWaits) return Promise.resolve({ state: 'wait', done: true, askAgainAfter: 60 });
      return base.prepare(...args);
    },
  }));
  wechat = memoryPublisher('wechat');
  weibo = memoryPublisher('weibo');
  room = await openNewsroom({ publishers: [website, wechat, weibo] });
});
afterEach(() => room.close());

async function plan(...deliveries: PlannedRequest[]): Promise<Record<string, Delivery>> {
  const version = await room.sign();
  const made = await createPlan(room.parts, {
    explainer: version.explainer,
    version: version.id,
    deliveries,
    by: '李编辑',
  });
  return Object.fromEntries(made.deliveries.map((d) => [d.account, d]));
}
const state = async (one: Delivery | undefined): Promise<string> => (await room.get(one?.id ?? '')).state;
const tenMinutesAfterSite = { account: 'weibo', after: { account: 'website', delay: 'PT10M' } } as const;

describe('a delivery that follows a receipt', () => {
  it('goes out so long after it, to the second, and not before', async () => {
    const { weibo: follower } = await plan({ account: 'website', at: NINE }, tenMinutesAfterSite);
    expect(new Date(follower?.dueAt ?? 0).toISOString()).toBe('2026-11-23T01:10:00.000Z');
    await room.live(HOUR + 10 * MINUTE - 1);
    expect(weibo.visible).toEqual([]);
    await room.live(1);
    expect(weibo.visible).toEqual([follower?.id]);
  });

  it('has its time moved by a receipt that is late, and is not missed for that', async () => {
    siteWaits = true;
    const { website: site, weibo: follower } = await plan(
      { account: 'website', at: NINE, grace: 'PT6H' },
      { ...tenMinutesAfterSite, grace: 'PT5M' },
    );
    await room.live(HOUR + 30 * MINUTE);
    expect(await state(follower)).toBe('ready');
    siteWaits = false;
    await room.live(2 * MINUTE);
    expect(await state(site)).toBe('published');
    await room.live(10 * MINUTE);
    const site_ = await room.get(site?.id ?? '');
    expect(await room.get(follower?.id ?? '')).toMatchObject({
      state: 'published',
      dueAt: (site_.publishedAt ?? 0) + 10 * MINUTE,
    });
  });

  it('with a time of its own goes out at the later of the two', async () => {
    await plan(
      { account: 'website', at: NINE },
      { ...tenMinutesAfterSite, at: '2026-11-23T09:05:00+08:00' },
      { account: 'wechat', at: '2026-11-23T09:30:00+08:00', after: { account: 'website', delay: 'PT10M' } },
    );
    await room.live(HOUR + 9 * MINUTE);
    expect(weibo.visible).toEqual([]);
    await room.live(MINUTE);
    expect(weibo.visible).toHaveLength(1);
    await room.live(19 * MINUTE);
    expect(wechat.visible).toEqual([]);
    await room.live(MINUTE);
    expect(wechat.visible).toHaveLength(1);
  });

  it('may follow another channel, which follows the website', async () => {
    await plan(
      { account: 'website', at: NINE },
      { account: 'wechat', after: { account: 'website', delay: 'PT5M' } },
      { account: 'weibo', after: { account: 'wechat', delay: 'PT5M' } },
    );
    await room.live(HOUR + 9 * MINUTE);
    expect([wechat.visible.length, weibo.visible.length]).toEqual([1, 0]);
    await room.live(MINUTE);
    expect(weibo.visible).toHaveLength(1);
  });
});

describe('a plan', () => {
  it.each<[string, PlannedRequest[], string]>([
    [
      'whose deliveries wait in a circle',
      [
        { account: 'wechat', after: { account: 'weibo', delay: 'PT1M' } },
        { account: 'weibo', after: { account: 'wechat', delay: 'PT1M' } },
      ],
      'plan.circle',
    ],
    [
      'that waits for an account which is not in it',
      [{ account: 'weibo', at: NINE, after: { account: 'wechat' } }],
      'plan.unknown-dependency',
    ],
    ['without any time', [{ account: 'weibo' }], 'plan.no-time'],
  ])('%s is refused in words', async (_name, deliveries, code) => {
    await expect(plan(...deliveries)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/\p{Script=Han}/u) as string,
    });
    expect((await room.parts.store.list({ limit: 10 })).total).toBe(0);
  });
});

describe('when there will be no receipt', () => {
  it('a delivery that goes only if there is one is cancelled, with the reason', async () => {
    siteFails = true;
    const { weibo: follower } = await plan(
      { account: 'website', at: NINE },
      { account: 'weibo', at: NINE, after: { account: 'website', otherwise: 'cancel' } },
    );
    await room.live(2 * HOUR);
    expect(await room.get(follower?.id ?? '')).toMatchObject({
      state: 'cancelled',
      problem: { code: 'delivery.dependency' },
    });
  });

  it('one that follows is held with the reason, and goes on once it is mended', async () => {
    siteFails = true;
    const { website: site, weibo: follower } = await plan(
      { account: 'website', at: NINE },
      { ...tenMinutesAfterSite, grace: 'PT4H' },
    );
    await room.live(2 * HOUR);
    expect(await room.get(follower?.id ?? '')).toMatchObject({ state: 'held', holdBy: 'dependency' });
    siteFails = false;
    await room.act(site?.id ?? '', 'retry');
    await room.live(9 * MINUTE);
    expect(weibo.visible).toEqual([]);
    await room.live(2 * MINUTE);
    expect(weibo.visible).toEqual([follower?.id]);
  });
});

describe('cancelling what others wait for', () => {
  const three = () =>
    plan({ account: 'wechat', at: NINE }, { account: 'weibo', at: NINE, after: { account: 'wechat' } });

  it('holds them with the reason when nothing else is wished', async () => {
    const { wechat: first, weibo: second } = await three();
    await room.act(first?.id ?? '', 'cancel');
    await room.live(HOUR + MINUTE);
    expect(await room.get(second?.id ?? '')).toMatchObject({ state: 'held', holdBy: 'dependency' });
  });

  it('cancels them, too, when that is wished, and says so in the audit', async () => {
    const { wechat: first, weibo: second } = await three();
    await room.act(first?.id ?? '', 'cancel', { dependants: 'cancel' });
    expect(await state(second)).toBe('cancelled');
    expect(await room.audited()).toContain('cancel-dependant');
  });

  it('lets them go alone when that is wished', async () => {
    const { wechat: first, weibo: second } = await three();
    await room.act(first?.id ?? '', 'cancel', { dependants: 'release' });
    await room.live(HOUR + MINUTE);
    expect(await state(second)).toBe('published');
    expect(wechat.visible).toEqual([]);
  });

  it('does not let them go without the website, to whose page their texts lead', async () => {
    const { website: site, weibo: second } = await plan(
      { account: 'website', at: NINE },
      { account: 'weibo', at: NINE },
    );
    await expect(room.act(site?.id ?? '', 'cancel', { dependants: 'release' })).rejects.toMatchObject({
      status: 409,
      code: 'cancel.website-first',
    });
    expect(await state(site)).toBe('planned');
    await room.act(site?.id ?? '', 'cancel', { dependants: 'cancel' });
    expect(await state(second)).toBe('cancelled');
  });
});
