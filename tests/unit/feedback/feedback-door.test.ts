import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EngineParts } from '../../../src/delivery/context';
import { website } from '../../../publishers/website';
import { createStore } from '../../../src/delivery/store';
import { createFeedbackDoor } from '../../../src/feedback/feedback-door';
import { feedbackOn, listFeedback } from '../../../src/feedback/list-feedback';
import { feedback as panelShape, feedbackList } from '../../../src/admin/feedback/shapes';
import { openDatabase, type TestDatabase } from '../delivery/support/open-database';
import { account, openTestSite, versionOf, type TestSite } from '../publishers/website/test-site';

let site: TestSite;
let database: TestDatabase;
let server: Server;
let port: number;
let now: Date;
let door: ReturnType<typeof createFeedbackDoor>;
let parts: Pick<EngineParts, 'store' | 'now'>;

beforeEach(async () => {
  site = await openTestSite();
  await site.publish(versionOf('abc', 1));
  database = await openDatabase();
  now = new Date('2026-11-23T01:20:00.000Z');
  parts = { store: createStore(database.db, () => now), now: () => now };
  const places = { site: site.siteDir, state: site.siteStateDir };
  door = createFeedbackDoor({ parts, account, places, headers: { 'x-content-type-options': 'nosniff' } });
  server = createServer((asked, response) => {
    void door.answer(asked, response).then((mine) => mine || response.writeHead(404).end('not mine'));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port; // listening on TCP, so not a pipe's name
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await database.close();
  await site.close();
});

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

const OWN = { origin: 'https://yunlan.example' };

/** With node:http, because fetch allows no Origin of one's own. */
function send(fields: Record<string, string>, headers: Record<string, string> = OWN, path = '/feedback/abc') {
  return new Promise<Answer>((resolve, reject) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
    const asked = request({ port, path, method: 'POST', headers: type }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    asked.on('error', reject).end(new URLSearchParams(fields).toString());
  });
}

const rows = async (): Promise<unknown[]> =>
  database.db('mb_feedback').select('explainer', 'hour', 'helpful', 'sentence');

test('a tap is counted, and a sentence may follow that is not counted once more', async () => {
  const tap = await send({ helpful: 'no' });
  expect(tap.status).toBe(200);
  expect(tap.text).toMatch(/谢谢，已经记下.*<form class="sentence" method="post" action="\/feedback\/abc">/s);
  expect(tap.text).toContain('name="helpful" value="no"');
  expect(tap.text).toContain('href="/explainers/abc/"');
  const said = await send({ helpful: 'no', sentence: '没写去哪里办' });
  expect(said.text).toContain('谢谢，您的话已经转给编辑');
  await send({ helpful: 'yes' });
  const shown = panelShape.parse(await feedbackOn(parts, { explainer: 'abc' }));
  expect(shown).toEqual({
    helpful: 1,
    unhelpful: 1,
    sentences: [{ helpful: false, sentence: '没写去哪里办', at: '2026-11-23T01:00:00.000Z' }],
  });
});

test('nothing tells who answered: no cookie, no address, no minute, no number', async () => {
  const { headers } = await send({ helpful: 'yes', sentence: '我的电话13912345678，身份证11010119900307123X，谢谢' });
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers['cache-control']).toBe('no-store');
  expect(await rows()).toEqual([
    {
      explainer: 'abc',
      hour: expect.anything() as unknown,
      helpful: 1,
      sentence: '我的电话［号码］，身份证［号码］，谢谢',
    },
  ]);
  const [{ hour }] = (await rows()) as [{ hour: number | string }];
  expect(Number(hour)).toBe(Date.parse('2026-11-23T01:00:00.000Z'));
});

test.each<[string, Record<string, string>, Record<string, string>, string, number]>([
  ['no answer', {}, OWN, '/feedback/abc', 422],
  ['an answer that there is not', { helpful: 'perhaps' }, OWN, '/feedback/abc', 422],
  ['a sentence without words', { helpful: 'yes', sentence: ' \n ' }, OWN, '/feedback/abc', 422],
  ['a sentence as long as a book', { helpful: 'yes', sentence: '好'.repeat(5_000) }, OWN, '/feedback/abc', 422],
  ['more than a form can hold', { helpful: 'yes', sentence: 'x'.repeat(80_000) }, OWN, '/feedback/abc', 422],
  ['a page of another site', { helpful: 'yes' }, { origin: 'https://evil.example' }, '/feedback/abc', 403],
  ['a preview in a frame', { helpful: 'yes' }, { origin: 'null' }, '/feedback/abc', 403],
  ['an explainer that there is not', { helpful: 'yes' }, OWN, '/feedback/nothing', 404],
  ['a path that leads elsewhere', { helpful: 'yes' }, OWN, '/feedback/..%2Fabc', 404],
])('%s is refused in words, and nothing is kept', async (_what, fields, headers, path, status) => {
  expect((await send(fields, headers, path)).status).toBe(status);
  expect(await rows()).toEqual([]);
});

test('a withdrawn explainer takes no answers', async () => {
  const outcome = await site.publish(versionOf('abc', 2));
  if (outcome.state !== 'published') throw new Error('not published');
  await website.withdraw?.(outcome.receipt, '数据有误', site.io);
  expect(await send({ helpful: 'yes' })).toMatchObject({
    status: 404,
    text: expect.stringContaining('不在了') as string,
  });
  expect(await rows()).toEqual([]);
});

test('the page of the same machine under another name counts as its own', async () => {
  expect((await send({ helpful: 'yes' }, { origin: `http://localhost:${port}` })).status).toBe(200);
  expect((await send({ helpful: 'yes' }, {})).status).toBe(200);
});

test('one reader answers a few times an hour, the next reader and the next hour are not his fault', async () => {
  const from = (address: string) => ({ ...OWN, 'x-forwarded-for': `1.2.3.4, ${address}` });
  for (let time = 0; time < 6; time += 1) expect((await send({ helpful: 'no' }, from('203.0.113.7'))).status).toBe(200);
  const refused = await send({ helpful: 'no' }, from('203.0.113.7'));
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '3600']);
  expect((await send({ helpful: 'no' }, from('203.0.113.8'))).status).toBe(200);
  now = new Date('2026-11-23T02:00:00.000Z');
  expect((await send({ helpful: 'no' }, from('203.0.113.7'))).status).toBe(200);
  expect(await rows()).toHaveLength(8);
});

test('who opens the address of the form is led back to the explainer', async () => {
  const response = await fetch(`http://127.0.0.1:${port}/feedback/abc`, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/explainers/abc/']);
});

test('staff see first what helped least, and answers are gone after a year', async () => {
  await site.publish(versionOf('def', 1));
  await send({ helpful: 'yes' });
  await send({ helpful: 'no' }, OWN, '/feedback/def');
  const archive = { titles: () => Promise.resolve(new Map([['def', '题目']])) };
  const product = { store: parts.store, archive } as unknown as Parameters<typeof listFeedback>[0]; // nothing else is used
  expect(feedbackList.parse(await listFeedback(product)).items).toEqual([
    { explainer: { id: 'def', title: '题目' }, helpful: 0, unhelpful: 1, sentences: 0 },
    { explainer: { id: 'abc', title: '（已删除的解读）' }, helpful: 1, unhelpful: 0, sentences: 0 },
  ]);
  now = new Date('2027-11-24T01:00:00.000Z');
  await send({ helpful: 'yes' });
  await door.forget();
  now = new Date('2027-11-25T03:00:00.000Z');
  await door.forget();
  expect(await rows()).toHaveLength(1);
});
