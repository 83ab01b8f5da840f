import { createPlan, type PlanRequest } from '../../../src/delivery/plan';
import { Refusal } from '../../../src/delivery/refusal';
import { TABLES } from '../../../src/delivery/schema';
import type { StoredVersion } from '../../../src/delivery/store/versions';
import { problem } from '../../../publishers/problems';
import { memoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

let room: Newsroom;
let version: StoredVersion;
beforeAll(async () => {
  const faulty = memoryPublisher('weibo', () => ({ check: () => [problem('media.gone', { name: '封面.png' })] }));
  room = await openNewsroom({ publishers: [memoryPublisher('website'), memoryPublisher('wechat'), faulty] });
});
afterAll(() => room.close());
beforeEach(async () => {
  version = await room.sign();
});

const NINE = '2026-11-23T09:00:00+08:00';
const request = (changes: Partial<PlanRequest> = {}): PlanRequest => ({
  explainer: version.explainer,
  version: version.id,
  deliveries: [{ account: 'wechat', at: NINE }],
  by: '李编辑',
  ...changes,
});
const refusal = async (changes: Partial<PlanRequest>): Promise<Refusal> => {
  const error: unknown = await createPlan(room.parts, request(changes)).catch((caught: unknown) => caught);
  if (!(error instanceof Refusal)) throw new Error(`was not refused: ${JSON.stringify(error)}`);
  return error;
};
const rows = async () => Number((await room.db(TABLES.deliveries).count('id as n').first())?.['n']);

describe('a plan', () => {
  const at = (time: string) => ({ deliveries: [{ account: 'wechat', at: time }] });
  const refused: readonly [string, () => Partial<PlanRequest>, number, string][] = [
    ['of something that was never signed', () => ({ version: 'draft' }), 409, 'plan.unsigned'],
    ['of another explainer’s version', () => ({ explainer: 'other' }), 409, 'plan.other-explainer'],
    [
      'for an account that does not exist',
      () => ({ deliveries: [{ account: 'qq', at: NINE }] }),
      422,
      'plan.unknown-account',
    ],
    [
      'that names an account twice',
      () => ({ deliveries: [1, 2].map(() => ({ account: 'wechat', at: NINE })) }),
      422,
      'plan.account-twice',
    ],
    ['R8: for yesterday', () => at('2026-11-22T09:00:00+08:00'), 422, 'plan.time-past'],
    ['R8: for today, earlier', () => at('2026-11-23T07:58:59+08:00'), 422, 'plan.time-past'],
    ['R8: without a zone', () => at('2026-11-23T09:00:00'), 400, 'time.invalid'],
    ['R8: for 31 February', () => at('2027-02-31T09:00:00+08:00'), 400, 'time.invalid'],
    [
      'with a grace that is no duration',
      () => ({ deliveries: [{ account: 'wechat', at: NINE, grace: '2h' }] }),
      400,
      'duration.invalid',
    ],
    [
      'with a rendition that has problems',
      () => ({ deliveries: [{ account: 'weibo', at: NINE }] }),
      422,
      'plan.problems',
    ],
    [
      'in which a channel comes before the website that it links to',
      () => ({
        deliveries: [
          { account: 'website', at: NINE },
          { account: 'wechat', at: '2026-11-23T08:59:00+08:00' },
        ],
      }),
      422,
      'plan.before-website',
    ],
  ];
  it.each(refused)('%s is refused, and nothing of it is stored', async (_what, changes, status, code) => {
    const before = await rows();
    expect(await refusal(changes())).toMatchObject({ status, code });
    expect(await rows()).toBe(before);
  });

  it('says in words which problems stop it', async () => {
    const { message, details } = await refusal({ deliveries: [{ account: 'weibo', at: NINE }] });
    expect(message).toContain('账号weibo');
    expect(details.problems).toMatchObject([
      { code: 'media.gone', what: expect.stringContaining('封面.png') as string },
    ]);
  });

  it('is made whole or not at all: one bad delivery refuses the good ones', async () => {
    const before = await rows();
    await refusal({
      deliveries: [
        { account: 'wechat', at: NINE },
        { account: 'qq', at: NINE },
      ],
    });
    expect(await rows()).toBe(before);
  });

  it('makes the others wait for the website of the same plan', async () => {
    const [site, wechat] = await room.plan(version, { account: 'website' }, { account: 'wechat' });
    expect(wechat?.dependsOn).toBe(site?.id);
    expect(site?.dependsOn).toBeNull();
  });

  it('makes a later plan wait for the website that was planned before, and refuses to come before it', async () => {
    const [site] = await room.plan(version, { account: 'website', at: '2026-11-23T10:00:00+08:00' });
    expect((await refusal({})).code).toBe('plan.before-website');
    const [wechat] = await room.plan(version, { account: 'wechat', at: '2026-11-23T10:00:00+08:00' });
    expect(wechat?.dependsOn).toBe(site?.id);
  });

  it('holds exactly what was signed, by its hash, and says who made it', async () => {
    const [delivery] = await room.plan(version, { account: 'wechat' });
    const stored = await room.parts.store.rendition(delivery?.rendition ?? '');
    expect(stored?.payload).toEqual({ title: version.content.title, summary: version.content.summary });
    const audit: unknown = await room.db(TABLES.audit).where({ subject: delivery?.plan }).first('who', 'action');
    expect(audit).toEqual({ who: '李编辑', action: 'plan' });
  });

  it('for now is due now, with two hours of grace unless said otherwise', async () => {
    const [delivery] = await room.plan(version, { account: 'wechat', at: 'now' });
    expect(delivery).toMatchObject({ dueAt: room.clock.now().getTime(), grace: 7_200_000 });
    const [other] = await room.plan(await room.sign(), { account: 'wechat', grace: 'PT30M' });
    expect(other?.grace).toBe(1_800_000);
  });
});

describe('R20: the same plan a second time', () => {
  it('is refused with the delivery that exists', async () => {
    const [first] = await room.plan(version, { account: 'wechat' });
    expect(await refusal({})).toMatchObject({ status: 409, code: 'plan.exists', details: { delivery: first?.id } });
  });

  it('is refused when both come at the same moment: one of them is made', async () => {
    const made = await Promise.allSettled(Array.from({ length: 5 }, () => createPlan(room.parts, request())));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of made) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ status: 409, code: 'plan.exists' });
    }
    const { total } = await room.parts.store.list({ explainer: version.explainer, limit: 10 });
    expect(total).toBe(1);
  });

  it('is possible after the first was cancelled', async () => {
    const [first] = await room.plan(version, { account: 'wechat' });
    await room.act(first?.id ?? '', 'cancel');
    const [second] = await room.plan(version, { account: 'wechat' });
    expect(second?.id).not.toBe(first?.id);
  });
});
