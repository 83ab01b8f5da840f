/** The sandbox as a program of its own: `node dist/publishers/sandbox/main.js`. */
import { join } from 'node:path';
import { SANDBOX_CALLBACK } from './options';
import { startSandbox } from './server';

async function main(): Promise<void> {
  // An empty variable means the same as none.
  const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const port = Number(env['SANDBOX_PORT'] ?? 1338);
  const sandbox = await startSandbox({
    port,
    host: env['HOST'] ?? '127.0.0.1',
    stateDir: join(env['DATA_DIR'] ?? '.data', 'sandbox'),
    appId: env['WECHAT_APP_ID'],
    appSecret: env['WECHAT_APP_SECRET'],
    weiboToken: env['WEIBO_ACCESS_TOKEN'],
    weiboUid: env['WEIBO_UID'],
    boundDomain: env['WEIBO_DOMAIN'] ?? hostOf(env['SITE_URL']) ?? 'localhost',
    publicBaseUrl: env['SANDBOX_PUBLIC_URL'] ?? `http://localhost:${port}`,
    callbackUrl: env['SANDBOX_CALLBACK_URL'] ?? null,
    callbackToken: env['WECHAT_TOKEN'],
    callbackAesKey: env['WECHAT_ENCODING_AES_KEY'] ?? SANDBOX_CALLBACK.encodingAesKey,
  });
  console.log(`sandbox of WeChat and Weibo: http://localhost:${port}/`);

  const stop = (): void => void sandbox.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

const hostOf = (url: string | undefined): string | null =>
  url !== undefined && URL.canParse(url) ? new URL(url).hostname : null;

main().catch((error: unknown) => {
  console.error('the sandbox could not start:', error);
  process.exit(1);
});
