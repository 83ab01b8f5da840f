import sharp from 'sharp';
import type { Account, Mode, Rendition } from '../../../../publishers/contract';
import { startSandbox, type Sandbox } from '../../../../publishers/sandbox/server';
import { wechat } from '../../../../publishers/wechat/index';
import type { WechatPayload } from '../../../../publishers/wechat/payload';
import { mediaOf, sampleVersion } from '../article/sample-version';
import { confirmUntilDecided, prepareAll, prepared } from './run-through';
import { testIo, type TestIo } from './test-io';

const DELIVERY = '01JD0DELIVERY0000000000000';
const account: Account = {
  name: 'wechat',
  publisher: 'wechat',
  title: '云澜发布',
  siteUrl: 'https://jiedu.yunlan.gov.cn',
  settings: {},
};
const CANONICAL = 'https://jiedu.yunlan.gov.cn/explainers/01JD0EXPLAINER/';

let sandbox: Sandbox;
let picture: ReturnType<typeof mediaOf>;
let pictureBytes: Buffer;

beforeAll(async () => {
  pictureBytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#336699' } })
    .webp()
    .toBuffer();
  picture = mediaOf('收费.webp', pictureBytes, { mime: 'image/webp' });
});
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, stateDir: null, publishMs: 40 });
});
afterEach(() => sandbox.close());

const connection = (changes: Record<string, string> = {}) => ({
  apiBaseUrl: sandbox.wechatBaseUrl,
  appId: 'wxsandbox0000000001',
  appSecret: 'sandbox-secret',
  ...changes,
});
const newIo = (changes: Record<string, string> = {}): TestIo => testIo(connection(changes), [[picture, pictureBytes]]);
const article = (mode: Mode = 'publish'): Rendition<WechatPayload> =>
  wechat.render(
    sampleVersion({ body: `## 收费\n\n![各级医院收费](${picture.url})`, media: [picture], cover: picture }),
    account,
    mode,
  );
const imagePost = (): Rendition<WechatPayload> =>
  wechat.render(
    sampleVersion({
      form: 'image',
      title: '一图看懂门诊报销',
      images: [{ media: picture, caption: '报销比例', longDescription: '二级医院在职报销60%，退休报销70%。' }],
    }),
    account,
    'publish',
  );

describe('an article goes out', () => {
  test('published on the account page, with picture, cover and the marker of its delivery', async () => {
    const io = newIo();
    const value = await prepared(article(), io, DELIVERY);
    expect(sandbox.ledger()).toEqual([]);
    const outcome = await wechat.commit(value, io, DELIVERY);
    expect(outcome).toMatchObject({ state: 'pending', askAgainAfter: 2 });

    const confirmation = await confirmUntilDecided(value, io, DELIVERY, outcome);
    expect(confirmation).toMatchObject({ state: 'published' });
    const [entry, ...others] = sandbox.ledger();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ kind: 'article', marker: DELIVERY, link: `${CANONICAL}?pub=${DELIVERY}` });
    expect(confirmation.state === 'published' && confirmation.receipt).toMatchObject({
      id: entry?.id,
      url: entry?.url.replace('http:', 'https:'),
    });
  });

  test('the platform keeps everything that we send: its cleaning changes nothing that readers see', async () => {
    const io = newIo();
    const { mediaId } = await prepared(article(), io, DELIVERY);
    const token = [...io.cached].find(([key]) => key.endsWith(':token'))?.[1] ?? '';
    const stored = await fetch(`${sandbox.wechatBaseUrl}/cgi-bin/draft/get?access_token=${token}`, {
      method: 'POST',
      body: JSON.stringify({ media_id: mediaId }),
    }).then((response) => response.text());
    const { news_item: items } = JSON.parse(stored) as { news_item: { content: string }[] };
    const html = items[0]?.content ?? '';
    const { payload } = article();
    const sent = payload.kind === 'news' ? payload.contentHtml : '';
    const words = (text: string) => text.replace(/<[^>]*>/g, '');
    expect(words(html)).toBe(words(sent));
    const tags = (text: string) => [...text.matchAll(/<\/?([a-z0-9]+)/g)].map(([tag]) => tag);
    expect(tags(html)).toEqual(tags(sent));
    expect(html.match(/src="https:\/\/mmbiz\.qpic\.cn\//g)).toHaveLength(2);
    const styles = (text: string) =>
      [...text.matchAll(/style="([^"]*)"/g)].map(([, style]) => (style ?? '').replaceAll('; ', ';'));
    expect(styles(html)).toEqual(styles(sent));
  });

  test('sent to all followers once, under the number of the delivery', async () => {
    const io = newIo();
    const value = await prepared(article('mass'), io, DELIVERY);
    const outcome = await wechat.commit(value, io, DELIVERY);
    const confirmation = await confirmUntilDecided(value, io, DELIVERY, outcome);
    expect(confirmation).toMatchObject({ state: 'published', receipt: { url: null } });
    expect(sandbox.ledger()).toHaveLength(1);
    expect(sandbox.ledger()[0]).toMatchObject({ kind: 'mass', marker: DELIVERY });
    expect(await wechat.commit(value, io, DELIVERY)).toMatchObject({ state: 'pending' });
    expect(sandbox.ledger()).toHaveLength(1);
  });

  test('an image set becomes an image post whose text leads to the site', async () => {
    const io = newIo();
    const value = await prepared(imagePost(), io, DELIVERY);
    const outcome = await wechat.commit(value, io, DELIVERY);
    expect(await confirmUntilDecided(value, io, DELIVERY, outcome)).toMatchObject({ state: 'published' });
    const text = sandbox.ledger()[0]?.text ?? '';
    expect(text).toContain('图1 报销比例\n二级医院在职报销60%');
    expect(text.endsWith(`${CANONICAL}?pub=${DELIVERY}`)).toBe(true);
  });

  test('can be withdrawn, also when somebody has already deleted it', async () => {
    const io = newIo();
    const value = await prepared(article(), io, DELIVERY);
    const confirmation = await confirmUntilDecided(value, io, DELIVERY, await wechat.commit(value, io, DELIVERY));
    if (confirmation.state !== 'published') throw new Error('not published');
    expect(await wechat.withdraw?.(confirmation.receipt, '有误', io)).toMatchObject({ state: 'published' });
    expect(await wechat.withdraw?.({ ...confirmation.receipt, id: 'unknown' }, '有误', io)).toMatchObject({
      state: 'published',
    });
  });
});

describe('preparation', () => {
  test('goes step by step and starts again wherever it was cut off, without a second draft or upload', async () => {
    const io = newIo();
    const { steps } = await prepareAll(article(), io, DELIVERY);
    expect(steps).toBe(4); // token, picture and QR code, cover, draft
    sandbox.calls.clear();
    io.cached.clear();
    const first = await prepared(article(), io, DELIVERY);
    const again = await prepared(article(), newIo(), DELIVERY);
    expect(again.mediaId).toBe(first.mediaId);
    const paths = sandbox.calls.list().map((one) => one.path);
    expect(paths.filter((path) => /(?:draft\/add|add_material)$/.test(path))).toEqual([]);
  });

  test('finds the draft again whose answer was lost', async () => {
    const io = newIo();
    sandbox.faults.add({ platform: 'wechat', endpoint: 'draft/add', kind: 'truncated' });
    const { last } = await prepareAll(article(), io, DELIVERY);
    expect(last).toMatchObject({ state: 'later', problem: { code: 'wechat.busy' } });
    await prepared(article(), io, DELIVERY);
    expect(sandbox.calls.list().filter((one) => one.path.endsWith('draft/add'))).toHaveLength(1);
  });

  test('gives another delivery of the same version a draft of its own', async () => {
    const io = newIo();
    const one = await prepared(article(), io, DELIVERY);
    const other = await prepared(article(), io, 'another-delivery');
    expect(other.mediaId).not.toBe(one.mediaId);
    const posts = [
      await prepared(imagePost(), io, 'p1'),
      await prepared(imagePost(), io, 'p2'),
      await prepared(imagePost(), io, 'p1'),
    ];
    expect(posts[0]?.mediaId).toBe(posts[2]?.mediaId);
    expect(posts[0]?.mediaId).not.toBe(posts[1]?.mediaId);
  });

  test('takes a new token when the old one has died, and asks for one only once at a time', async () => {
    const io = newIo();
    const key = `wechat:${sandbox.wechatBaseUrl}:wxsandbox0000000001:token`;
    io.cached.set(key, 'dead');
    await prepared(article(), io, DELIVERY);
    expect(io.cached.get(key)).not.toBe('dead');
    io.cached.delete(key);
    const before = sandbox.calls.list().filter((one) => one.path.endsWith('stable_token')).length;
    await Promise.all([1, 2, 3].map((n) => wechat.prepare(article(), null, io, `d${n}`)));
    expect(sandbox.calls.list().filter((one) => one.path.endsWith('stable_token'))).toHaveLength(before + 1);
  });

  test('uploads a cover anew when the library no longer has it', async () => {
    const io = newIo();
    await prepared(article(), io, DELIVERY);
    sandbox.reset();
    await prepared(article(), io, 'after-the-library-was-emptied');
    expect(sandbox.calls.list().some((one) => one.path.endsWith('add_material'))).toBe(true);
  });

  test.each([
    ['wrong secret', { appSecret: 'wrong' }, 'wechat.40125'],
    ['wrong app', { appId: 'wx0' }, 'wechat.40013'],
    ['nothing configured', { appId: '' }, 'wechat.not-connected'],
  ])('ends at once with %s', async (_, changes, code) => {
    expect((await prepareAll(article(), newIo(changes), DELIVERY)).last).toMatchObject({
      state: 'rejected',
      problem: { code },
    });
  });

  test('names the address that is missing from the white list', async () => {
    sandbox.scenarios.refusedIp = '118.190.42.90';
    const { last } = await prepareAll(article(), newIo(), DELIVERY);
    expect(last).toMatchObject({ state: 'rejected', problem: { code: 'wechat.40164', kind: 'config' } });
    expect('problem' in last && last.problem.what).toContain('118.190.42.90');
  });

  test('waits until tomorrow when the day is used up', async () => {
    const io = newIo();
    io.clock = new Date('2026-11-23T15:00:00Z'); // 23:00 in China
    sandbox.faults.add({ platform: 'wechat', endpoint: 'draft/add', kind: 'error-code', code: 45009 });
    expect((await prepareAll(article(), io, DELIVERY)).last).toMatchObject({ state: 'later', askAgainAfter: 3660 });
  });

  test('says which picture cannot be read', async () => {
    const broken = mediaOf('坏图.png', new Uint8Array([1, 2, 3]));
    const io = testIo(connection(), [[broken, new Uint8Array([1, 2, 3])]]);
    const rendition = wechat.render(
      sampleVersion({ body: `![x](${broken.url})`, media: [broken] }),
      account,
      'publish',
    );
    const { last } = await prepareAll(rendition, io, DELIVERY);
    expect(last).toMatchObject({ state: 'rejected', problem: { code: 'picture.broken' } });
    expect('problem' in last && last.problem.what).toContain('坏图.png');
  });
});

describe('the irreversible call', () => {
  const endpoint = 'freepublish/submit';

  test.each(['drop-after', 'truncated', 'html', 'no-id', 'http-5xx', 'drop-before'] as const)(
    'is in doubt after %s, and what happened is found out without sending again',
    async (kind) => {
      const io = newIo();
      const value = await prepared(article(), io, DELIVERY);
      sandbox.faults.add({ platform: 'wechat', endpoint, kind });
      expect(await wechat.commit(value, io, DELIVERY)).toMatchObject({ state: 'uncertain' });
      if (kind === 'http-5xx' || kind === 'drop-before') return;
      expect(await confirmUntilDecided(value, io, DELIVERY, null)).toMatchObject({ state: 'published' });
      expect(sandbox.ledger()).toHaveLength(1);
    },
  );

  test('is certainly not made when the platform refuses by number, cannot be reached, or gives no token', async () => {
    const io = newIo();
    const value = await prepared(article(), io, DELIVERY);
    sandbox.faults.add({ platform: 'wechat', endpoint, kind: 'error-code', code: 53503 });
    expect(await wechat.commit(value, io, DELIVERY)).toMatchObject({
      state: 'rejected',
      problem: { kind: 'permission' },
    });
    sandbox.faults.add({ platform: 'wechat', endpoint, kind: 'error-code', code: -1 });
    expect(await wechat.commit(value, io, DELIVERY)).toMatchObject({
      state: 'uncertain',
      problem: { code: 'wechat.-1' },
    });
    io.cached.clear();
    sandbox.faults.add({ platform: 'wechat', endpoint: 'stable_token', kind: 'drop-after' });
    expect(await wechat.commit(value, io, DELIVERY)).toMatchObject({ state: 'rejected', problem: { kind: 'later' } });
    const nowhere = testIo({ ...connection(), apiBaseUrl: 'http://127.0.0.1:1' });
    expect(await wechat.commit(value, nowhere, DELIVERY)).toMatchObject({
      state: 'rejected',
      problem: { kind: 'later' },
    });
    expect(sandbox.ledger()).toEqual([]);
  });

  test('is made with a new token when the old one is refused, and only once', async () => {
    const io = newIo();
    const value = await prepared(article(), io, DELIVERY);
    for (const key of io.cached.keys()) if (key.endsWith(':token')) io.cached.set(key, 'dead');
    const outcome = await wechat.commit(value, io, DELIVERY);
    await confirmUntilDecided(value, io, DELIVERY, outcome);
    expect(sandbox.ledger()).toHaveLength(1);
  });

  test('goes to a person when the account has no right to publish, with the draft ready', async () => {
    sandbox.scenarios.profile = 'personal';
    const io = newIo();
    const value = await prepared(article(), io, DELIVERY);
    expect(await wechat.commit(value, io, DELIVERY)).toMatchObject({
      state: 'rejected',
      problem: { code: 'wechat.48001', kind: 'permission' },
    });
  });

  test('is in doubt when the draft is gone: a person may have published it by hand', async () => {
    const io = newIo();
    const value = await prepared(article(), io, DELIVERY);
    expect(await wechat.commit({ ...value, mediaId: 'gone' }, io, DELIVERY)).toMatchObject({
      state: 'uncertain',
      problem: { code: 'wechat.draft-gone' },
    });
  });
});

describe('what became of it', () => {
  const pendingSince = (seconds: number, io: TestIo) => ({
    delivery: DELIVERY,
    intentAt: new Date(io.clock.getTime() - seconds * 1000).toISOString(),
    answer: null,
  });

  test('a draft that stays proves nothing, because its task may still run: after two minutes a person is asked', async () => {
    const io = newIo();
    const value = await prepared(article(), io, DELIVERY);
    expect(await wechat.confirm({ ...pendingSince(119, io), prepared: value }, io)).toMatchObject({ state: 'pending' });
    expect(await wechat.confirm({ ...pendingSince(121, io), prepared: value }, io)).toMatchObject({
      state: 'uncertain',
      problem: { code: 'wechat.draft-waits' },
    });
  });

  test('neither draft nor article: only a person can tell', async () => {
    const io = newIo();
    const value = { ...(await prepared(article(), io, DELIVERY)), mediaId: 'gone' };
    expect(await wechat.confirm({ ...pendingSince(121, io), prepared: value }, io)).toMatchObject({
      state: 'uncertain',
    });
  });

  test('a mass message without an answer is never guessed at', async () => {
    const io = newIo();
    const value = await prepared(article('mass'), io, DELIVERY);
    expect(await wechat.confirm({ ...pendingSince(121, io), prepared: value }, io)).toMatchObject({
      state: 'uncertain',
    });
  });

  test.each([
    [2, 'wechat.publish-original'],
    [3, 'wechat.publish-failed'],
    [4, 'wechat.publish-review'],
  ] as const)('status %i of a publish task is a refusal with its reason', async (status, code) => {
    sandbox.scenarios.nextPublish = status;
    const io = newIo();
    const value = await prepared(article(), io, DELIVERY);
    const outcome = await wechat.commit(value, io, DELIVERY);
    expect(await confirmUntilDecided(value, io, DELIVERY, outcome)).toMatchObject({
      state: 'rejected',
      problem: { code },
    });
    expect(sandbox.ledger()).toEqual([]);
  });

  test('an article that the platform takes away later is noticed', async () => {
    sandbox.scenarios.nextPublish = 6;
    const io = newIo();
    const value = await prepared(article(), io, DELIVERY);
    const outcome = await wechat.commit(value, io, DELIVERY);
    await confirmUntilDecided(value, io, DELIVERY, outcome);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await confirmUntilDecided(value, io, DELIVERY, outcome)).toMatchObject({
      state: 'rejected',
      problem: { code: 'delivery.removed-by-platform' },
    });
  });

  test('questions are asked less and less often, because a day has only a hundred', async () => {
    sandbox.scenarios.publishMs = 60_000;
    const io = newIo();
    const value = await prepared(article(), io, DELIVERY);
    const outcome = await wechat.commit(value, io, DELIVERY);
    let answer = outcome.state === 'pending' ? outcome.answer : null;
    const gaps: number[] = [];
    for (let asked = 0; asked < 7; asked += 1) {
      const next = await wechat.confirm({ ...pendingSince(1, io), prepared: value, answer }, io);
      if (next.state !== 'pending') throw new Error('decided too early');
      gaps.push(next.askAgainAfter);
      answer = next.answer;
    }
    expect(gaps).toEqual([5, 10, 30, 60, 120, 300, 300]);
  });
});

describe('the state of an account', () => {
  const healthOf = (changes: Record<string, string> = {}) => wechat.verify(account, newIo(changes));

  test('healthy, or the reason why not', async () => {
    expect(await healthOf()).toEqual({ healthy: true, problem: null });
    expect(await healthOf({ appSecret: 'x' })).toMatchObject({ healthy: false, problem: { code: 'wechat.40125' } });
    expect(await healthOf({ appId: '' })).toMatchObject({ healthy: false, problem: { code: 'wechat.not-connected' } });
    expect(await healthOf({ apiBaseUrl: 'http://127.0.0.1:1' })).toMatchObject({
      healthy: false,
      problem: { code: 'delivery.unreachable' },
    });
  });

  test('healthy without the right to publish too: its drafts are made, and a person posts them', async () => {
    sandbox.scenarios.profile = 'personal';
    expect(await healthOf()).toEqual({ healthy: true, problem: null });
  });

  test('asked every ten minutes, day and night, it stays within what a new account may ask', async () => {
    for (let asked = 0; asked < 6 * 24; asked += 1) await healthOf();
    expect(await healthOf()).toEqual({ healthy: true, problem: null });
    expect(sandbox.calls.list().filter(({ outcome }) => outcome === '45009')).toEqual([]);
  });
});
