import { startSandbox, type Sandbox } from '../../publishers/sandbox/server';
import { accountOf } from '../unit/delivery/support/newsroom';
import { createClock } from '../unit/delivery/support/clock';
import { testIo } from '../unit/publishers/weibo/io';
import type { Place } from './place';

type Platform = 'wechat' | 'weibo';

const COMMIT: Readonly<Record<Platform, string>> = { wechat: 'freepublish/submit', weibo: 'statuses/share.json' };
const ALTERED = { title: '别的标题', text: '别的内容' } as const;
/** Calls after which the platform is not as it was before. */
const WRITES = /(submit|sendall|share\.json|delete|add|uploadimg|add_material|update)$/;
const CONNECTIONS: Readonly<Record<Platform, (sandbox: Sandbox) => Readonly<Record<string, string>>>> = {
  wechat: ({ wechatBaseUrl }) => ({
    apiBaseUrl: wechatBaseUrl,
    appId: 'wxsandbox0000000001',
    appSecret: 'sandbox-secret',
  }),
  weibo: ({ weiboBaseUrl }) => ({
    apiBaseUrl: weiboBaseUrl,
    accessToken: '2.00sandboxtoken',
    uid: '1404376560',
    rip: '203.0.113.7',
  }),
};

/** A platform of its own, which shares the clock of the test. */
export async function sandboxPlace(
  platform: Platform,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Place & { readonly sandbox: Sandbox }> {
  const clock = createClock();
  const sandbox = await startSandbox({
    port: 0,
    stateDir: null,
    now: clock.now,
    boundDomain: 'www.yunlan.gov.cn',
    weiboUid: '1404376560',
  });
  const io = testIo({ connection: CONNECTIONS[platform](sandbox), files });
  io.clock = clock.now();
  const ids = () => Promise.resolve(sandbox.ledger().map(({ id }) => id));
  return {
    sandbox,
    account: accountOf(platform).account,
    io,
    pass: (milliseconds) => {
      clock.pass(milliseconds);
      io.clock = clock.now();
    },
    readable: ids,
    published: ids,
    everything: () =>
      Promise.resolve([sandbox.ledger(), sandbox.calls.list().filter(({ path }) => WRITES.test(path)).length]),
    loseAnswer: () => void sandbox.faults.add({ platform, endpoint: COMMIT[platform], kind: 'drop-after' }),
    alter: () => Promise.resolve(void sandbox.alter({ id: sandbox.ledger()[0]?.id ?? '', ...ALTERED })),
    remove: () => Promise.resolve(void sandbox.alter({ id: sandbox.ledger()[0]?.id ?? '', deleted: true })),
    close: () => sandbox.close(),
  };
}
