import { FAULT_KINDS, type FaultKind } from '../../../../publishers/sandbox/http/faults';
import { RIP, startClient, type Client } from './client';

const STATUS = '看 https://www.yunlan.gov.cn/explainers/1/';
let client: Client;
beforeEach(async () => (client = await startClient()));
afterEach(() => client.sandbox.close());

/** What a client sees: the status and body, or how the connection ended. */
async function shareSeen(status = STATUS): Promise<string> {
  const body = new URLSearchParams({ access_token: '2.00sandboxtoken', status, rip: RIP });
  try {
    const response = await fetch(`${client.sandbox.weiboBaseUrl}/2/statuses/share.json`, { method: 'POST', body });
    return `${response.status} ${await response.text()}`;
  } catch {
    return 'no answer';
  }
}

const SEEN: Record<FaultKind, RegExp> = {
  'drop-before': /^no answer$/,
  'drop-after': /^no answer$/,
  hang: /^no answer$/,
  'hang-after': /^no answer$/,
  delay: /^200 .*"idstr":"\d+"/,
  'http-5xx': /^502 upstream error$/,
  'retry-after': /^429 too many requests$/,
  retired: /^410 <html>/,
  'error-code': /^403 .*"error_code":10001/,
  truncated: /^200 \{"created_at".*[^}]$/,
  html: /^502 <html>/,
  'huge-html': /^502 <html>/,
  'no-id': /^200 (?!.*"(?:id|idstr|mid)":"?\d{16})/,
};

test.each(Object.entries(FAULT_KINDS))(
  '%s: the client sees what it should, and the call was handled or not',
  async (kind, { handled }) => {
    const name = kind as FaultKind; // the keys of the table itself
    client.sandbox.faults.add({ platform: 'weibo', endpoint: 'statuses/share.json', kind: name, ms: 5 });
    expect(await shareSeen()).toMatch(SEEN[name]);
    expect(client.sandbox.ledger()).toHaveLength(handled ? 1 : 0);
    expect(client.sandbox.calls.list()[0]?.outcome).toBe(`fault: ${kind}`);
    expect(await shareSeen('别的 https://www.yunlan.gov.cn/')).toMatch(/^200 /);
  },
);

test('a fault can wait for later calls and hit several', async () => {
  await client.admin('POST', '/_faults', { platform: 'weibo', kind: 'error-code', code: 10014, after: 1, times: 2 });
  expect(await shareSeen('一 https://www.yunlan.gov.cn/')).toMatch(/^200 /);
  expect(await shareSeen('二 https://www.yunlan.gov.cn/')).toMatch(/10014/);
  expect(await shareSeen('二 https://www.yunlan.gov.cn/')).toMatch(/10014/);
  expect(await client.admin('GET', '/_faults')).toEqual([]);
  expect(await shareSeen('二 https://www.yunlan.gov.cn/')).toMatch(/^200 /);
});

test('faults can be listed and cleared, and only hit their platform', async () => {
  await client.admin('POST', '/_faults', { platform: 'wechat', endpoint: 'draft/count', kind: 'error-code' });
  expect(await shareSeen()).toMatch(/^200 /);
  expect(await client.admin('GET', '/_faults')).toMatchObject([{ platform: 'wechat', kind: 'error-code', times: 1 }]);
  expect(await client.wechat('draft/count')).toMatchObject({ errcode: -1 });
  await client.admin('POST', '/_faults', { platform: 'wechat', kind: 'hang' });
  expect(await client.admin('DELETE', '/_faults')).toEqual([]);
  expect(await client.wechat('draft/count')).toEqual({ total_count: 0 });
});

test('a fault or scenario that does not exist is refused with a reason', async () => {
  expect(await client.admin('POST', '/_faults', { platform: 'weibo', kind: 'explode' })).toHaveProperty('error');
  expect(await client.admin('POST', '/_scenarios', { nextPublsh: 2 })).toHaveProperty('error');
  expect(await client.admin('POST', '/_scenarios', { profile: 'personal' })).toMatchObject({ profile: 'personal' });
});

test('the list of calls shows the traffic without its secrets', async () => {
  await client.wechat('draft/count');
  await shareSeen();
  const calls = JSON.stringify(await client.admin('GET', '/_calls'));
  expect(calls).toContain('/cgi-bin/draft/count');
  expect(calls).toContain('access_token=…');
  expect(calls).not.toContain(await client.token());
  expect(calls).not.toContain('sandbox-secret');
});

test('another site cannot steer the sandbox through the browser of whoever opens it', async () => {
  const headers = { 'sec-fetch-site': 'cross-site' };
  const answer = await fetch(`${client.sandbox.url}/_reset`, { method: 'POST', headers });
  expect(answer.status).toBe(403);
});

test('what is public can be changed and deleted behind the back of whoever published it', async () => {
  const [, id = ''] = /"idstr":"(\d+)"/.exec(await shareSeen()) ?? [];
  expect(await client.admin('POST', '/_alter', { id, text: '被改了' })).toEqual({ found: true });
  const show = async () => (await client.weibo(`2/statuses/show.json?id=${id}`)).json;
  expect(await show()).toMatchObject({ text: '被改了' });
  expect(client.sandbox.alter({ id, deleted: true })).toBe(true);
  expect(await show()).toMatchObject({ error_code: 20101 });
  expect(client.sandbox.alter({ id, deleted: true })).toBe(false);
});

test('a huge answer has 5 MB', async () => {
  client.sandbox.faults.add({ platform: 'weibo', kind: 'huge-html' });
  expect((await shareSeen()).length).toBeGreaterThan(5_000_000);
});
