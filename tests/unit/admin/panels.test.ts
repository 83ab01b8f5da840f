import { planRows, readPlan, type PlanChoice } from '../../../src/admin/panels/plan-draft';
import { signingState } from '../../../src/admin/panels/signing-state';
import { personName } from '../../../src/admin/panels/person-name';
import { inBoardOrder } from '../../../src/admin/pages/board/in-board-order';
import { engineSilence } from '../../../src/admin/pages/board/engine-silence';
import type { Account, Delivery, Problem } from '../../../src/admin/newsroom/shapes';

const version = (number: number) => ({
  id: `v${number}`,
  number,
  hash: 'sha256:00',
  signedAt: '2026-11-23T01:00:00.000Z',
  signedBy: '李编辑',
});
const problem = (severity: Problem['severity']): Problem => ({
  code: 'content.summary-missing',
  kind: 'input',
  severity,
  what: '还没有写一句话看懂。',
  next: '请用一两句话写出答案。',
  field: 'summary',
});
const account = (name: string, changes: Partial<Account> = {}): Account => ({
  name,
  title: name,
  publisher: name,
  healthy: true,
  problem: null,
  heldSince: null,
  modes: ['publish'],
  canWithdraw: true,
  origin: 'sandbox',
  byHand: false,
  profile: null,
  certifiedUntil: null,
  certifiedDays: null,
  ...changes,
});
const delivery = (changes: Partial<Delivery>): Delivery => ({
  id: 'd1',
  explainer: 'e1',
  explainerTitle: '门诊共济怎么报销',
  version: 'v1',
  versionNumber: 1,
  account: 'website',
  accountTitle: '网站',
  mode: 'publish',
  kind: 'publish',
  dueAt: '2026-11-23T01:00:00.000Z',
  state: 'planned',
  hash: 'sha256:00',
  attempts: [],
  receipt: null,
  problem: null,
  holdReason: null,
  ...changes,
});

describe('signing', () => {
  test('is needed while no version exists', () => {
    const state = signingState({ versions: [], changedSinceSigning: false, checks: [] }, false);
    expect(state).toEqual({ title: '未签发', latest: null, needed: true, obstacle: null });
  });

  test('is not offered again while nothing has changed', () => {
    const state = signingState({ versions: [version(2), version(1)], changedSinceSigning: false, checks: [] }, false);
    expect(state.title).toBe('已签发第 2 版');
    expect(state.needed).toBe(false);
  });

  test('is needed again after a change, saved or not', () => {
    const signed = { versions: [version(1)], checks: [] };
    expect(signingState({ ...signed, changedSinceSigning: true }, false).title).toBe('已签发第 1 版，之后有修改');
    expect(signingState({ ...signed, changedSinceSigning: false }, true).needed).toBe(true);
  });

  test('asks for saving first, because only what is saved is signed', () => {
    const state = signingState({ versions: [], changedSinceSigning: true, checks: [] }, true);
    expect(state.obstacle).toBe('有未保存的修改，请先保存。');
  });

  test('is stopped by errors but not by warnings', () => {
    const unsigned = { versions: [], changedSinceSigning: true };
    expect(signingState({ ...unsigned, checks: [problem('error')] }, false).obstacle).not.toBeNull();
    expect(signingState({ ...unsigned, checks: [problem('warning')] }, false).obstacle).toBeNull();
  });
});

describe('planning', () => {
  const AT = '2026-11-24T09:00:00';
  const both: Account['modes'] = ['publish', 'mass'];

  test('suggests every channel that is well and has nothing planned, at one time', () => {
    const accounts = [account('website'), account('wechat', { healthy: false }), account('weibo')];
    const rows = planRows(accounts, [], 'v1', AT, {});
    expect(rows.map((row) => [row.account.name, row.chosen, row.at])).toEqual([
      ['website', true, AT],
      ['wechat', false, AT],
      ['weibo', true, AT],
    ]);
  });

  test('offers a channel again once its delivery was cancelled or withdrawn, and for another version', () => {
    const offered = (deliveries: readonly Delivery[], version: string) =>
      planRows([account('website')], deliveries, version, AT, {}).length;
    expect(offered([delivery({})], 'v1')).toBe(0);
    expect(offered([delivery({})], 'v2')).toBe(1);
    expect(offered([delivery({ state: 'cancelled' }), delivery({ state: 'withdrawn' })], 'v1')).toBe(1);
  });

  test('offers what is left of a channel with two modes, but does not suggest it', () => {
    const [row] = planRows([account('wechat', { modes: both })], [delivery({ account: 'wechat' })], 'v1', AT, {});
    expect(row).toMatchObject({ modes: ['mass'], mode: 'mass', chosen: false });
  });

  test('keeps what a person has entered', () => {
    const choices = { wechat: { chosen: true, mode: 'mass', at: 'now' } } as const;
    const [row] = planRows([account('wechat', { modes: both, healthy: false })], [], 'v1', AT, choices);
    expect(row).toMatchObject({ chosen: true, mode: 'mass', at: 'now' });
  });

  test('sends times in China and “now” as it is', () => {
    const accounts = [account('website'), account('wechat', { modes: both }), account('weibo')];
    const choices = { website: { at: 'now' }, wechat: { mode: 'mass' }, weibo: { chosen: false } } as const;
    expect(readPlan(planRows(accounts, [], 'v1', AT, choices)).deliveries).toEqual([
      { account: 'website', mode: 'publish', at: 'now' },
      { account: 'wechat', mode: 'mass', at: '2026-11-24T09:00:00+08:00' },
    ]);
  });

  test('lets a channel follow the website by minutes, but not the website itself, nor where there is none', () => {
    const accounts = [account('website'), account('weibo')];
    const choices = { weibo: { minutesAfterSite: '10' }, website: { minutesAfterSite: '10' } };
    expect(readPlan(planRows(accounts, [], 'v1', AT, choices)).deliveries).toEqual([
      { account: 'website', mode: 'publish', at: '2026-11-24T09:00:00+08:00' },
      { account: 'weibo', mode: 'publish', after: { account: 'website', delay: 'PT10M' } },
    ]);
    const without = planRows(accounts, [], 'v1', AT, { ...choices, website: { chosen: false } });
    expect(without.find((row) => row.account.name === 'weibo')).toMatchObject({
      mayFollow: false,
      minutesAfterSite: null,
    });
    expect(readPlan(planRows(accounts, [], 'v1', AT, { weibo: { minutesAfterSite: '' } })).obstacle).toContain(
      '多少分钟',
    );
  });

  test('sends nothing without a channel or without a complete time', () => {
    const planned = (choice: PlanChoice) =>
      readPlan(planRows([account('website')], [], 'v1', AT, { website: choice })).obstacle;
    expect(planned({ chosen: false })).toBe('请选择渠道。');
    expect(planned({ at: '' })).toBe('请填写完整的日期和时间。');
  });
});

test('the board says so when the engine does not run, because then no time is kept', () => {
  expect(engineSilence(1)).toBeNull();
  expect(engineSilence(null)).toContain('没有启动');
  expect(engineSilence(120)).toContain('120 秒');
});

test('the board begins with what needs a person, then what comes next, then what is over', () => {
  const at = (hour: number) => `2026-11-23T0${hour}:00:00.000Z`;
  const order = inBoardOrder([
    delivery({ id: 'published early', state: 'published', dueAt: at(1) }),
    delivery({ id: 'planned late', state: 'planned', dueAt: at(9) }),
    delivery({ id: 'published late', state: 'published', dueAt: at(2) }),
    delivery({ id: 'held', state: 'held', dueAt: at(8) }),
    delivery({ id: 'uncertain', state: 'uncertain', dueAt: at(1) }),
  ]);
  expect(order.map(({ id }) => id)).toEqual(['uncertain', 'held', 'planned late', 'published late', 'published early']);
});

test('a version is signed by a name, not by an address', () => {
  expect(personName('李编辑 <editor@example.gov.cn>')).toBe('李编辑');
  expect(personName('editor@example.gov.cn')).toBe('editor@example.gov.cn');
});
