import type { Outcome, Preparation } from '../../../publishers/contract';
import type { FaultInput } from '../../../publishers/sandbox/http/faults';
import { retryAfter } from '../../../publishers/retry-after';
import { wechat } from '../../../publishers/wechat';
import { weibo } from '../../../publishers/weibo';
import { sandboxPlace } from '../../contract/sandbox-place';
import { sampleVersion } from './article/sample-version';
import { prepareAll, prepared } from './wechat/run-through';

const DELIVERY = '01JD0DELIVERY0000000000000';
/** 17:20:30 in China: the hour has 39.5 minutes left, the day 6 hours and 39.5 minutes. */
const NOW = new Date('2026-11-23T09:20:30.000Z');
const HOUR_LEFT = 39.5 * 60 + 60;
const DAY_LEFT = 6 * 3600 + HOUR_LEFT;

type Place = Awaited<ReturnType<typeof sandboxPlace>>;

describe('Retry-After', () => {
  test.each([
    [429, '120', 120],
    [503, ' 5 ', 5],
    [429, 'Mon, 23 Nov 2026 09:22:30 GMT', 120],
    [429, 'Mon, 23 Nov 2026 09:00:00 GMT', 1],
    [429, '0', 1],
    [429, '99999999', 86_400],
    [429, 'soon', null],
    [429, '', null],
    [200, '120', null],
  ])('of status %s, "%s", means %s seconds', (status, value, expected) => {
    expect(retryAfter({ status, headers: { 'retry-after': value }, text: '' }, NOW)).toBe(expected);
  });

  test('where there is none, nothing is said', () => {
    expect(retryAfter({ status: 429, headers: {}, text: '' }, NOW)).toBeNull();
  });
});

describe('wechat', () => {
  let place: Place;
  const rendition = () => wechat.render(sampleVersion(), place.account, 'publish');
  const fault = (kind: FaultInput['kind'], endpoint: string, more: Partial<FaultInput> = {}) =>
    void place.sandbox.faults.add({ platform: 'wechat', endpoint, kind, ...more });
  const preparing = async (): Promise<Preparation> => (await prepareAll(rendition(), place.io, DELIVERY)).last;
  const committing = async (spoil: () => void): Promise<Outcome> => {
    const value = await prepared(rendition(), place.io, DELIVERY);
    spoil();
    return wechat.commit(value, place.io, DELIVERY);
  };
  beforeEach(async () => {
    place = await sandboxPlace('wechat', {});
    place.io.clock = NOW;
  });
  afterEach(() => place.close());

  test.each(['stable_token', 'material/add_material', 'draft/add'])(
    'prepare waits as long as %s asks to, and says so',
    async (endpoint) => {
      fault('retry-after', endpoint, { ms: 77_000 });
      const last = await preparing();
      expect(last).toMatchObject({ state: 'later', askAgainAfter: 77, problem: { code: 'delivery.asked-to-wait' } });
      expect(await preparing()).toMatchObject({ state: 'ready' });
    },
  );

  test.each([
    [45009, DAY_LEFT],
    [45011, 60],
    [45061, 300],
  ])('prepare knows when refusal %s ends', async (code, seconds) => {
    fault('error-code', 'draft/add', { code });
    expect(await preparing()).toMatchObject({ state: 'later', askAgainAfter: seconds });
  });

  test.each([
    [45009, DAY_LEFT],
    [45028, DAY_LEFT],
    [53501, 300],
  ])('commit refused with %s says when to try again', async (code, seconds) => {
    const outcome = await committing(() => fault('error-code', 'freepublish/submit', { code }));
    expect(outcome).toMatchObject({ state: 'rejected', askAgainAfter: seconds, problem: { code: `wechat.${code}` } });
  });

  test('commit without a token was certainly not sent, and waits as the question for the token was told to', async () => {
    const outcome = await committing(() => {
      place.pass(3 * 3600_000);
      void place.io.cache.delete(`wechat:${place.sandbox.wechatBaseUrl}:wxsandbox0000000001:token`);
      fault('retry-after', 'stable_token', { ms: 30_000 });
    });
    expect(outcome).toMatchObject({ state: 'rejected', askAgainAfter: 30, problem: { kind: 'later' } });
  });

  test('commit answered with 429 and no word of the platform stays in doubt: it is never sent twice', async () => {
    const outcome = await committing(() => fault('retry-after', 'freepublish/submit', { ms: 30_000 }));
    expect(outcome).toMatchObject({ state: 'uncertain', problem: { code: 'delivery.no-answer' } });
    expect(outcome).not.toHaveProperty('askAgainAfter');
  });

  test('a refusal that waiting does not mend carries no time', async () => {
    const outcome = await committing(() => fault('error-code', 'freepublish/submit', { code: 48001 }));
    expect(outcome).toMatchObject({ state: 'rejected' });
    expect(outcome).not.toHaveProperty('askAgainAfter');
  });
});

describe('weibo', () => {
  let place: Place;
  const committing = async (spoil: Partial<FaultInput>): Promise<Outcome> => {
    const rendition = weibo.render(sampleVersion(), place.account, 'publish');
    const step = await weibo.prepare(rendition, null, place.io, DELIVERY);
    if (step.state !== 'ready') throw new Error('not ready');
    place.sandbox.faults.add({ platform: 'weibo', endpoint: 'share.json', kind: 'error-code', ...spoil });
    return weibo.commit(step.prepared, place.io, DELIVERY);
  };
  beforeEach(async () => {
    place = await sandboxPlace('weibo', {});
    place.io.clock = NOW;
  });
  afterEach(() => place.close());

  test.each([
    [10022, HOUR_LEFT],
    [10023, HOUR_LEFT],
    [10024, HOUR_LEFT],
    [20016, 600],
  ])('commit refused with %s says when to try again', async (code, seconds) => {
    expect(await committing({ code })).toMatchObject({ state: 'rejected', askAgainAfter: seconds });
  });

  test('where the platform gives no time, none is made up', async () => {
    const outcome = await committing({ code: 20014 });
    expect(outcome).toMatchObject({ state: 'rejected', problem: { kind: 'later' } });
    expect(outcome).not.toHaveProperty('askAgainAfter');
  });

  test('429 without a word of the platform stays in doubt', async () => {
    expect(await committing({ kind: 'retry-after', ms: 30_000 })).toMatchObject({ state: 'uncertain' });
  });
});
