import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorShape, idAnswer } from '../../src/automation/shapes';
import { upload, type CallOptions, type Refused } from './product/client';
import { filesBelow } from './product/files-below';
import { inSeconds, plan, sign } from './product/publish-samples';
import { POLICY, SAMPLES, shared } from './product/samples';
import { countRows } from './product/stored-rows';
import { uploadStream } from './product/upload-stream';
import type { World } from './product/world';
import { HEIC_PICTURE } from '../unit/publishers/pictures/heic-picture';

type Bad = readonly [what: string, path: string, body: unknown, status: number, code: string];

const PICTURE = readFileSync(resolve(__dirname, '../../src/seed/media/insurance-steps.png'));
const long = (length: number): string => '长'.repeat(length);

const text = { form: 'text', title: '题目', category: 'health' };
const policy = (change: object): object => ({ ...POLICY, ...change });

/** What is wrong by itself, whatever else is stored. */
const BAD: readonly Bad[] = [
  ['JSON that breaks off', '/policies', '{"title":', 400, 'json.invalid'],
  ['a list where an object belongs', '/policies', [], 400, 'body.invalid'],
  ['a bare text', '/policies', '"text"', 400, 'json.invalid'],
  ['no body at all', '/policies', undefined, 400, 'body.invalid'],
  ['a misspelt field', '/policies', policy({ issuer: ['云澜市'] }), 400, 'body.invalid'],
  [
    'a field inherited by every object',
    '/policies',
    '{"title":"x","issuers":["a"],"__proto__":{}}',
    400,
    'json.invalid',
  ],
  ['a number for a title', '/policies', policy({ title: 12 }), 400, 'body.invalid'],
  ['a text for a list', '/policies', policy({ issuers: '云澜市' }), 400, 'body.invalid'],
  ['nobody who issued it', '/policies', policy({ issuers: [] }), 400, 'body.invalid'],
  ['a title too long for a policy', '/policies', policy({ title: long(201) }), 400, 'body.invalid'],
  ['a title of spaces', '/policies', policy({ title: '   ' }), 400, 'body.invalid'],
  ['a day that does not exist', '/policies', policy({ signedOn: '2026-02-30' }), 400, 'body.invalid'],
  ['a day in another notation', '/policies', policy({ signedOn: '2026年11月1日' }), 400, 'body.invalid'],
  ['an unknown genre', '/policies', policy({ genre: '作文' }), 400, 'body.invalid'],
  ['a source that runs a script', '/policies', policy({ sourceUrl: 'javascript:alert(1)' }), 400, 'body.invalid'],
  ['an empty document number', '/policies', policy({ docNumber: '〔〕' }), 422, 'policy.doc-number'],
  [
    'a document number of the next century',
    '/policies',
    policy({ docNumber: '国办发〔2125〕1号' }),
    422,
    'policy.doc-number',
  ],

  ['a title too long for an explainer', '/explainers', { ...text, title: long(61) }, 400, 'body.invalid'],
  ['an unknown form', '/explainers', { ...text, form: 'poem' }, 400, 'body.invalid'],
  ['an unknown category', '/explainers', { ...text, category: 'weather' }, 400, 'body.invalid'],
  ['no title', '/explainers', { form: 'text', category: 'health' }, 400, 'body.invalid'],
  ['too many keywords', '/explainers', { ...text, keywords: Array.from({ length: 13 }, String) }, 400, 'body.invalid'],
  ['an unknown aspect', '/explainers', { ...text, aspects: { mood: '好' } }, 400, 'body.invalid'],
  ['a number for a cover', '/explainers', { ...text, cover: 1 }, 400, 'body.invalid'],
  [
    'a time without zone in an interview',
    '/explainers',
    {
      ...text,
      form: 'interview',
      interview: { people: [], turns: [{ speaker: 'a', text: 'x', at: '2026-11-20T15:00:00' }] },
    },
    400,
    'body.invalid',
  ],
  ['a character that no database keeps', '/explainers', { ...text, body: '甲\0乙' }, 400, 'body.invalid'],
  ['the same deeper', '/policies', policy({ issuers: ['云澜市\0'] }), 400, 'body.invalid'],
  ['the same in an address', '/deliveries/%00/cancel', {}, 400, 'body.invalid'],
  ['an unknown policy', '/explainers', { ...text, policies: ['nowhere'] }, 422, 'policy.unknown'],
  ['an unknown cover', '/explainers', { ...text, cover: '999999' }, 422, 'media.unknown'],
  ['a cover that is no number', '/explainers', { ...text, cover: 'first' }, 422, 'media.unknown'],
  [
    'an unknown picture, after much that is right',
    '/explainers',
    {
      ...text,
      aspects: { background: '有' },
      glossary: [{ term: '甲', meaning: '乙' }],
      images: [{ media: '999999' }],
    },
    422,
    'media.unknown',
  ],
  ['three megabytes of text', '/explainers', { ...text, body: 'x'.repeat(3 * 1024 * 1024) }, 413, 'body.too-large'],
  ['more text than a field takes', '/explainers', { ...text, body: long(100_001) }, 400, 'body.invalid'],

  ['a room with a # in its hashtag', '/broadcasts', { title: '直播', hashtag: '#医保#' }, 400, 'body.invalid'],
  ['a room without title', '/broadcasts', { title: '', hashtag: '医保' }, 400, 'body.invalid'],
  ['a freeze without reason', '/freeze', { accounts: ['weibo'] }, 400, 'body.invalid'],
  ['a freeze of no accounts', '/freeze', { accounts: [], reason: '演练' }, 400, 'body.invalid'],
  [
    'a freeze of an account that does not exist',
    '/freeze',
    { accounts: ['nowhere'], reason: '演练' },
    422,
    'account.unknown',
  ],

  ['an upload without a file', '/media', new FormData(), 400, 'media.missing'],
  ['an upload that is JSON', '/media', {}, 400, 'media.missing'],
  ['a text that is called a picture', '/media', upload('这不是图片', 'picture.png'), 415, 'media.type'],
  ['a file of no bytes', '/media', upload('', 'empty.png'), 422, 'media.empty'],
  ['half a picture', '/media', upload(PICTURE.subarray(0, 9_000), 'half.png'), 422, 'picture.broken'],
  [
    'a drawing that could run a script',
    '/media',
    upload('<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg'),
    415,
    'picture.drawing',
  ],
  ['a picture of an iPhone', '/media', upload(HEIC_PICTURE, 'IMG_0001.HEIC'), 415, 'picture.heic'],
  ['a web page', '/media', upload('<!doctype html><script>1</script>', 'a.html'), 415, 'media.type'],

  ['an explainer that does not exist', '/explainers/nowhere/sign', {}, 404, 'explainer.unknown'],
  ['a delivery that does not exist', '/deliveries/nowhere/cancel', {}, 404, 'delivery.unknown'],
  ['a room that does not exist', '/broadcasts/nowhere/start', {}, 404, 'broadcast.no-room'],
  ['a call that does not exist', '/nothing', {}, 405, 'route.unknown'],
];

/** A refusal in the words that people and programs are promised. */
function expectRefusal(refused: Refused, status: number, code: string): void {
  expect({ status: refused.status, code: refused.code }).toEqual({ status, code });
  expect(refused.message).toMatch(/\p{Script=Han}{4}/u);
  expect(refused.message).not.toMatch(/[!！]/);
  const issues = refused.details['issues'];
  if (!Array.isArray(issues)) return;
  for (const issue of issues as { message: string }[]) expect(issue.message).toMatch(/\p{Script=Han}/u);
}

/** What must be refused, with a stable code and words for people, and leave nothing behind. */
export function badInput(world: () => World): void {
  const refused = (method: string, path: string, options: CallOptions) => world().api.refused(method, path, options);
  /** The same as everywhere in this file: refused, and nothing half stored. */
  async function leavesNothing(method: string, path: string, body: unknown, status: number, code: string) {
    const { database, temporaryDir } = world().product;
    const before = await countRows(database);
    expectRefusal(await refused(method, path, { body }), status, code);
    expect(await countRows(database)).toEqual(before);
    expect(filesBelow(temporaryDir)).toEqual([]);
  }
  const draft = async (change: object = {}): Promise<string> => {
    const body = { ...SAMPLES.text(world().given), ...change };
    return (await world().api.ask(idAnswer, 'POST', '/explainers', { body })).id;
  };
  const path = (suffix: string): string => `/explainers/${world().published.text.id}${suffix}`;
  const planned = (deliveries: readonly object[]) => ({ version: world().published.text.version, deliveries });

  describe('input that is refused', () => {
    test.each(BAD)('%s (%s)', async (_what, to, body, status, code) => {
      await leavesNothing('POST', to, body, status, code);
    });

    test('a film of 300 megabytes, of which nothing stays', async () => {
      const { product } = world();
      const before = await countRows(product.database);
      const { status, body } = await uploadStream(product.url, 300);
      const { error } = errorShape.parse(JSON.parse(body));
      expectRefusal({ status, ...error }, 413, 'body.too-large');
      expect(await countRows(product.database)).toEqual(before);
      expect(filesBelow(product.temporaryDir)).toEqual([]);
      expect(filesBelow(join(product.dataDir, 'library')).filter((file) => file.includes('film'))).toEqual([]);
    });

    test('a filter by a state that does not exist, a limit of nothing, an unknown account', async () => {
      const { api } = world();
      expectRefusal(await api.refused('GET', '/deliveries?state=flying'), 400, 'body.invalid');
      expectRefusal(await api.refused('GET', '/deliveries?limit=0'), 400, 'body.invalid');
      expectRefusal(await api.refused('GET', path('/renditions?accounts=nowhere')), 422, 'account.unknown');
    });

    test('an address or a method that does not exist', async () => {
      expectRefusal(await world().api.refused('GET', '/nothing'), 404, 'route.unknown');
      expectRefusal(await world().api.refused('DELETE', '/policies'), 405, 'route.unknown');
    });
  });

  describe('a change that is refused', () => {
    test('comes without the revision it is based on', () =>
      leavesNothing('PATCH', path(''), { title: '新题目' }, 400, 'body.invalid'));

    test('is based on a revision that somebody has changed since', async () => {
      const id = await draft();
      await world().api.ask(idAnswer, 'PATCH', `/explainers/${id}`, { body: { revision: 1, title: '先到的题目' } });
      await leavesNothing('PATCH', `/explainers/${id}`, { revision: 1, title: '后到的题目' }, 409, 'explainer.stale');
      await leavesNothing('POST', `/explainers/${id}/sign`, { revision: 1 }, 409, 'explainer.stale');
      const answer = await world().api.call('GET', `/explainers/${id}`);
      expect(answer.body).toMatchObject({ revision: 2, content: { title: '先到的题目' } });
    });

    test('concerns an explainer that does not exist', () =>
      leavesNothing('PATCH', '/explainers/nowhere', { revision: 1 }, 404, 'explainer.unknown'));

    test('is one of two made at the same moment', async () => {
      const id = await draft();
      const change = (title: string) =>
        world().api.call('PATCH', `/explainers/${id}`, { body: { revision: 1, title } });
      const statuses = (await Promise.all([change('甲的题目'), change('乙的题目')])).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, 409]);
    });
  });

  describe('a signature that is refused', () => {
    test('is for an explainer that lacks something', async () => {
      const id = await draft({ summary: '', aspects: {}, policies: [] });
      await leavesNothing('POST', `/explainers/${id}/sign`, {}, 422, 'explainer.problems');
    });

    test.each([
      ['a picture without description', 'image', { images: [{ media: '1', caption: '图' }] }],
      ['a video without captions', 'video', { video: { media: '3' } }],
      [
        'an interview with somebody unknown',
        'interview',
        { interview: { people: [], turns: [{ speaker: '谁', text: '话' }] } },
      ],
    ])('is for %s', async (_what, form, change) => {
      const body = { ...shared('text', '缺东西的解读', world().given), form, ...change };
      const { id } = await world().api.ask(idAnswer, 'POST', '/explainers', { body });
      await leavesNothing('POST', `/explainers/${id}/sign`, {}, 422, 'explainer.problems');
    });
  });

  describe('a plan that is refused', () => {
    const later = () => [{ account: 'website', at: inSeconds(3_600) }];

    test('has no signed version', async () => {
      const id = await draft();
      await leavesNothing(
        'POST',
        `/explainers/${id}/plan`,
        { version: 'x', deliveries: later() },
        409,
        'plan.unsigned',
      );
    });

    test('has the version of another explainer', async () => {
      const id = await draft();
      const { version } = world().published.text;
      await leavesNothing(
        'POST',
        `/explainers/${id}/plan`,
        { version, deliveries: later() },
        409,
        'plan.other-explainer',
      );
    });

    test.each([
      ['in the past', '2020-11-23T09:00:00+08:00', 422, 'plan.time-past'],
      ['without zone', '2036-11-23T09:00:00', 400, 'time.invalid'],
      ['on a day that does not exist', '2036-02-30T09:00:00+08:00', 400, 'time.invalid'],
      ['at an hour that does not exist', '2036-11-23T25:00:00+08:00', 400, 'time.invalid'],
      ['in words', 'tomorrow', 400, 'time.invalid'],
    ])('is %s', (_what, at, status, code) =>
      leavesNothing('POST', path('/plan'), planned([{ account: 'website', at }]), status, code),
    );

    test('names an account that does not exist, or one twice, or none', async () => {
      const at = inSeconds(3_600);
      const id = await draft({ title: '账号写错的计划' });
      const { version } = await sign(world().api, id);
      const refuse = (deliveries: readonly object[], status: number, code: string) =>
        leavesNothing('POST', `/explainers/${id}/plan`, { version, deliveries }, status, code);
      await refuse([{ account: 'nowhere', at }], 422, 'plan.unknown-account');
      await refuse(
        [
          { account: 'website', at },
          { account: 'website', at },
        ],
        422,
        'plan.account-twice',
      );
      await refuse([], 400, 'body.invalid');
      await refuse([{ account: 'website', at, grace: 'two hours' }], 400, 'duration.invalid');
      await refuse([{ account: 'website', at, mode: 'loud' }], 400, 'body.invalid');
      await refuse(
        [
          { account: 'website', at },
          { account: 'weibo', at: inSeconds(1_800) },
        ],
        422,
        'plan.before-website',
      );
    });

    test('repeats what went out already', () =>
      leavesNothing('POST', path('/plan'), planned([{ account: 'weibo', at: 'now' }]), 409, 'plan.exists'));

    test('is one of two made at the same moment', async () => {
      const id = await draft({ title: '同时排期的解读' });
      const { version } = await sign(world().api, id);
      const body = { version, deliveries: later() };
      const answers = await Promise.all([1, 2].map(() => world().api.call('POST', `/explainers/${id}/plan`, { body })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    });
  });

  describe('an act on a delivery that is refused', () => {
    const delivery = (account: 'website' | 'weibo'): string => world().published.text.to(account).id;

    test.each([
      ['cancel', {}],
      ['hold', {}],
      ['resume', {}],
      ['retry', {}],
      ['reschedule', { at: '2036-11-23T09:00:00+08:00' }],
      ['resolve', { found: false }],
    ])('is to %s what is public', (act, body) =>
      leavesNothing('POST', `/deliveries/${delivery('weibo')}/${act}`, body, 409, 'delivery.state'),
    );

    test('is without what it needs to know', async () => {
      const id = await draft({ title: '改期的解读' });
      const { version } = await sign(world().api, id);
      const made = await plan(world().api, id, version, inSeconds(7_200), ['website']);
      const of = `/deliveries/${made.deliveries[0]?.id ?? ''}`;
      await leavesNothing('POST', `${of}/reschedule`, {}, 400, 'body.invalid');
      await leavesNothing('POST', `${of}/reschedule`, { at: '2036-11-23T09:00:00' }, 400, 'time.invalid');
      await leavesNothing('POST', `${of}/reschedule`, { at: '2020-11-23T09:00:00+08:00' }, 422, 'plan.time-past');
      await leavesNothing('POST', `${of}/withdraw`, {}, 400, 'body.invalid');
      await leavesNothing('POST', `${of}/resolve`, { found: true }, 400, 'body.invalid');
      await leavesNothing('POST', `${of}/resolve`, { found: true, url: 'javascript:1' }, 400, 'body.invalid');
      await leavesNothing('POST', `${of}/withdraw`, { reason: '还没有发' }, 409, 'delivery.state');
      await leavesNothing('POST', `${of}/cancel`, { reason: '多余的字段' }, 400, 'body.invalid');
    });
  });

  describe('an act in a live room that is refused', () => {
    test('comes before the start, after the end, twice, or with a picture nobody knows', async () => {
      const { api } = world();
      const body = { title: '测试直播', hashtag: '医保' };
      const { id } = await api.ask(idAnswer, 'POST', '/broadcasts', { body });
      const room = `/broadcasts/${id}`;
      const say = { text: '第一条' };
      expectRefusal(await api.refused('POST', `${room}/updates`, { body: say }), 409, 'broadcast.not-started');
      await api.ask(idAnswer, 'POST', `${room}/start`);
      expectRefusal(await api.refused('POST', `${room}/updates`, { body: { text: '' } }), 400, 'body.invalid');
      const picture = { text: '图', images: ['999999'] };
      expectRefusal(await api.refused('POST', `${room}/updates`, { body: picture }), 422, 'media.unknown');
      const video = { text: '图', images: [world().given.video.id] };
      expectRefusal(await api.refused('POST', `${room}/updates`, { body: video }), 422, 'broadcast.picture-unreadable');
      await api.ask(idAnswer, 'POST', `${room}/end`);
      const afterwards = await api.refused('POST', `${room}/updates`, { body: say });
      expect(afterwards.status).toBe(409);
      const read = await api.call('GET', room);
      expect(read.body).toMatchObject({ stage: 'ended', updates: [] });
    });
  });
}
