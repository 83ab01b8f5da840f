import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Account, Content, Json, Mode, Rendition } from '../../../../publishers/contract';
import { startSandbox, type Sandbox } from '../../../../publishers/sandbox/server';
import { wechat } from '../../../../publishers/wechat/index';
import type { WechatPayload } from '../../../../publishers/wechat/payload';
import { sendPreview } from '../../../../publishers/wechat/send-preview';
import { mediaOf, sampleVersion } from '../article/sample-version';
import { prepareAll, prepared } from './run-through';
import { testIo, type TestIo } from './test-io';

const MINUTE = 60_000;
const DELIVERY = '01JD0DELIVERY0000000000000';
const FILM = readFileSync(resolve(__dirname, '../../../../src/seed/media/pension.mp4'));
const film = mediaOf('解读.mp4', FILM, { mime: 'video/mp4', duration: 60 });
const account = (settings: Json = {}): Account => ({
  name: 'wechat',
  publisher: 'wechat',
  title: '云澜发布',
  siteUrl: 'https://jiedu.yunlan.gov.cn',
  settings,
});
const ADDRESS = 'https://jiedu.yunlan.gov.cn/explainers/01JD0EXPLAINER/';

let now: number;
let sandbox: Sandbox;
beforeEach(async () => {
  now = Date.parse('2026-11-23T01:00:00.000Z');
  sandbox = await startSandbox({ port: 0, stateDir: null, publishMs: 1_000, now: () => new Date(now) });
});
afterEach(() => sandbox.close());

/** Both clocks go on. */
function pass(milliseconds: number, io: TestIo): void {
  now += milliseconds;
  io.clock = new Date(now);
}
function newIo(): TestIo {
  const connection = { apiBaseUrl: sandbox.wechatBaseUrl, appId: 'wxsandbox0000000001', appSecret: 'sandbox-secret' };
  const io = testIo(connection, [[film, FILM]]);
  io.clock = new Date(now);
  return io;
}
const render = (changes: Partial<Content>, mode: Mode = 'mass', settings: Json = {}): Rendition<WechatPayload> =>
  wechat.render(sampleVersion(changes), account(settings), mode);
const VIDEO: Partial<Content> = {
  form: 'video',
  title: '三分钟看懂养老金',
  summary: '12月起多领98元。',
  video: { media: film, poster: null, captions: '', transcript: '字', chapters: [] },
};
const withFilm = (changes: Partial<typeof film>): Partial<Content> => ({
  ...VIDEO,
  video: { media: { ...film, ...changes }, poster: null, captions: '', transcript: '字', chapters: [] },
});
const codes = (rendition: Rendition<WechatPayload>) => wechat.check(rendition).map(({ code }) => code);
const called = (path: string) => sandbox.calls.list().filter((one) => one.path.endsWith(path)).length;

describe('a video that is pushed', () => {
  test('reaches followers as a video once, with its words and the way to the site', async () => {
    const io = newIo();
    const rendition = render(VIDEO);
    expect(rendition.payload.kind).toBe('mpvideo');
    expect(codes(rendition)).toEqual(['wechat.only-on-site']);
    expect(rendition.media).toEqual([film]);
    const value = await prepared(rendition, io, DELIVERY);
    expect(sandbox.ledger()).toEqual([]);
    const outcome = await wechat.commit(value, io, DELIVERY);
    if (outcome.state !== 'pending') throw new Error(outcome.state);
    pass(2 * MINUTE, io);
    const { answer } = outcome;
    const intentAt = new Date(now - 2_000).toISOString();
    expect(await wechat.confirm({ delivery: DELIVERY, prepared: value, intentAt, answer }, io)).toMatchObject({
      state: 'published',
    });
    expect(await wechat.commit(value, io, DELIVERY)).toMatchObject({ state: 'pending' });
    const [entry, ...others] = sandbox.ledger();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ kind: 'mass', link: ADDRESS });
    expect(entry?.text).toContain('三分钟看懂养老金\n12月起多领98元。');
    const phone = await fetch(`${sandbox.url}/phone/wechat`).then((response) => response.text());
    const source = /<video[^>]* src="([^"]+)"/.exec(phone)?.[1] ?? '';
    const shown = await fetch(sandbox.url + source);
    expect(Buffer.from(await shown.arrayBuffer()).equals(FILM)).toBe(true);
  });

  test('waits while the platform transcodes it, without a second upload', async () => {
    sandbox.scenarios.transcodeMs = MINUTE;
    const io = newIo();
    const { last } = await prepareAll(render(VIDEO), io, DELIVERY);
    if (last.state !== 'wait') throw new Error(last.state);
    expect(last.askAgainAfter).toBe(30);
    pass(MINUTE, io);
    expect((await prepareAll(render(VIDEO), io, DELIVERY, last.done)).last).toMatchObject({ state: 'ready' });
    expect(called('add_material')).toBe(1);
  });

  test('whose file was deleted on the platform is uploaded again', async () => {
    const io = newIo();
    await prepared(render(VIDEO), io, DELIVERY);
    sandbox.reset();
    expect(await prepared(render(VIDEO), io, 'next')).toMatchObject({ kind: 'mpvideo' });
    expect(called('add_material')).toBe(1);
  });

  test('that the platform does not know is certainly not sent', async () => {
    const io = newIo();
    const value = await prepared(render(VIDEO), io, DELIVERY);
    sandbox.faults.add({ platform: 'wechat', endpoint: 'message/mass/sendall', kind: 'error-code', code: 40007 });
    expect(await wechat.commit(value, io, DELIVERY)).toMatchObject({
      state: 'rejected',
      problem: { code: 'wechat.40007' },
    });
  });

  test.each([
    ['more than 10 MB', { bytes: 10 * 1024 * 1024 + 1 }],
    ['another format', { mime: 'video/quicktime' }],
  ])('of %s becomes an article that leads to it, and staff are told', (_what, changes) => {
    const rendition = render(withFilm(changes));
    expect(rendition.payload.kind).toBe('news');
    expect(codes(rendition)).toEqual(['wechat.video-not-pushed']);
  });

  test('is an article where it is published without a push', () => {
    const rendition = render(withFilm({ bytes: 10 * 1024 * 1024 + 1 }), 'publish');
    expect(rendition.payload.kind).toBe('news');
    expect(codes(rendition)).toEqual([]);
  });

  test('is shown in the preview', () => {
    const html = wechat.preview(render(VIDEO), (ref) => `/media/${ref.sha256}`);
    expect(html).toContain(`<video controls preload="metadata" src="/media/${film.sha256}">`);
    expect(html).toContain(ADDRESS);
  });
});

describe('a mass message to followers with a tag', () => {
  test('goes to them, and the preview says so', async () => {
    const io = newIo();
    const rendition = render({}, 'mass', { massTagId: 2 });
    expect(wechat.preview(rendition, () => '')).toContain('只群发给标签 2 的粉丝');
    const value = await prepared(rendition, io, DELIVERY);
    expect(await wechat.commit(value, io, DELIVERY)).toMatchObject({ state: 'pending' });
    pass(MINUTE, io);
    expect(sandbox.ledger()).toMatchObject([{ kind: 'mass', reach: 1 }]);
  });

  test('is refused where the account has no such tag', async () => {
    const io = newIo();
    const value = await prepared(render({}, 'mass', { massTagId: 99 }), io, DELIVERY);
    expect(await wechat.commit(value, io, DELIVERY)).toMatchObject({
      state: 'rejected',
      problem: { code: 'wechat.45159' },
    });
  });

  test('is none where the article is published without a push', () => {
    expect(render({}, 'publish', { massTagId: 2 })).toEqual(render({}, 'publish'));
  });
});

describe('a look at it on one phone', () => {
  test('shows nothing to anybody else and leaves it to be sent', async () => {
    const io = newIo();
    for (const changes of [{}, VIDEO]) {
      const value = await prepared(render(changes), io, DELIVERY);
      expect(await sendPreview(value.mediaId, value.kind, ' wang_xiaoming ', io)).toEqual({ ok: true });
      pass(MINUTE, io);
      expect(sandbox.ledger()).toEqual([]);
      expect(await sendPreview(value.mediaId, value.kind, 'wang_xiaoming', io)).toEqual({ ok: true });
    }
  });

  test.each([
    ['nobody', '  ', 'wechat.40132'],
    ['a name that nobody can have', '王晓明', 'wechat.40132'],
  ])('of %s is refused in words', async (_who, name, code) => {
    const io = newIo();
    const { mediaId } = await prepared(render({}), io, DELIVERY);
    expect(await sendPreview(mediaId, 'news', name, io)).toMatchObject({ problem: { code } });
  });

  test('of what is not there, by a foreign account, or without a network', async () => {
    const io = newIo();
    expect(await sendPreview('gone', 'news', 'wang_xiaoming', io)).toMatchObject({ problem: { code: 'wechat.40007' } });
    sandbox.scenarios.profile = 'personal';
    expect(await sendPreview('gone', 'news', 'wang_xiaoming', io)).toMatchObject({ problem: { code: 'wechat.48001' } });
    const nowhere = testIo({ ...io.connection, apiBaseUrl: 'http://127.0.0.1:1' });
    expect(await sendPreview('gone', 'news', 'wang_xiaoming', nowhere)).toMatchObject({
      problem: { code: 'delivery.unreachable' },
    });
  });
});

describe('the confirmation of a mass message by the administrator', () => {
  async function submitted(io: TestIo) {
    const value = await prepared(render({}), io, DELIVERY);
    const outcome = await wechat.commit(value, io, DELIVERY);
    if (outcome.state !== 'pending') throw new Error(outcome.state);
    const intentAt = new Date(now).toISOString();
    let { answer } = outcome;
    return async (after: number) => {
      pass(after, io);
      const confirmation = await wechat.confirm({ delivery: DELIVERY, prepared: value, intentAt, answer }, io);
      if (confirmation.state === 'pending') ({ answer } = confirmation);
      return confirmation;
    };
  }

  test('is asked for in words once sending takes longer than usual, until it is sent', async () => {
    sandbox.scenarios.publishMs = 20 * MINUTE;
    const ask = await submitted(newIo());
    const first = await ask(MINUTE);
    expect(first).toMatchObject({ state: 'pending' });
    expect(first).not.toHaveProperty('meanwhile');
    expect(await ask(2 * MINUTE)).toMatchObject({
      state: 'pending',
      answer: { awaits: 'confirmation' },
      meanwhile: { code: 'wechat.mass-awaits-confirmation' },
    });
    expect(await ask(20 * MINUTE)).toMatchObject({ state: 'published' });
  });

  test('that is not given within 30 minutes is named as the likely reason', async () => {
    Object.assign(sandbox.scenarios, { publishMs: 30 * MINUTE, nextMass: 'err(40002)' });
    const ask = await submitted(newIo());
    await ask(5 * MINUTE);
    expect(await ask(26 * MINUTE)).toMatchObject({
      state: 'rejected',
      problem: { code: 'wechat.mass-not-confirmed' },
    });
    expect(sandbox.ledger()).toEqual([]);
  });

  test('is not blamed for what fails at once', async () => {
    sandbox.scenarios.nextMass = 'err(20013)';
    const ask = await submitted(newIo());
    expect(await ask(3 * MINUTE)).toMatchObject({ state: 'rejected', problem: { code: 'wechat.mass-failed' } });
  });
});
