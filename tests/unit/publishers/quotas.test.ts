import type { Account, Json } from '../../../publishers/contract';
import { loadPublishers } from '../../../publishers/registry';
import { startSandbox } from '../../../publishers/sandbox/server';
import { DAILY_LIMITS } from '../../../publishers/sandbox/wechat/daily-limits';

const accountOf = (publisher: string, settings: Json = {}): Account => ({
  name: publisher,
  publisher,
  title: '云澜发布',
  siteUrl: 'https://www.yunlan.gov.cn',
  settings,
});
const quotasOf = (publisher: string, settings: Json = {}) =>
  loadPublishers().get(publisher)?.quotas(accountOf(publisher, settings)) ?? [];

describe.each([
  ['website', {}, []],
  ['micro-broadcast', {}, []],
  ['wechat', {}, ['mass 1 day', 'publish 100 day']],
  ['wechat', { kind: 'subscription' }, ['mass 1 day', 'publish 100 day']],
  ['wechat', { kind: 'service' }, ['mass 4 month', 'publish 100 day']],
  ['wechat', { kind: 'service', massPerDay: 2 }, ['mass 2 day', 'publish 100 day']],
  ['wechat', { massPerDay: 1, massPerMonth: 10 }, ['mass 1 day', 'mass 10 month', 'publish 100 day']],
  ['wechat', { kind: '服务号' }, ['mass 1 day', 'publish 100 day']],
  ['weibo', {}, ['any 30 hour', 'any 100 day']],
  ['weibo', { perHour: 60, perDay: 300 }, ['any 60 hour', 'any 300 day']],
  ['weibo', { perHour: -1 }, ['any 30 hour', 'any 100 day']],
])('%s with %j', (publisher, settings, expected) => {
  const quotas = quotasOf(publisher, settings);

  test('may publish as often as its platform says', () => {
    expect(quotas.map(({ mode, limit, window }) => `${mode ?? 'any'} ${limit} ${window}`)).toEqual(expected);
  });

  test('names each quota once, in words that hold its number', () => {
    expect(new Set(quotas.map(({ name }) => name)).size).toBe(quotas.length);
    for (const { title, limit } of quotas) expect(title).toMatch(new RegExp(`^每(小时|天|月) ${limit} [次条]`));
  });
});

test('the sandbox refuses at the same numbers', async () => {
  const sandbox = await startSandbox({ port: 0, stateDir: null });
  const { weiboPerHour, weiboPerDay } = sandbox.scenarios;
  await sandbox.close();
  expect(quotasOf('weibo').map(({ limit }) => limit)).toEqual([weiboPerHour, weiboPerDay]);
  expect(quotasOf('wechat').at(-1)?.limit).toBe(DAILY_LIMITS['/cgi-bin/freepublish/submit']);
});
