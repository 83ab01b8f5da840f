import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(__dirname, '../../..');
const STOP_WITH_PARENT = pathToFileURL(join(ROOT, 'scripts/lib/stop-with-parent.mjs')).href;
/** A loaded machine of two cores takes a minute for what otherwise takes ten seconds. Milliseconds. */
const PATIENCE = 150_000;

export const API_TOKEN = 'the-token-of-the-automation-interface';

/** Values that must be found nowhere but in the environment. */
export const SECRETS = {
  APP_KEYS: 'app-key-number-one,app-key-number-two',
  API_TOKEN_SALT: 'the-salt-of-the-tokens',
  ADMIN_JWT_SECRET: 'the-secret-of-the-sessions',
  TRANSFER_TOKEN_SALT: 'the-salt-of-the-transfer',
  ENCRYPTION_KEY: 'the-encryption-key-of-32-letters',
  MINGBAI_SECRET_KEY: 'the-key-that-seals-credentials',
  MINGBAI_API_TOKEN: API_TOKEN,
} as const;

/** The product as a process of its own. */
export interface RunningProduct {
  /** Where it listens, `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly dataDir: string;
  /** A `postgres://` URL, or the path of a file. */
  readonly database: string;
  /** Where it keeps uploads while they arrive. */
  readonly temporaryDir: string;
  /** Everything that it has written to its log so far. */
  log(): string;
  /** Asks it to end and waits until it has. @returns its exit code */
  stop(): Promise<number | null>;
}

export interface ProductOptions {
  readonly dataDir: string;
  /** Base address of the sandbox that plays the platforms. */
  readonly platforms: { readonly wechatBaseUrl: string; readonly weiboBaseUrl: string };
  /** The same again for a restart, so that public addresses stay; otherwise a free one. */
  readonly port?: number;
  /** Variables as an operator would set them; they win over those that suit most tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts the built product in production mode and waits until it says that it is ready. */
export async function startProduct({ dataDir, platforms, port, settings }: ProductOptions): Promise<RunningProduct> {
  const ownPort = port ?? (await freePort());
  const url = `http://127.0.0.1:${ownPort}`;
  const temporaryDir = join(dataDir, 'tmp');
  mkdirSync(temporaryDir, { recursive: true });
  const child = spawn(process.execPath, ['--import', STOP_WITH_PARENT, join(ROOT, 'scripts/serve.mjs')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TMPDIR: temporaryDir,
      NODE_ENV: 'production',
      ENV_PATH: join(dataDir, 'no.env'),
      STRAPI_TELEMETRY_DISABLED: 'true',
      STRAPI_DISABLE_EE: 'true',
      STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: 'zh-Hans',
      ...SECRETS,
      DATA_DIR: dataDir,
      PORT: String(ownPort),
      PUBLISHING_MODE: 'sandbox',
      // Nobody listens there: the platforms are another server.
      SANDBOX_PORT: String(await freePort()),
      WECHAT_API_BASE_URL: platforms.wechatBaseUrl,
      WEIBO_API_BASE_URL: platforms.weiboBaseUrl,
      MINGBAI_SEED: 'none',
      ...settings,
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (log += part.toString()));
  const ended = new Promise<number | null>((done) => child.once('exit', done));

  await ready(url, child, () => log);
  return {
    url,
    dataDir,
    database: settings?.['DATABASE_URL'] ?? join(dataDir, 'mingbai.db'),
    temporaryDir,
    log: () => log,
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function ready(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the product ended while it started:\n${log()}`);
    if (Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`the product did not become ready:\n${log()}`);
    }
    const answer = await fetch(`${url}/_ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((wake) => setTimeout(wake, 250));
  }
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}
