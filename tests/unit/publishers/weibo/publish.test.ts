import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import type { Content, Json, Outcome, Pending } from '../../../../publishers/contract';
import { startSandbox, type Sandbox } from '../../../../publishers/sandbox/server';
import { weibo } from '../../../../publishers/weibo';
import { base62 } from '../../../../publishers/weibo/base62';
import { weiboCodes } from '../../../../publishers/weibo/codes';
import type { WeiboPrepared } from '../../../../publishers/weibo/post';
import { account, mediaRef, version } from './fixtures';
import { testIo, type TestIo } from './io';

const UID = '1404376560';
const site = account({ siteUrl: 'http://localhost:1337', settings: {} });

let sandbox: Sandbox;
let io: TestIo;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, stateDir: null, weiboToken: 'secret-token', weiboUid: UID });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  sandbox.scenarios.weiboToken = 'valid';
  sandbox.scenarios.boundDomain = 'localhost';
  io = ioWith({});
});

const ioWith = (changed: Record<string, string>, files: Record<string, Uint8Array> = {}): TestIo =>
  testIo({
    connection: {
      apiBaseUrl: sandbox.weiboBaseUrl,
      accessToken: 'secret-token',
      uid: UID,
      rip: '203.0.113.7',
      ...changed,
    },
    files,
    timeout: 1_000,
  });

async function ready(changed: Partial<Content> = {}): Promise<WeiboPrepared> {
  const preparation = await weibo.prepare(weibo.render(version(changed), site, 'publish'), null, io, 'd1');
  if (preparation.state !== 'ready') throw new Error(JSON.stringify(preparation));
  return preparation.prepared;
}

const pending = (prepared: WeiboPrepared, answer: Json | null = null): Pending<WeiboPrepared> => ({
  delivery: 'd1',
  prepared,
  intentAt: io.clock.toISOString(),
  answer,
});
const codeOf = (outcome: Outcome | { state: 'absent' }) => ('problem' in outcome ? outcome.problem.code : null);
/** An address where somebody listened a moment ago. */
async function deadAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a string only for pipes
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
const posts = () => sandbox.ledger().filter(({ platform }) => platform === 'weibo');

describe('a post', () => {
  it('goes out with its text, its link and its public address', async () => {
    const prepared = await ready();
    const outcome = await weibo.commit(prepared, io, 'd1');
    expect(outcome.state).toBe('published');
    const [post, ...others] = posts();
    expect(others).toEqual([]);
    expect(post).toMatchObject({ text: prepared.status, link: 'http://localhost:1337/explainers/exp1/' });
    expect(outcome).toMatchObject({
      receipt: { id: post?.id, url: `https://weibo.com/${UID}/${base62(post?.id ?? '')}` },
    });
  });

  it('takes its picture along as a JPEG of bearable size, the same each time', async () => {
    const png = await sharp({ create: { width: 3000, height: 1500, channels: 4, background: '#14527a80' } })
      .png()
      .toBuffer();
    io = ioWith({}, { m1: png });
    const prepared = await ready({ cover: mediaRef() });
    expect(prepared.picture?.id).toBe('m1');
    await weibo.commit(prepared, io, 'd1');
    sandbox.reset();
    await weibo.commit(prepared, io, 'd1');
    const [first, second] = io.sent.map(({ multipart }) => multipart?.find((part) => 'bytes' in part));
    expect(first).toEqual(second);
    if (!first || !('bytes' in first)) throw new Error('no picture was sent');
    expect(await sharp(first.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 2048, height: 1024 });
  });

  it('is not sent when its picture is gone or unreadable, neither early nor at the last moment', async () => {
    const rendition = weibo.render(version({ cover: mediaRef() }), site, 'publish');
    expect(await weibo.prepare(rendition, null, io, 'd1')).toMatchObject({
      state: 'rejected',
      problem: { code: 'media.gone' },
    });
    io = ioWith({}, { m1: Buffer.from('no picture') });
    expect(await weibo.prepare(rendition, null, io, 'd1')).toMatchObject({
      problem: { code: 'weibo.picture-unreadable' },
    });
    const outcome = await weibo.commit({ status: 'x', picture: mediaRef({ id: 'other' }) }, io, 'd1');
    expect(codeOf(outcome)).toBe('media.gone');
    expect(io.sent).toEqual([]);
  });

  it('is not sent while the account is not connected', async () => {
    io = ioWith({ accessToken: '', rip: '' });
    const outcome = await weibo.commit(await ready(), io, 'd1');
    expect(outcome).toMatchObject({ state: 'rejected', problem: { code: 'weibo.not-connected' } });
    expect(JSON.stringify(outcome)).toContain('accessToken、rip');
  });
});

describe('an answer in doubt', () => {
  it.each(['drop-after', 'hang-after', 'truncated', 'html', 'no-id'] as const)(
    'R1: after %s the post is public once, its sending uncertain, and it can be found',
    async (kind) => {
      sandbox.faults.add({ platform: 'weibo', endpoint: 'statuses/share.json', kind });
      const prepared = await ready();
      const outcome = await weibo.commit(prepared, io, 'd1');
      expect(outcome).toMatchObject({ state: 'uncertain', problem: { code: 'delivery.no-answer' } });
      expect(await weibo.confirm(pending(prepared), io)).toMatchObject({
        state: 'published',
        receipt: { id: posts()[0]?.id },
      });
      expect(posts()).toHaveLength(1);
    },
  );

  it.each(['drop-before', 'http-5xx'] as const)('after %s nobody claims that it was or was not sent', async (kind) => {
    sandbox.faults.add({ platform: 'weibo', endpoint: 'statuses/share.json', kind });
    const prepared = await ready();
    expect((await weibo.commit(prepared, io, 'd1')).state).toBe('uncertain');
    const asked = pending(prepared);
    expect(await weibo.confirm(asked, io)).toEqual({ state: 'pending', answer: null, askAgainAfter: 15 });
    io.clock = new Date(io.clock.getTime() + 121_000);
    expect(await weibo.confirm(asked, io)).toMatchObject({
      state: 'uncertain',
      problem: { code: 'delivery.no-answer' },
    });
  });

  it('is certainly not sent when nobody listens', async () => {
    io = ioWith({ apiBaseUrl: await deadAddress() });
    expect(await weibo.commit(await ready(), io, 'd1')).toMatchObject({
      state: 'rejected',
      problem: { code: 'delivery.unreachable', kind: 'later' },
    });
  });

  it('20032: waits for a post that the platform has but does not show yet', async () => {
    sandbox.scenarios.nextShareSlowMs = 300;
    const prepared = await ready();
    const outcome = await weibo.commit(prepared, io, 'd1');
    expect(outcome).toEqual({ state: 'pending', answer: { code: 20032 }, askAgainAfter: 15 });
    const asked = pending(prepared, { code: 20032 });
    expect((await weibo.confirm(asked, io)).state).toBe('pending');
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect(await weibo.confirm(asked, io)).toMatchObject({ state: 'published', receipt: { id: posts()[0]?.id } });
  });

  it('20019: looks whether the same text is there already, and never alters it', async () => {
    const prepared = await ready();
    await weibo.commit(prepared, io, 'd1');
    const again = await weibo.commit(prepared, io, 'd1');
    expect(again).toMatchObject({ state: 'pending', answer: { code: 20019 } });
    expect(await weibo.confirm(pending(prepared, { code: 20019 }), io)).toMatchObject({ state: 'published' });
    expect(posts()).toHaveLength(1);
  });

  it('leaves it to a person when the same words stand there from long before', async () => {
    const prepared = await ready();
    await weibo.commit(prepared, io, 'd1');
    io.clock = new Date(io.clock.getTime() + 3_600_000);
    const asked = pending(prepared, { code: 20019 });
    expect((await weibo.confirm(asked, io)).state).toBe('pending');
    io.clock = new Date(io.clock.getTime() + 121_000);
    expect(await weibo.confirm(asked, io)).toMatchObject({ state: 'uncertain', problem: { code: 'weibo.20019' } });
  });

  it('keeps asking for ten minutes when the platform cannot be asked', async () => {
    const prepared = await ready();
    sandbox.faults.add({ platform: 'weibo', endpoint: 'user_timeline.json', kind: 'drop-before', times: 2 });
    const asked = pending(prepared);
    io.clock = new Date(io.clock.getTime() + 500_000);
    expect((await weibo.confirm(asked, io)).state).toBe('pending');
    io.clock = new Date(io.clock.getTime() + 101_000);
    expect((await weibo.confirm(asked, io)).state).toBe('uncertain');
  });
});

describe('the answers of the platform', () => {
  const unknown = Object.entries(weiboCodes).filter(([, { kind }]) => kind === 'unknown');
  const certain = Object.entries(weiboCodes).filter(([, { kind }]) => kind !== 'unknown');
  const answered = async (code: string) => {
    sandbox.faults.add({ platform: 'weibo', endpoint: 'share.json', kind: 'error-code', code: Number(code.slice(6)) });
    return weibo.commit(await ready(), io, 'd1');
  };

  it('are certain refusals, but for those that are not', async () => {
    for (const [code] of certain) expect(await answered(code)).toMatchObject({ state: 'rejected', problem: { code } });
    for (const [code] of unknown) expect((await answered(code)).state).toMatch(/^(uncertain|pending)$/);
    expect(await answered('weibo.29999')).toMatchObject({
      state: 'uncertain',
      problem: { code: 'weibo.unknown-code' },
    });
    expect(posts()).toEqual([]);
  });

  it('say what happened and what to do, with the number for those who ask the platform', () => {
    for (const [code, { what, next }] of Object.entries(weiboCodes)) {
      expect(what).toContain(code.slice(6));
      expect(what + next).not.toMatch(/[!！]/);
      expect(next.length).toBeGreaterThan(3);
    }
  });

  it('10014: a person posts it', async () => {
    expect(await answered('weibo.10014')).toMatchObject({ problem: { kind: 'permission' } });
  });
});

describe('a post that was published', () => {
  it('is seen to be there, and seen to be gone', async () => {
    const prepared = await ready();
    const outcome = await weibo.commit(prepared, io, 'd1');
    if (outcome.state !== 'published') throw new Error('not published');
    const known = pending(prepared, { ...outcome.receipt });
    expect(await weibo.confirm(known, io)).toEqual(outcome);
    sandbox.reset();
    expect(await weibo.confirm(known, io)).toMatchObject({
      state: 'rejected',
      problem: { code: 'delivery.removed-by-platform' },
    });
  });

  it('is not taken for gone because the platform cannot be asked', async () => {
    const prepared = await ready();
    sandbox.faults.add({ platform: 'weibo', endpoint: 'show.json', kind: 'http-5xx', times: 1 });
    expect((await weibo.confirm(pending(prepared, { id: '5127059882412345' }), io)).state).toBe('pending');
  });
});

describe('an account', () => {
  it('is healthy while its authorisation lives', async () => {
    expect(await weibo.verify(site, io)).toMatchObject({ healthy: true });
  });

  it('is not when the authorisation is revoked, belongs to somebody else or cannot be asked', async () => {
    expect(await weibo.verify(account({ settings: { uid: '1' } }), io)).toMatchObject({
      healthy: false,
      problem: { code: 'weibo.uid-mismatch' },
    });
    sandbox.scenarios.weiboToken = 'revoked';
    expect(await weibo.verify(site, io)).toMatchObject({ healthy: false, problem: { kind: 'config' } });
    expect(await weibo.verify(site, ioWith({ apiBaseUrl: await deadAddress() }))).toMatchObject({
      problem: { code: 'delivery.unreachable' },
    });
    expect(await weibo.verify(site, ioWith({ uid: '' }))).toMatchObject({ problem: { code: 'weibo.not-connected' } });
  });
});
