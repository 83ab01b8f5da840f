import { SANDBOX_CALLBACK } from '../publishers/sandbox/options';
import type { AccountDefinition, Reach } from '../src/delivery/accounts';
import { readEnvironment } from '../src/environment';
import { siteKeyOf } from '../src/site-key-of';

/** Credentials that only the sandbox accepts; it runs on this machine and publishes nothing. */
const SANDBOX = {
  wechat: { appId: 'wxsandbox0000000001', appSecret: 'sandbox-secret', ...SANDBOX_CALLBACK },
  weibo: { accessToken: '2.00sandboxtoken', uid: '1404376560' },
} as const;

/** Channels and engine settings, all from the environment. */
export default () => {
  const e = readEnvironment();
  const sandbox = e.PUBLISHING_MODE === 'sandbox';
  const sandboxUrl = `http://127.0.0.1:${e.SANDBOX_PORT}`;
  const secretKey = e.MINGBAI_SECRET_KEY ?? '';
  const site = {
    siteDir: e.paths.site,
    siteStateDir: e.paths.siteState,
    // Without a secret nothing starts; the configuration alone is read in tests.
    ...(secretKey && { siteKey: siteKeyOf(secretKey) }),
  };
  const host = new URL(e.SITE_URL).hostname;
  // With real accounts nothing fictional is written unless somebody asks for it.
  const seed = e.MINGBAI_SEED ?? (sandbox ? 'demo' : 'none');

  const system: AccountDefinition[] = [
    {
      name: 'website',
      publisher: 'website',
      title: '政策解读网站',
      // For real, nothing of the demonstration may show.
      settings: sandbox ? {} : { live: true, demo: false },
      connection: site,
      origin: 'system',
    },
    {
      name: 'micro-broadcast',
      publisher: 'micro-broadcast',
      title: '微直播',
      // In rehearsal a room should be worth watching at once; a real one gives readers time to read.
      settings: { secondsBetween: sandbox ? 8 : 60 },
      connection: site,
      origin: 'system',
    },
  ];

  // Where the platforms are, the same for accounts of the environment and of staff.
  const hosts: Reach['hosts'] = {
    wechat: {
      apiBaseUrl: e.WECHAT_API_BASE_URL ?? (sandbox ? `${sandboxUrl}/wechat` : 'https://api.weixin.qq.com'),
      articleBaseUrl:
        sandbox && !e.WECHAT_API_BASE_URL ? `http://localhost:${e.SANDBOX_PORT}` : 'https://mp.weixin.qq.com',
    },
    weibo: {
      apiBaseUrl: e.WEIBO_API_BASE_URL ?? (sandbox ? `${sandboxUrl}/weibo` : 'https://api.weibo.com'),
      publicBaseUrl:
        sandbox && !e.WEIBO_API_BASE_URL ? `http://localhost:${e.SANDBOX_PORT}/weibo-status` : 'https://weibo.com',
    },
  };

  const wechat: AccountDefinition = {
    name: 'wechat',
    publisher: 'wechat',
    title: '微信公众号',
    settings: {},
    connection: {
      ...hosts.wechat,
      appId: e.WECHAT_APP_ID ?? (sandbox ? SANDBOX.wechat.appId : ''),
      appSecret: e.WECHAT_APP_SECRET ?? (sandbox ? SANDBOX.wechat.appSecret : ''),
      token: e.WECHAT_TOKEN ?? (sandbox ? SANDBOX.wechat.token : ''),
      encodingAesKey: e.WECHAT_ENCODING_AES_KEY ?? (sandbox ? SANDBOX.wechat.encodingAesKey : ''),
    },
    origin: e.WECHAT_APP_ID ? 'environment' : 'sandbox',
  };
  const uid = e.WEIBO_UID ?? (sandbox ? SANDBOX.weibo.uid : '');
  const weibo: AccountDefinition = {
    name: 'weibo',
    publisher: 'weibo',
    title: '微博账号',
    settings: { domain: e.WEIBO_DOMAIN ?? host, uid },
    connection: {
      ...hosts.weibo,
      accessToken: e.WEIBO_ACCESS_TOKEN ?? (sandbox ? SANDBOX.weibo.accessToken : ''),
      uid,
      rip: e.WEIBO_RIP ?? '127.0.0.1',
    },
    origin: e.WEIBO_ACCESS_TOKEN ? 'environment' : 'sandbox',
  };

  const accounts = [
    ...system.slice(0, 1),
    ...(sandbox || (e.WECHAT_APP_ID && e.WECHAT_APP_SECRET) ? [wechat] : []),
    ...(sandbox || e.WEIBO_ACCESS_TOKEN ? [weibo] : []),
    ...system.slice(1),
  ];
  return {
    mode: e.PUBLISHING_MODE,
    siteUrl: e.SITE_URL,
    accounts,
    hosts,
    seed,
    apiToken: e.MINGBAI_API_TOKEN ?? null,
    secretKey,
    paths: e.paths,
    /** The directories of the site and the key of its list of files. */
    site,
    /** Whether the check of the site puts back what was altered. */
    restoresSite: e.MINGBAI_SITE_RESTORE !== 'no',
    /** `postgres://…`; null = SQLite, one process. */
    databaseUrl: e.DATABASE_URL ?? null,
    /** Websites from which pictures are fetched that an explainer shows; none by default. */
    pictureHosts: e.MINGBAI_PICTURE_HOSTS.filter((host) => host !== ''),
    /** Whether this process delivers; others may. */
    works: e.MINGBAI_WORK !== 'no',
    /** Whether nothing may go out by itself from this start on: after a restore, until people have looked. */
    startFrozen: e.MINGBAI_START_FROZEN === 'yes',
    logLevel: e.LOG_LEVEL,
    /** Where a worker answers about itself; null = nowhere. A web process answers on its own port. */
    metrics: e.METRICS_PORT === undefined ? null : { host: e.METRICS_HOST, port: e.METRICS_PORT },
    /** Milliseconds. Above the longest single request (60 s would still be renewed every third of it). */
    lease: 30_000,
  };
};
