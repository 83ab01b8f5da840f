import { ACCOUNT_STANDINGS, type AccountStanding } from '../../../../publishers/sandbox/wechat/account-state';
import { pictureBytes, startClient, type Answer, type Client } from './client';

let client: Client;
beforeEach(async () => (client = await startClient()));
afterEach(() => client.sandbox.close());

const stable = async (): Promise<Answer> => {
  const body = { grant_type: 'client_credential', appid: 'wxsandbox0000000001', secret: 'sandbox-secret' };
  const url = `${client.sandbox.wechatBaseUrl}/cgi-bin/stable_token`;
  return (await (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).json()) as Answer;
};
const codeOf = (answer: Answer): unknown => answer['errcode'] ?? 0;
const calls = {
  token: async () => codeOf(await stable()),
  draft: async () => codeOf(await client.wechat('draft/count')),
  submit: async () => codeOf(await client.wechat('freepublish/submit', { media_id: 'x' })),
  mass: async () =>
    codeOf(
      await client.wechat('message/mass/sendall', {
        filter: { is_to_all: true },
        msgtype: 'text',
        text: { content: '通知' },
      }),
    ),
  video: async () => codeOf(await client.upload('material/add_material?type=video', Buffer.from('x'))),
  picture: async () => codeOf(await client.upload('material/add_material?type=image', await pictureBytes())),
  comments: async () => codeOf(await client.wechat('comment/list', { msg_data_id: 1, index: 0, begin: 0, count: 1 })),
};
type Call = keyof typeof calls;

/** What each state refuses; a token that was given before stays good, as on the platform. */
const REFUSED: Readonly<Record<AccountStanding, readonly Call[]>> = {
  well: [],
  'secret-frozen': ['token'],
  'token-forbidden': ['token'],
  frozen: ['token'],
  'awaits-administrator': ['token'],
  'refused-for-a-day': ['token'],
  'refused-for-an-hour': ['token'],
  limited: ['draft', 'submit', 'mass', 'video', 'picture'],
  'interfaces-banned': ['draft', 'submit', 'mass', 'video', 'picture', 'comments'],
  'publishing-banned': ['submit'],
  'mass-not-agreed': ['mass'],
  'video-banned': ['video'],
  'comments-unlicensed': ['comments'],
};

test.each(Object.keys(ACCOUNT_STANDINGS) as AccountStanding[])(
  'an account that is "%s" is refused its calls',
  async (standing) => {
    const { code } = ACCOUNT_STANDINGS[standing];
    for (const name of Object.keys(calls) as Call[]) {
      // The test's own calls ask for their token first, so the state is set once there is one.
      client.sandbox.scenarios.standing = name === 'token' ? standing : 'well';
      if (name === 'token') {
        expect([name, await calls.token()]).toEqual([name, REFUSED[standing].includes('token') ? code : 0]);
        continue;
      }
      if (REFUSED[standing].includes('token')) continue;
      client.sandbox.scenarios.standing = standing;
      const answered = await calls[name]();
      expect([name, answered === code]).toEqual([name, REFUSED[standing].includes(name)]);
    }
  },
);

describe('the list of addresses that may ask for a token', () => {
  const from = async (ip: string, whitelist: readonly string[]): Promise<unknown> => {
    Object.assign(client.sandbox.scenarios, { callerIp: ip, whitelist });
    return codeOf(await stable());
  };

  test.each([
    ['203.0.113.7', ['203.0.113.7'], 0],
    ['203.0.113.8', ['203.0.113.7'], 40164],
    ['203.0.113.200', ['198.51.100.1', '203.0.113.0/24'], 0],
    ['203.0.114.1', ['203.0.113.0/24'], 40164],
    ['203.0.113.63', ['203.0.113.0/26'], 0],
    ['203.0.113.64', ['203.0.113.0/26'], 40164],
    ['2001:db8::1', ['2001:db8::/32'], 0],
    ['2001:db9::1', ['2001:db8::/32'], 40164],
    ['203.0.113.7', [], 40164],
  ])('%s and %j: %i', async (ip, whitelist, code) => {
    expect(await from(ip, whitelist)).toBe(code);
  });

  test('names the address that has to be added, and does not hold later calls to it', async () => {
    const token = await client.token();
    Object.assign(client.sandbox.scenarios, { callerIp: '203.0.113.9', whitelist: ['203.0.113.7'] });
    expect((await stable())['errmsg']).toMatch(
      /^invalid ip 203\.0\.113\.9 ipv6 ::ffff:203\.0\.113\.9, not in whitelist/,
    );
    const url = `${client.sandbox.wechatBaseUrl}/cgi-bin/draft/count?access_token=${token}`;
    expect(codeOf((await (await fetch(url)).json()) as Answer)).toBe(0);
  });

  test('without a list everybody may, and by default it is the real address that counts', async () => {
    expect(codeOf(await stable())).toBe(0);
    client.sandbox.scenarios.whitelist = ['127.0.0.0/8'];
    expect(codeOf(await stable())).toBe(0);
    client.sandbox.scenarios.whitelist = ['10.0.0.0/8'];
    expect(codeOf(await stable())).toBe(40164);
  });

  test.each(['not an address', '203.0.113.0/33', '203.0.113.0/x', '2001:db8::/129'])('takes no "%s"', async (entry) => {
    expect(await client.admin('POST', '/_scenarios', { whitelist: [entry] })).toHaveProperty('error');
  });
});

describe('the check of the callback', () => {
  const check = (body: object): Promise<Answer> => client.wechat('callback/check', body);

  test('answers by action, once there is an address', async () => {
    expect(await check({ action: 'all', check_operator: 'DEFAULT' })).toMatchObject({ errcode: 40066 });
    client.sandbox.scenarios.callbackUrl = 'http://127.0.0.1:1/wechat';
    const all = await check({ action: 'all', check_operator: 'DEFAULT' });
    expect(all).toMatchObject({ dns: [{ real_operator: 'DEFAULT' }], ping: [{ package_loss: '0%' }] });
    expect(await check({ action: 'dns', check_operator: 'UNICOM' })).not.toHaveProperty('ping');
    expect(await check({ action: 'ping' })).not.toHaveProperty('dns');
  });

  test.each([{ action: 'look' }, {}, { action: 'all', check_operator: 'MINE' }])('refuses %j', async (body) => {
    client.sandbox.scenarios.callbackUrl = 'http://127.0.0.1:1/wechat';
    expect(await check(body)).toMatchObject({ errcode: 40035 });
  });
});
