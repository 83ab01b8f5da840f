import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pictureBytes, RIP, startClient, type Client } from './client';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'sandbox-'))));
afterEach(() => rmSync(directory, { recursive: true }));

async function draft(client: Client): Promise<string> {
  const cover = await client.upload('material/add_material?type=image', await pictureBytes());
  const articles = [{ title: '解读', content: '<p>正文</p>', thumb_media_id: cover['media_id'] }];
  return String((await client.wechat('draft/add', { articles }))['media_id']);
}

test('drafts, tokens, pictures, posts and the ledger survive a restart', async () => {
  const before = await startClient({ stateDir: directory });
  const mediaId = await draft(before);
  const token = await before.token();
  const status = '看 https://www.yunlan.gov.cn/';
  await before.weibo('2/statuses/share.json', { status, rip: RIP }, await pictureBytes());
  const ledger = before.sandbox.ledger();
  await before.sandbox.close();

  const after = await startClient({ stateDir: directory });
  expect(after.sandbox.ledger()).toEqual(ledger);
  expect(await after.token()).toBe(token);
  expect(await after.wechat('draft/get', { media_id: mediaId })).toMatchObject({ news_item: [{ title: '解读' }] });
  expect((await after.weibo('2/statuses/share.json', { status, rip: RIP })).json).toMatchObject({ error_code: 20019 });
  const page = await (await fetch(`${after.sandbox.url}/phone/weibo`)).text();
  const picture = await fetch(after.sandbox.url + (/\/pictures\/[\w-]+/.exec(page)?.[0] ?? '/none'));
  expect(picture.headers.get('content-type')).toBe('image/png');
  await after.sandbox.close();
});

test('a task that was working when the process ended is finished by the next one', async () => {
  const before = await startClient({ stateDir: directory });
  await before.wechat('freepublish/submit', { media_id: await draft(before) });
  await before.sandbox.close();

  const after = await startClient({ stateDir: directory });
  expect(after.sandbox.ledger()).toEqual([]);
  after.pass(1000);
  expect(after.sandbox.ledger()).toMatchObject([{ kind: 'article', title: '解读' }]);
  await after.sandbox.close();
});

test('what readers can see is on disk before the answer is', async () => {
  const client = await startClient({ stateDir: directory });
  await client.weibo('2/statuses/share.json', { status: '看 https://www.yunlan.gov.cn/', rip: RIP });
  expect(readFileSync(join(directory, 'ledger.jsonl'), 'utf8')).toContain('看 https');
  expect(readFileSync(join(directory, 'state.json'), 'utf8')).toContain('看 https');
  await client.sandbox.close();
});

test('an effect whose snapshot was lost in a crash is entered once', async () => {
  const before = await startClient({ stateDir: directory });
  await before.wechat('freepublish/submit', { media_id: await draft(before) });
  await before.sandbox.close();
  const working = readFileSync(join(directory, 'state.json'));
  const finished = await startClient({ stateDir: directory });
  finished.pass(1000);
  expect(finished.sandbox.ledger()).toHaveLength(1);
  await finished.sandbox.close();

  writeFileSync(join(directory, 'state.json'), working);
  const after = await startClient({ stateDir: directory });
  after.pass(1000);
  expect(after.sandbox.ledger()).toHaveLength(1);
  await after.sandbox.close();
});

test('half a line at the end of the ledger is dropped', async () => {
  const before = await startClient({ stateDir: directory });
  await before.weibo('2/statuses/share.json', { status: '看 https://www.yunlan.gov.cn/', rip: RIP });
  await before.sandbox.close();
  appendFileSync(join(directory, 'ledger.jsonl'), '{"at":"2026-');
  const after = await startClient({ stateDir: directory });
  expect(after.sandbox.ledger()).toHaveLength(1);
  await after.sandbox.close();
});

test('a reset forgets everything, on disk too', async () => {
  const before = await startClient({ stateDir: directory });
  await before.weibo('2/statuses/share.json', { status: '看 https://www.yunlan.gov.cn/', rip: RIP });
  await before.admin('POST', '/_reset');
  expect(before.sandbox.ledger()).toEqual([]);
  await before.sandbox.close();
  const after = await startClient({ stateDir: directory });
  expect(after.sandbox.ledger()).toEqual([]);
  await after.sandbox.close();
});
