import { createDecipheriv, createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { envelope } from '../../../../publishers/wechat/callback/envelope';
import { pictureBytes, startClient, type Client } from './client';

const KEY = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfG';

interface Received {
  readonly query: URLSearchParams;
  readonly body: string;
}

let client: Client;
let server: Server;
/** What came in, oldest first. */
let received: Received[];
/** What the account's server says; null = nothing at all. */
let answer: (push: Received) => string | null;

async function open(callbackAesKey: string | null = null): Promise<void> {
  received = [];
  answer = () => 'success';
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const push = { query: new URL(request.url ?? '', 'http://callback').searchParams, body };
      received.push(push);
      const said = answer(push);
      if (said !== null) response.end(said);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // listening on TCP, so not a pipe's name
  client = await startClient({ callbackUrl: `http://127.0.0.1:${port}/wechat`, callbackAesKey });
}
afterEach(async () => {
  await client.sandbox.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const pushes = async (count: number): Promise<void> => {
  while (received.length < count) await new Promise((wake) => setTimeout(wake, 5));
};
const reply = (inner: string): string =>
  `<xml><ToUserName><![CDATA[oSandboxCitizen0000000000001]]></ToUserName><FromUserName><![CDATA[gh_sandbox000001]]></FromUserName>${inner}</xml>`;
const textReply = (text: string): string => reply(`<MsgType>text</MsgType><Content><![CDATA[${text}]]></Content>`);
const sha1 = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex');

async function submit(title: string): Promise<string> {
  const cover = await client.upload('material/add_material?type=image', await pictureBytes());
  const articles = [{ title, content: '<p>正文</p>', thumb_media_id: cover['media_id'] }];
  const { media_id } = await client.wechat('draft/add', { articles });
  return String((await client.wechat('freepublish/submit', { media_id }))['publish_id']);
}
const finish = (): void => {
  client.pass(1000);
  client.sandbox.ledger();
};

describe('events', () => {
  test('in safe mode hold nothing in the clear and are signed over what is encrypted', async () => {
    await open(KEY);
    const publishId = await submit('解读');
    finish();
    await pushes(1);
    const { query, body } = received[0] ?? { query: new URLSearchParams(), body: '' };
    const encrypted = /<Encrypt><!\[CDATA\[(.+)\]\]><\/Encrypt>/.exec(body)?.[1] ?? '';
    const [timestamp, nonce] = [query.get('timestamp') ?? '', query.get('nonce') ?? ''];
    expect(query.get('encrypt_type')).toBe('aes');
    expect(query.get('msg_signature')).toBe(sha1('sandbox-token', timestamp, nonce, encrypted));
    expect(body).not.toContain(publishId);

    const key = Buffer.from(`${KEY}=`, 'base64');
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const plain = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
    const end = 20 + plain.readUInt32BE(16);
    expect(plain.subarray(20, end).toString()).toContain(`<publish_id>${publishId}</publish_id>`);
    expect(plain.subarray(end, plain.length - (plain.at(-1) ?? 0)).toString()).toBe('wxsandbox0000000001');
  });

  test('are pushed three times where nobody answers in time, and no more', async () => {
    await open();
    client.sandbox.scenarios.callbackMs = 300;
    answer = () => null;
    await submit('解读');
    finish();
    await pushes(3);
    const outcomes = () => client.sandbox.calls.list().filter(({ method }) => method === 'EVENT');
    while (outcomes().length < 3) await new Promise((wake) => setTimeout(wake, 5));
    expect(outcomes().map(({ outcome }) => outcome)).toEqual(['no answer', 'no answer', 'no answer']);
    client.sandbox.scenarios.callbackMs = 20_000;
    answer = () => 'success';
    await submit('下一篇');
    finish();
    await pushes(4);
    expect(received).toHaveLength(4);
  });

  test.each([
    ['once', [1, 2]],
    ['twice', [1, 1, 2, 2]],
    ['swapped', [2, 1]],
  ] as const)('come %s as the scenario says', async (events, order) => {
    await open();
    client.sandbox.scenarios.events = events;
    const ids: string[] = [];
    for (const title of ['第一篇', '第二篇']) {
      ids.push(await submit(title));
      finish();
      if (events !== 'swapped') await pushes(events === 'twice' ? ids.length * 2 : ids.length);
    }
    await pushes(order.length);
    const idOf = ({ body }: Received) => ids.indexOf(/<publish_id>(\d+)</.exec(body)?.[1] ?? '') + 1;
    expect(received.map(idOf)).toEqual(order);
  });

  test('may be lost, while the article is there', async () => {
    await open();
    client.sandbox.scenarios.events = 'lost';
    await submit('解读');
    finish();
    expect(client.sandbox.ledger()).toHaveLength(1);
    expect(client.sandbox.calls.list().filter(({ method }) => method === 'EVENT')).toEqual([]);
  });
});

describe('a citizen', () => {
  test('writes, and sees the words and the card that the account answers at once', async () => {
    await open();
    answer = () => textReply('见<a href="https://x.cn/a">这里</a>');
    expect(await client.sandbox.say('门诊]]>怎么报销')).toMatchObject({ from: 'account', title: null });
    expect(received[0]?.body).toContain('<![CDATA[门诊]]]]><![CDATA[>怎么报销]]>');
    answer = () =>
      reply(
        '<MsgType>news</MsgType><ArticleCount>1</ArticleCount><Articles><item><Title><![CDATA[门诊报销]]></Title><Description><![CDATA[说明]]></Description><PicUrl></PicUrl><Url><![CDATA[https://x.cn/b]]></Url></item></Articles>',
      );
    expect(await client.sandbox.say('门诊')).toMatchObject({ title: '门诊报销', text: '说明', url: 'https://x.cn/b' });

    const page = await (await fetch(`${client.sandbox.url}/phone/wechat/chat`)).text();
    expect(page).toContain('<a href="https://x.cn/a" target="_blank" rel="noopener noreferrer">这里</a>');
    expect(page).toMatch(/<a class="line" href="https:\/\/x\.cn\/b"[^>]*><b>门诊报销<\/b>/);
    expect(page).toContain('<p class="line mine">门诊]]>怎么报销</p>');
  });

  test('sees markup of an answer as words, and no link but to a page', async () => {
    await open();
    answer = () => textReply('<img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>');
    await client.sandbox.say('门诊');
    const page = await (await fetch(`${client.sandbox.url}/phone/wechat/chat`)).text();
    expect(page).toContain('&lt;img src=x');
    expect(page).not.toContain('<a href="javascript');
  });

  test('gets nothing where there is nothing to say, and hears of a server that stays away', async () => {
    await open();
    expect(await client.sandbox.say('你好')).toBeNull();
    answer = () => textReply('x').replace('oSandboxCitizen', 'oSomebodyElse');
    expect(await client.sandbox.say('你好')).toMatchObject({ from: 'platform' });
    answer = () => '<html>500</html>';
    expect((await client.sandbox.say('你好'))?.text).toContain('故障');
    expect(received).toHaveLength(1 + 1 + 3);
  });

  test('more than one card is not shown', async () => {
    await open();
    answer = () => reply('<MsgType>news</MsgType><ArticleCount>2</ArticleCount>');
    expect(await client.sandbox.say('门诊')).toMatchObject({ from: 'platform' });
  });

  test('in safe mode the answer has to be sealed and signed', async () => {
    await open(KEY);
    const sealed = envelope(KEY, 'wxsandbox0000000001').close(textReply('好'));
    const signature = sha1('sandbox-token', '1', 'n', sealed);
    const enclosed = (mark: string) =>
      `<xml><Encrypt><![CDATA[${sealed}]]></Encrypt><MsgSignature><![CDATA[${mark}]]></MsgSignature><TimeStamp>1</TimeStamp><Nonce><![CDATA[n]]></Nonce></xml>`;
    answer = () => enclosed(signature);
    expect(await client.sandbox.say('门诊')).toMatchObject({ from: 'account', text: '好' });
    answer = () => enclosed('0'.repeat(40));
    expect(await client.sandbox.say('门诊')).toMatchObject({ from: 'platform' });
    answer = () => textReply('好');
    expect(await client.sandbox.say('门诊')).toMatchObject({ from: 'platform' });
  });

  test('begins to follow; what is done from the page is the same', async () => {
    await open();
    await client.sandbox.follow();
    expect(received[0]?.body).toContain('<Event><![CDATA[subscribe]]></Event>');
    await client.admin('POST', '/_messages', { text: '  门诊  ' });
    await pushes(2);
    expect(received[1]?.body).toContain('<Content><![CDATA[门诊]]></Content>');
    expect(await client.admin('GET', '/_messages')).toMatchObject([{ from: 'citizen', text: '门诊' }]);
    expect(await client.admin('POST', '/_messages', { text: '' })).toHaveProperty('error');
  });
});
