import { createHash } from 'node:crypto';
import { envelope } from '../../../publishers/wechat/callback/envelope';
import { SANDBOX_CALLBACK } from '../../../publishers/sandbox/options';
import { openCallback, type World } from './support/open-callback';
import { CITIZEN, post, signed, textXml } from './support/push';

let world: World;
afterEach(() => world.close());

const kept = async (): Promise<number> => (await world.db('mb_questions')).length;
const MINUTE = 60_000;

describe('who comes in', () => {
  beforeEach(async () => (world = await openCallback({ safeMode: false })));

  test('the platform verifies the address with a word that it wants back', async () => {
    const response = await fetch(signed(world, { more: { echostr: '<b>42</b>' } }));
    expect([response.status, await response.text()]).toEqual([200, '<b>42</b>']);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(signed(world, { token: 'guessed', more: { echostr: '42' } }))).status).toBe(403);
  });

  test.each([
    ['a signature with another token', () => signed(world, { token: 'guessed' })],
    ['no signature', () => world.url],
    ['a nonce that was changed', () => signed(world).replace(/nonce=/, 'nonce=x')],
    ['a time that was changed', () => signed(world).replace(/timestamp=1/, 'timestamp=2')],
    ['a request of six minutes ago', () => signed(world, { at: world.clock.now().getTime() - 6 * MINUTE })],
    ['a request from the future', () => signed(world, { at: world.clock.now().getTime() + 6 * MINUTE })],
  ])('%s is refused, and nothing is kept', async (_what, address) => {
    expect(await post(address(), textXml('门诊', 1))).toEqual({ status: 403, text: 'forbidden' });
    expect(await kept()).toBe(0);
    expect(await world.db('mb_pushes')).toEqual([]);
  });

  test('clocks may differ by some minutes', async () => {
    const at = world.clock.now().getTime() - 4 * MINUTE;
    expect((await post(signed(world, { at }), textXml('门诊', 1))).status).toBe(200);
  });

  test.each(['nobody', 'website', 'silent', '%ff', '..%2fwechat'])('there is no callback for %s', async (name) => {
    const address = signed(world, { token: '' }).replace(/wechat\?/, `${name}?`);
    expect((await post(address, textXml('门诊', 1))).status).toBe(404);
    expect(await kept()).toBe(0);
  });

  test('only GET and POST are known', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS'])
      expect((await fetch(signed(world), { method })).status).toBe(405);
  });

  test.each([
    ['no XML', '{"a":1}', 400],
    ['nothing', '', 400],
    ['half a message', textXml('门诊', 1).slice(0, -10), 400],
    ['another document', '<html></html>', 400],
    [
      'a billion laughs',
      `<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>${textXml('门诊', 1).replace('<![CDATA[门诊]]>', '&b;')}`,
      400,
    ],
    ['bytes that are no UTF-8', Buffer.from([0x3c, 0x78, 0xff, 0xfe, 0x3e]), 400],
    ['more than 64 KB', textXml('门'.repeat(30_000), 1), 413],
  ])('%s is refused with words of its own status', async (_what, body, status) => {
    expect((await post(signed(world), body)).status).toBe(status);
    expect(await kept()).toBe(0);
  });

  test('more than 64 KB without a length in front is refused, too', async () => {
    const chunk = Buffer.alloc(16_384, 'a');
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => (sent++ < 8 ? controller.enqueue(chunk) : controller.close()),
    });
    expect((await post(signed(world), body)).status).toBe(413);
  });
});

describe('what comes again', () => {
  beforeEach(async () => (world = await openCallback({ safeMode: false })));

  test('a recorded request is received once, whatever it carries the second time', async () => {
    const address = signed(world);
    expect((await post(address, textXml('门诊', 1))).text).toContain('<xml>');
    expect(await post(address, textXml('门诊', 1))).toEqual({ status: 200, text: 'success' });
    expect(await post(address, textXml('住院', 2))).toEqual({ status: 200, text: 'success' });
    expect(await kept()).toBe(1);
    // The message that somebody laid beside the recording may still come from the platform.
    expect((await post(signed(world), textXml('住院', 2))).text).toContain('<xml>');
  });

  test('copies of a message that reach two processes at once have one answer and one record', async () => {
    const other = await world.openAnother();
    const places = [world.url, other, world.url, other].map((url) => ({ ...world, url }));
    const answers = await Promise.all(places.map((place) => post(signed(place), textXml('门诊', 7))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.filter(({ text }) => text === 'success')).toHaveLength(3);
    expect(await kept()).toBe(1);
  });

  test('the same words asked twice are two questions', async () => {
    for (const id of [1, 2]) await post(signed(world), textXml('门诊', id));
    expect(await kept()).toBe(2);
  });

  test('what is remembered of a push goes after a day', async () => {
    await post(signed(world), textXml('门诊', 1));
    world.clock.pass(23 * 60 * MINUTE);
    await world.callback.forget();
    expect(await world.db('mb_pushes')).toHaveLength(2);
    world.clock.pass(2 * 60 * MINUTE);
    await world.callback.forget();
    expect(await world.db('mb_pushes')).toEqual([]);
    expect(await kept()).toBe(1);
  });
});

describe('safe mode', () => {
  const { token, encodingAesKey } = SANDBOX_CALLBACK;
  beforeEach(async () => (world = await openCallback({ safeMode: true })));

  /** As the platform would encrypt for an AppID, with the signature over it. */
  function encrypted(appId: string, key: string = encodingAesKey): { address: string; body: string } {
    const sealed = envelope(key, appId).close(textXml('门诊', 1));
    const address = new URL(signed(world));
    const parts = [token, address.searchParams.get('timestamp') ?? '', address.searchParams.get('nonce') ?? '', sealed];
    const signature = createHash('sha1').update(parts.sort().join('')).digest('hex');
    address.searchParams.set('msg_signature', signature);
    address.searchParams.set('encrypt_type', 'aes');
    return { address: address.href, body: `<xml><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>` };
  }

  test('takes what is sealed for this account, and answers sealed', async () => {
    const { address, body } = encrypted('wxsandbox0000000001');
    const { status, text } = await post(address, body);
    expect(status).toBe(200);
    expect(text).toMatch(/^<xml><Encrypt>.*<MsgSignature>.*<TimeStamp>\d+<\/TimeStamp><Nonce>/);
    expect(text).not.toContain(CITIZEN);
    expect(await kept()).toBe(1);
  });

  test('refuses what is sealed for another account or with another key, or was changed on the way', async () => {
    const other = encrypted('wx0000000000000000');
    expect((await post(other.address, other.body)).status).toBe(403);
    const strange = encrypted('wxsandbox0000000001', 'B'.repeat(43));
    expect((await post(strange.address, strange.body)).status).toBe(403);
    const { address, body } = encrypted('wxsandbox0000000001');
    expect((await post(address, body.replace('[CDATA[', '[CDATA[A'))).status).toBe(403);
    expect(await kept()).toBe(0);
  });

  test('refuses what is not sealed at all, however well its address is signed', async () => {
    expect((await post(signed(world), textXml('门诊', 1))).status).toBe(403);
    expect(await kept()).toBe(0);
  });

  test('refuses sealed nonsense as unreadable', async () => {
    const sealed = envelope(encodingAesKey, 'wxsandbox0000000001').close('nonsense');
    const address = new URL(signed(world));
    const parts = [token, address.searchParams.get('timestamp') ?? '', address.searchParams.get('nonce') ?? '', sealed];
    address.searchParams.set('msg_signature', createHash('sha1').update(parts.sort().join('')).digest('hex'));
    expect((await post(address.href, `<xml><Encrypt>${sealed}</Encrypt></xml>`)).status).toBe(400);
  });
});

describe('in time', () => {
  test('a search that takes too long is answered with nothing to say, and what follows is still done', async () => {
    let found: (value: { hits: []; total: 0; fits: false; near: [] }) => void = () => undefined;
    const find = () => new Promise<{ hits: []; total: 0; fits: false; near: [] }>((resolve) => (found = resolve));
    world = await openCallback({ safeMode: false, callback: { find, patience: 20 } });
    expect(await post(signed(world), textXml('门诊', 1))).toEqual({ status: 200, text: 'success' });
    expect(await kept()).toBe(0);
    found({ hits: [], total: 0, fits: false, near: [] });
    while ((await kept()) === 0) await new Promise((wake) => setTimeout(wake, 5));
  });

  test('what failed is taken when the platform sends it again, and nothing of the sender is logged', async () => {
    let tries = 0;
    const find = () =>
      ++tries === 1
        ? Promise.reject(new Error('the database is away'))
        : Promise.resolve({ hits: [], total: 0, fits: false, near: [] });
    world = await openCallback({ safeMode: false, callback: { find } });
    const address = signed(world);
    expect((await post(address, textXml('门诊', 1))).status).toBe(500);
    expect((await post(address, textXml('门诊', 1))).text).toContain('<xml>');
    expect(world.logged()).toContain('the database is away');
    expect(world.logged()).not.toMatch(new RegExp(`${CITIZEN}|signature`));
  });

  test('a failure after the answer is logged, and the next copy is taken', async () => {
    let fail: () => void = () => undefined;
    const find = () => new Promise<never>((_resolve, reject) => (fail = () => reject(new Error('too late'))));
    world = await openCallback({ safeMode: false, callback: { find, patience: 20 } });
    expect((await post(signed(world), textXml('门诊', 1))).text).toBe('success');
    fail();
    while (!world.logged().includes('too late')) await new Promise((wake) => setTimeout(wake, 5));
    expect(await world.db('mb_pushes')).toEqual([]);
  });
});
