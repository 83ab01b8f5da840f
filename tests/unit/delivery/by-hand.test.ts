import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox, type Sandbox } from '../../../publishers/sandbox/server';
import { loadPublishers } from '../../../publishers/registry';
import type { Delivery } from '../../../src/delivery/delivery';
import { askDueProfiles, knownProfiles } from '../../../src/delivery/profiles';
import { status } from '../../../src/delivery/status';
import { freePort } from '../../integration/product/start-product';
import { createClock, type Clock } from './support/clock';
import { NINE, openNewsroom, SITE, type Newsroom } from './support/newsroom';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let sandbox: Sandbox;
let room: Newsroom;
let clock: Clock;
/** Where articles are read; tests may send readers elsewhere. */
let articles: string;

async function open(): Promise<void> {
  const publisher = loadPublishers().get('wechat');
  if (!publisher) throw new Error('there is a publisher for WeChat');
  room = await openNewsroom({
    clock,
    publishers: [publisher],
    accounts: () => [
      {
        account: { name: 'wechat', publisher: 'wechat', title: '云澜发布', siteUrl: SITE, settings: {} },
        connection: {
          apiBaseUrl: sandbox.wechatBaseUrl,
          articleBaseUrl: articles,
          appId: 'wxsandbox0000000001',
          appSecret: 'sandbox-secret',
        },
      },
    ],
  });
}

beforeEach(async () => {
  clock = createClock();
  const port = await freePort();
  articles = `http://127.0.0.1:${port}`;
  sandbox = await startSandbox({
    port,
    stateDir: null,
    now: clock.now,
    profile: 'personal',
    publishMs: 0,
    publicBaseUrl: articles,
  });
  await open();
});
afterEach(async () => {
  await room.close();
  await sandbox.close();
});

const calls = (path: string): number => sandbox.calls.list().filter((call) => call.path.endsWith(path)).length;

/** Planned for an account that is known not to publish, and its time has come. */
async function waiting(title?: string): Promise<Delivery> {
  await askDueProfiles(room.parts);
  const [delivery] = await room.plan(await room.sign(title === undefined ? {} : { title }), { account: 'wechat' });
  if (!delivery) throw new Error('nothing was planned');
  clock.set(NINE);
  await room.work();
  return room.get(delivery.id);
}

/** A person presses 发表 on the phone. @returns the address that he copies */
async function press(): Promise<string> {
  const page = await (await fetch(`${sandbox.url}/phone/wechat/drafts`)).text();
  const mediaId = /data-draft="([^"]+)"/.exec(page)?.[1];
  const answer = await fetch(`${sandbox.url}/_hand-publish`, { method: 'POST', body: JSON.stringify({ mediaId }) });
  return ((await answer.json()) as { url: string }).url;
}

const found = (url: string, vouched = false) => ({ found: true, url, vouched });

describe('a delivery of an account that may not publish by interface', () => {
  it('says so when it is planned', async () => {
    await askDueProfiles(room.parts);
    expect((await room.planOne('wechat')).problem).toMatchObject({ code: 'plan.by-hand', severity: 'warning' });
  });

  it('is a draft at its time, and a task for a person who is told once; publishing is not even tried', async () => {
    const delivery = await waiting();
    expect(delivery).toMatchObject({ state: 'manual', problem: { code: 'delivery.by-hand' } });
    expect(calls('draft/add')).toBe(1);
    expect(calls('freepublish/submit')).toBe(0);
    expect(await room.noticeTexts()).toEqual([expect.stringMatching(/草稿箱.*发表这一篇.*链接贴回来/)]);
    expect(await status(room.parts)).toMatchObject({ manual: 1, overdue: 0 });
  });

  it('is published with the address of what the person published', async () => {
    const { id } = await waiting();
    const url = await press();
    expect(await room.act(id, 'resolve', found(`${url}#rd`))).toMatchObject({
      state: 'published',
      receipt: { id: url, url },
      problem: null,
    });
    expect(sandbox.ledger()).toMatchObject([{ kind: 'by-hand', marker: id }]);
    await room.live(4 * HOUR);
    expect(await room.noticeTexts()).toHaveLength(1);
  });

  it('is looked at ten times at most, then again after ten minutes', async () => {
    const { id } = await waiting();
    const look = () => room.act(id, 'resolve', found(`${articles}/s/nowhere`));
    for (let times = 0; times < 10; times += 1) await expect(look()).rejects.toMatchObject({ status: 422 });
    await expect(look()).rejects.toMatchObject({ status: 429, code: 'check.too-often' });
    clock.pass(10 * MINUTE);
    await expect(look()).rejects.toMatchObject({ status: 422 });
  });

  it('is read back after an hour and a day as if it had gone out by itself', async () => {
    const { id } = await waiting();
    await room.act(id, 'resolve', found(await press()));
    await room.live(30 * MINUTE);
    expect(await room.get(id)).toMatchObject({ state: 'published', problem: null });
    sandbox.alter({ id: sandbox.ledger().at(-1)?.id ?? '', title: '被人改过的标题' });
    await room.live(HOUR);
    expect(await room.get(id)).toMatchObject({
      state: 'published',
      problem: { code: 'wechat.differs', what: expect.stringContaining('标题') as string },
    });
    sandbox.alter({ id: sandbox.ledger().at(-1)?.id ?? '', deleted: true });
    await room.live(25 * HOUR);
    expect(await room.get(id)).toMatchObject({ state: 'withdrawn', problem: { code: 'delivery.removed-by-platform' } });
  });

  it('is withdrawn by a person too, even once the account may delete by interface', async () => {
    const { id } = await waiting();
    await room.act(id, 'resolve', found(await press()));
    sandbox.scenarios.profile = 'verified';
    await room.act(id, 'withdraw', { reason: '数据有误' });
    await room.live(MINUTE);
    expect(await room.parts.store.withdrawalOf(id)).toMatchObject({
      state: 'manual',
      problem: { code: 'delivery.withdraw-by-hand' },
    });
    expect((await room.get(id)).state).toBe('published');
  });

  it('is not published with the address of another article, of another delivery or of a deleted one', async () => {
    const other = await waiting('另一篇文章');
    const otherUrl = await press();
    await room.act(other.id, 'resolve', found(otherUrl));
    const { id } = await waiting('这一篇文章');
    const refused = { status: 422, code: 'receipt.differs', details: { vouchable: false } };
    const call = room.act(id, 'resolve', found(otherUrl, true));
    await expect(call).rejects.toMatchObject({ ...refused, message: expect.stringMatching(/“另一篇文章”/) as string });

    const url = await press();
    const article = sandbox.ledger().at(-1)?.id ?? '';
    sandbox.alter({ id: article, link: `${SITE}/explainers/elsewhere/?pub=x` });
    await expect(room.act(id, 'resolve', found(url))).rejects.toMatchObject(refused);
    sandbox.alter({ id: article, deleted: true });
    await expect(room.act(id, 'resolve', found(url))).rejects.toMatchObject({ status: 422, code: 'receipt.gone' });
    expect(await room.get(id)).toMatchObject({ state: 'manual', receipt: null });
  });

  it('is not published with an address elsewhere, which nobody fetches', async () => {
    const { id } = await waiting();
    let asked = 0;
    const inside = createServer((_request, response) => {
      asked += 1;
      response.end('<meta property="og:title" content="内网">');
    });
    await new Promise<void>((listening) => inside.listen(0, '127.0.0.1', listening));
    const { port } = inside.address() as AddressInfo; // listening on TCP, so not a pipe's name
    const host = new URL(articles).host;
    for (const url of [
      `http://127.0.0.1:${port}/s/abc`,
      `http://${host}@127.0.0.1:${port}/s/abc`,
      `http://${host}/_ledger`,
      'http://169.254.169.254/s/abc',
    ]) {
      await expect(room.act(id, 'resolve', found(url, true))).rejects.toMatchObject({ code: 'receipt.not-article' });
    }
    expect(asked).toBe(0);
    await new Promise((closed) => inside.close(closed));
  });

  it('whose page cannot be read is published only once somebody has looked himself', async () => {
    await room.close();
    articles = `http://127.0.0.1:${await freePort()}`;
    await open();
    const { id } = await waiting();
    const url = `${articles}/s/abc`;
    await expect(room.act(id, 'resolve', found(url))).rejects.toMatchObject({
      status: 422,
      code: 'receipt.unreadable',
      details: { vouchable: true },
    });
    expect((await room.get(id)).state).toBe('manual');
    expect(await room.act(id, 'resolve', found(url, true))).toMatchObject({ state: 'published', receipt: { url } });
  });

  it('reminds after an hour and when its grace is over, and no more', async () => {
    const { id } = await waiting();
    await room.live(59 * MINUTE);
    expect(await room.noticeTexts()).toHaveLength(1);
    await room.live(2 * MINUTE);
    expect((await room.noticeTexts()).slice(1)).toEqual([expect.stringContaining('已经等了 1 小时')]);
    await room.live(HOUR);
    expect((await room.noticeTexts()).slice(2)).toEqual([expect.stringContaining('已超过允许的延迟')]);
    await room.live(48 * HOUR);
    expect(await room.noticeTexts()).toHaveLength(3);
    expect((await room.get(id)).state).toBe('manual');
  });

  it('goes out by itself once the account may publish', async () => {
    const { id } = await waiting();
    sandbox.scenarios.profile = 'verified';
    clock.pass(25 * HOUR);
    await askDueProfiles(room.parts);
    await room.act(id, 'retry');
    await room.live(MINUTE);
    expect((await room.get(id)).state).toBe('published');
    expect(sandbox.ledger()).toMatchObject([{ kind: 'article' }]);
  });
});

it('an account that loses the right unawares leaves the delivery to a person, and is asked again what it may do', async () => {
  sandbox.scenarios.profile = 'verified';
  await askDueProfiles(room.parts);
  const may = async () =>
    (await knownProfiles(room.parts.store)).get('wechat')?.capabilities.find(({ name }) => name === 'publish')?.may;
  const { id } = await room.planOne('wechat');
  sandbox.scenarios.profile = 'personal';
  clock.set(NINE);
  await room.work();
  expect(await room.get(id)).toMatchObject({ state: 'manual', problem: { code: 'wechat.48001' } });
  expect(await may()).toBe(true);
  await askDueProfiles(room.parts);
  expect(await may()).toBe(false);
});

it('staff are told when an account may not publish any more, and when it may again; not of what stays', async () => {
  sandbox.scenarios.profile = 'verified';
  const nextDay = async (profile: 'personal' | 'verified') => {
    sandbox.scenarios.profile = profile;
    clock.pass(25 * HOUR);
    await askDueProfiles(room.parts);
    return room.noticeTexts();
  };
  expect(await nextDay('verified')).toEqual([]);
  expect(await nextDay('verified')).toEqual([]);
  expect(await nextDay('personal')).toEqual([expect.stringMatching(/^“云澜发布”现在不能由系统发布/)]);
  expect(await nextDay('personal')).toHaveLength(1);
  expect((await nextDay('verified')).slice(1)).toEqual([expect.stringMatching(/^“云澜发布”现在可以由系统发布了/)]);
});
