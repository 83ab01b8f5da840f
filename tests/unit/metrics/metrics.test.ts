import { freeze } from '../../../src/delivery/freeze';
import { createMetrics } from '../../../src/metrics/metrics';
import { forAWhile } from '../../../src/metrics/for-a-while';
import { mayReadMetrics } from '../../../src/metrics/may-read-metrics';
import { createMonitorAnswers } from '../../../src/metrics/monitor-answers';
import { serveMonitors } from '../../../src/metrics/serve-monitors';
import { Refusal } from '../../../src/delivery/refusal';
import { beat } from '../../../src/delivery/workers';
import { memoryPublisher } from '../delivery/support/memory-publisher';
import { openNewsroom, type Newsroom } from '../delivery/support/newsroom';
import { parseMetrics } from './parse-metrics';

const TOKEN = 'the-token';

let room: Newsroom | null = null;
afterEach(async () => {
  await room?.close();
  room = null;
});

describe('who may read the metrics', () => {
  const ask = (remoteAddress: string, headers: Record<string, string>, token: string | null = TOKEN): number => {
    try {
      mayReadMetrics({ socket: { remoteAddress }, headers }, token);
      return 200;
    } catch (error) {
      if (error instanceof Refusal) return error.status;
      throw error;
    }
  };
  const bearer = { authorization: `Bearer ${TOKEN}` };

  it.each([
    ['this machine', '127.0.0.1', {}, 200],
    ['this machine by IPv6', '::1', {}, 200],
    ['this machine by both', '::ffff:127.0.0.1', {}, 200],
    ['the bearer from anywhere', '203.0.113.5', bearer, 200],
    ['the bearer through a proxy', '127.0.0.1', { ...bearer, 'x-forwarded-for': '203.0.113.5' }, 200],
    ['anybody else', '203.0.113.5', {}, 401],
    ['somebody through a proxy', '127.0.0.1', { 'x-forwarded-for': '203.0.113.5' }, 401],
    ['somebody through a proxy that writes as RFC 7239', '127.0.0.1', { forwarded: 'for=203.0.113.5' }, 401],
    ['somebody who claims to come from here', '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, 401],
    ['an address that only begins like ours', '127.0.0.1.example', {}, 401],
    ['the bearer of another token', '203.0.113.5', { authorization: 'Bearer another' }, 401],
  ])('%s', (_who, address, headers, status) => {
    expect(ask(address, headers)).toBe(status);
  });

  it('is nobody from outside while no token is set', () => {
    expect(ask('203.0.113.5', {}, null)).toBe(503);
    expect(ask('203.0.113.5', { authorization: 'Bearer null' }, null)).toBe(503);
    expect(ask('127.0.0.1', {}, null)).toBe(200);
  });
});

describe('the metrics', () => {
  it('say how the promises stand, whichever process is asked', async () => {
    const own = (room = await openNewsroom({ publishers: [memoryPublisher('wechat'), memoryPublisher('weibo')] }));
    await own.planOne('wechat');
    const held = await own.planOne('weibo');
    await own.act(held.id, 'hold', {});
    await freeze(own.parts.store, ['weibo'], '演练', '王主任', own.clock.now());
    await own.live(60 * 60_000);
    await beat(own.parts);
    own.clock.pass(4_000);
    const read = parseMetrics(await createMetrics(own.parts).text());
    expect(Object.fromEntries(read)).toMatchObject({
      mingbai_overdue: 0,
      mingbai_oldest_open_seconds: 0,
      mingbai_held: 1,
      mingbai_rejected: 0,
      mingbai_manual: 0,
      mingbai_uncertain: 0,
      mingbai_missed: 0,
      mingbai_tick_age_seconds: 4,
      mingbai_workers: 1,
      'mingbai_account_healthy{account="wechat"}': 1,
      'mingbai_account_held{account="wechat"}': 0,
      'mingbai_frozen{account="wechat"}': 0,
      'mingbai_frozen{account="weibo"}': 1,
      'mingbai_deliveries{account="wechat",state="published"}': 1,
      'mingbai_deliveries{account="weibo",state="held"}': 1,
      'mingbai_published_total{account="wechat"}': 1,
      'mingbai_lateness_seconds{quantile="0.5"}': 0,
      'mingbai_lateness_seconds{quantile="0.99"}': 0,
      mingbai_due_last_day: 2,
      mingbai_on_time_last_day: 1,
    });
    // A second process beside it, or the same after a restart.
    const again = parseMetrics(await createMetrics(own.parts).text());
    expect(again.get('mingbai_published_total{account="wechat"}')).toBe(1);
  });

  it('show that nobody works by an age that every threshold notices', async () => {
    const own = (room = await openNewsroom({ publishers: [memoryPublisher('wechat')] }));
    const read = parseMetrics(await createMetrics(own.parts).text());
    expect(read.get('mingbai_tick_age_seconds')).toBe(Number.POSITIVE_INFINITY);
    expect(read.get('mingbai_workers')).toBe(0);
  });
});

describe('a worker', () => {
  it('answers monitors on a port of its own, and nothing else', async () => {
    const own = (room = await openNewsroom({ publishers: [memoryPublisher('wechat')] }));
    let alive = true;
    const answers = createMonitorAnswers({ parts: own.parts, isAlive: () => alive, token: TOKEN });
    const log = (): void => undefined;
    const close = await serveMonitors({ host: '127.0.0.1', port: 47_913 }, answers, log);
    const ask = async (path: string, headers: Record<string, string> = {}) =>
      fetch(`http://127.0.0.1:47913${path}`, { headers });
    try {
      expect((await ask('/_ready')).status).toBe(200);
      alive = false;
      expect((await ask('/_ready')).status).toBe(503);
      expect((await ask('/_live')).status).toBe(200);
      expect((await ask('/admin')).status).toBe(404);
      const answer = await ask('/metrics?x=1');
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=/);
      expect(await answer.text()).toContain('mingbai_overdue 0');
      expect((await ask('/metrics', { 'x-forwarded-for': '203.0.113.5' })).status).toBe(401);
      await expect(serveMonitors({ host: '127.0.0.1', port: 47_913 }, answers, log)).rejects.toThrow('EADDRINUSE');
    } finally {
      await close();
    }
  });
});

describe('a costly question', () => {
  it('is asked once by all who ask meanwhile, and anew when its answer is old', async () => {
    let asked = 0;
    let now = 0;
    const ask = forAWhile(
      5_000,
      () => Promise.resolve(++asked),
      () => now,
    );
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
    now = 4_999;
    expect(await ask()).toBe(1);
    now = 5_000;
    expect(await ask()).toBe(2);
  });

  it('is asked again at once when it could not be answered', async () => {
    let asked = 0;
    const ask = forAWhile(5_000, () => (++asked === 1 ? Promise.reject(new Error('no')) : Promise.resolve('yes')));
    await expect(ask()).rejects.toThrow('no');
    expect(await ask()).toBe('yes');
  });
});
