import sharp from 'sharp';
import type { Account, Mode, Problem } from '../../../../publishers/contract';
import type { Scenarios } from '../../../../publishers/sandbox/scenarios';
import { startSandbox, type Sandbox } from '../../../../publishers/sandbox/server';
import { wechat } from '../../../../publishers/wechat/index';
import { REACTIONS, type Reaction } from '../../../../src/delivery/reactions';
import { mediaOf, sampleVersion } from '../article/sample-version';
import { prepareAll, prepared } from './run-through';
import { testIo, type TestIo } from './test-io';

const DELIVERY = '01JD0DELIVERY0000000000000';
const MINUTE = 60_000;
let now: number;
let sandbox: Sandbox;
let cover: ReturnType<typeof mediaOf>;
let coverBytes: Buffer;
beforeAll(async () => {
  coverBytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#14527A' } })
    .jpeg()
    .toBuffer();
  cover = mediaOf('封面.jpg', coverBytes, { mime: 'image/jpeg' });
});
beforeEach(async () => {
  now = Date.parse('2026-11-23T01:00:00.000Z');
  sandbox = await startSandbox({ port: 0, stateDir: null, publishMs: 1_000, now: () => new Date(now) });
});
afterEach(() => sandbox.close());

function newIo(): TestIo {
  const connection = { apiBaseUrl: sandbox.wechatBaseUrl, appId: 'wxsandbox0000000001', appSecret: 'sandbox-secret' };
  const io = testIo(connection, [[cover, coverBytes]]);
  io.clock = new Date(now);
  return io;
}
const account = (settings: Account['settings'] = {}): Account => ({
  name: 'wechat',
  publisher: 'wechat',
  title: '云澜发布',
  siteUrl: 'https://jiedu.yunlan.gov.cn',
  settings,
});
const article = (mode: Mode, settings: Account['settings'] = {}) =>
  wechat.render(sampleVersion({ cover }), account(settings), mode);

/** Every state of the account and its drafts, what we say of it, and what the engine makes of that. */
const STATES: readonly (readonly [
  scenario: Partial<Scenarios>,
  where: 'verify' | 'prepare' | 'publish' | 'mass',
  code: string,
  reaction: Reaction,
  words: RegExp,
])[] = [
  [{ standing: 'secret-frozen' }, 'verify', '40243', 'account', /AppSecret 已被冻结.*公众号后台重新生成/],
  [{ standing: 'token-forbidden' }, 'verify', '50004', 'account', /禁止.*公众号后台查看账号状态/],
  [{ standing: 'frozen' }, 'verify', '50007', 'account', /已被微信冻结.*公众号后台/],
  [{ standing: 'awaits-administrator' }, 'verify', '89503', 'account', /管理员确认.*请公众号管理员在微信里确认/],
  [{ standing: 'refused-for-a-day' }, 'verify', '89506', 'account', /拒绝.*24 小时/],
  [{ standing: 'refused-for-an-hour' }, 'verify', '89507', 'account', /拒绝.*1 小时/],
  [
    { whitelist: ['203.0.113.0/24'], callerIp: '198.51.100.9' },
    'verify',
    '40164',
    'account',
    /198\.51\.100\.9.*白名单/,
  ],
  [{ standing: 'limited' }, 'prepare', '50002', 'account', /限制.*公众号后台/],
  [{ standing: 'interfaces-banned' }, 'prepare', '48004', 'by-hand', /封禁.*公众号后台发表/],
  [{ standing: 'publishing-banned' }, 'publish', '53500', 'by-hand', /封禁.*发表，再贴上链接/],
  [{ draftCheck: 'fails' }, 'publish', '53503', 'by-hand', /没有通过微信的发布检查.*公众号后台/],
  [{ draftCheck: 'website-only' }, 'publish', '53504', 'by-hand', /公众号后台使用这份草稿/],
  [{ draftCheck: 'unsaved' }, 'publish', '53505', 'by-hand', /手动保存/],
  [{ draftCheck: 'unsaved' }, 'mass', '48021', 'by-hand', /自动保存的草稿/],
  [{ standing: 'mass-not-agreed' }, 'mass', '48003', 'by-hand', /群发协议/],
];

test.each(STATES)('%j at %s: %s, for the engine "%s"', async (scenario, where, code, reaction, words) => {
  const io = newIo();
  const problem = await problemAt(where, scenario, io);
  expect(problem.code).toBe(`wechat.${code}`);
  expect(REACTIONS[problem.kind]).toBe(reaction);
  expect(problem.what + problem.next).toMatch(words);
  now += 60 * MINUTE;
  expect(sandbox.ledger()).toEqual([]);
});

async function problemAt(
  where: (typeof STATES)[number][1],
  scenario: Partial<Scenarios>,
  io: TestIo,
): Promise<Problem> {
  if (where === 'verify' || where === 'prepare') {
    Object.assign(sandbox.scenarios, scenario);
    const answer =
      where === 'verify'
        ? await wechat.verify(account(), io)
        : (await prepareAll(article('publish'), io, DELIVERY)).last;
    if (!('problem' in answer) || answer.problem === null) throw new Error(JSON.stringify(answer));
    return answer.problem;
  }
  const value = await prepared(article(where), io, DELIVERY);
  Object.assign(sandbox.scenarios, scenario);
  const outcome = await wechat.commit(value, io, DELIVERY);
  if (outcome.state !== 'rejected') throw new Error(JSON.stringify(outcome));
  return outcome.problem;
}

test('publishing too often is tried again by itself', async () => {
  const io = newIo();
  const value = await prepared(article('publish'), io, DELIVERY);
  sandbox.scenarios.publishGapMs = MINUTE;
  const other = await prepared(article('publish'), io, '01JD0ANOTHER00000000000000');
  expect(await wechat.commit(other, io, '01JD0ANOTHER00000000000000')).toMatchObject({ state: 'pending' });
  expect(await wechat.commit(value, io, DELIVERY)).toMatchObject({
    state: 'rejected',
    problem: { code: 'wechat.53501', kind: 'later' },
  });
  now += MINUTE;
  expect(await wechat.commit(value, io, DELIVERY)).toMatchObject({ state: 'pending' });
});

/** Submits a mass send and asks what became of it after so long. */
async function massAfter(wait: number, settings: Account['settings'] = {}) {
  const io = newIo();
  const value = await prepared(article('mass', settings), io, DELIVERY);
  const intentAt = new Date(now).toISOString();
  const outcome = await wechat.commit(value, io, DELIVERY);
  if (outcome.state !== 'pending') throw new Error(JSON.stringify(outcome));
  let { answer } = outcome;
  const ask = async (milliseconds: number) => {
    now += milliseconds;
    io.clock = new Date(now);
    const seen = await wechat.confirm({ delivery: DELIVERY, prepared: value, intentAt, answer }, io);
    if (seen.state === 'pending') ({ answer } = seen);
    return seen;
  };
  return { first: await ask(wait), ask };
}

test('a mass send under 群发保护 waits for the administrator, who is named, and fails where he does nothing', async () => {
  sandbox.scenarios.massProtection = true;
  const { first, ask } = await massAfter(3 * MINUTE);
  expect(first).toMatchObject({ state: 'pending', meanwhile: { code: 'wechat.mass-awaits-confirmation' } });
  expect(await ask(28 * MINUTE)).toMatchObject({ state: 'rejected', problem: { code: 'wechat.mass-not-confirmed' } });
  expect(sandbox.ledger()).toEqual([]);
});

test('and goes out once he has confirmed it', async () => {
  sandbox.scenarios.massProtection = true;
  const { first, ask } = await massAfter(3 * MINUTE);
  expect(first.state).toBe('pending');
  await fetch(`${sandbox.url}/_confirm-mass`, { method: 'POST', body: '{"accept":true}' });
  expect(await ask(2_000)).toMatchObject({ state: 'published' });
  expect(sandbox.ledger()).toHaveLength(1);
});

test.each(['may-reprint', 'may-not-reprint'] as const)(
  'a mass send that the check for originals calls "%s" fails',
  async (reprint) => {
    sandbox.scenarios.reprint = reprint;
    const { first } = await massAfter(MINUTE);
    expect(first).toMatchObject({ state: 'rejected', problem: { code: 'wechat.mass-failed' } });
  },
);

describe('a mass send to a tag', () => {
  const call = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const granted = { grant_type: 'client_credential', appid: 'wxsandbox0000000001', secret: 'sandbox-secret' };
    const url = `${sandbox.wechatBaseUrl}/cgi-bin`;
    const token = await fetch(`${url}/stable_token`, { method: 'POST', body: JSON.stringify(granted) });
    const { access_token } = (await token.json()) as { access_token: string };
    const answer = await fetch(`${url}/${path}?access_token=${access_token}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Record<string, unknown>;
  };

  test('reaches those who have it', async () => {
    const { tag } = await call('tags/create', { tag: { name: '医保' } });
    const { id: massTagId } = tag as { id: number };
    await call('tags/members/batchtagging', { openid_list: ['oSandboxCitizen0000000000001'], tagid: massTagId });
    expect((await massAfter(MINUTE, { massTagId })).first).toMatchObject({ state: 'published' });
    expect(sandbox.ledger()).toMatchObject([{ kind: 'mass', reach: 1 }]);
  });

  test('that nobody has, or that is gone, says that nobody got it', async () => {
    const { tag } = await call('tags/create', { tag: { name: '空的' } });
    const { id: massTagId } = tag as { id: number };
    expect((await massAfter(MINUTE, { massTagId })).first).toMatchObject({
      state: 'rejected',
      problem: { code: 'wechat.mass-failed' },
    });
    await call('tags/delete', { tag: { id: massTagId } });
    const io = newIo();
    const value = await prepared(article('mass', { massTagId }), io, '01JD0ANOTHER00000000000000');
    expect(await wechat.commit(value, io, '01JD0ANOTHER00000000000000')).toMatchObject({
      state: 'rejected',
      problem: { code: 'wechat.45159', next: expect.stringContaining('标签') as string },
    });
  });
});
