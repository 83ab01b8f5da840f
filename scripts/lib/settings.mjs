import { isAbsolute, join, normalize } from 'node:path';
import { refusal } from './refusal.mjs';
import { ROOT } from './root.mjs';

/** Binding to all addresses is not an address to call. @type {Record<string, string>} */
const CALLABLE = { '0.0.0.0': '127.0.0.1', '::': '[::1]', '::1': '[::1]' };

/**
 * @typedef {object} Settings
 * @property {string} host where the product listens
 * @property {number} port
 * @property {string} local the product's address as seen from this machine
 * @property {string} siteUrl the public address, without a trailing slash
 * @property {string} dataDir absolute
 * @property {'sandbox' | 'live'} mode
 * @property {number} sandboxPort
 * @property {boolean} startsSandbox whether the sandbox platforms have to be started here
 */

/**
 * What the environment and the options amount to, defaults filled in.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ port?: string, sandbox: boolean }} options as from `startOptions`
 * @returns {Settings}
 * @throws a refusal that lists everything wrong, not just the first thing
 */
export function settings(env, options) {
  /** @type {string[]} */
  const problems = [];
  const port = toPort('PORT', options.port ?? (env.PORT || '1337'), problems);
  const sandboxPort = toPort('SANDBOX_PORT', env.SANDBOX_PORT || '1338', problems);
  const mode = toMode(env, problems);
  const siteUrl = env.SITE_URL || `http://localhost:${port}`;
  if (!/^https?:$/.test(URL.canParse(siteUrl) ? new URL(siteUrl).protocol : '')) {
    problems.push(`SITE_URL 应是 http 或 https 地址，现在是“${siteUrl}”。`);
  }
  if (env.DATABASE_URL && !(/^postgres(ql)?:\/\//.test(env.DATABASE_URL) && URL.canParse(env.DATABASE_URL))) {
    // Never the value: it holds a password.
    problems.push('DATABASE_URL 应是 postgres://用户:密码@主机:端口/库名 这样的地址，其中的特殊字符按网址编码。');
  }
  const otherPlatforms = Boolean(env.WECHAT_API_BASE_URL && env.WEIBO_API_BASE_URL);
  const startsSandbox = mode === 'sandbox' && options.sandbox && !otherPlatforms;
  if (startsSandbox && port === sandboxPort) problems.push(`PORT 和 SANDBOX_PORT 都是 ${port}，请错开。`);
  if (problems.length > 0) throw refusal('设置有误：', ...problems.map((problem) => `  ${problem}`));

  const host = env.HOST || '127.0.0.1';
  const dataDir = env.DATA_DIR || '.data';
  return {
    host,
    port,
    local: `http://${CALLABLE[host] ?? host}:${port}`,
    siteUrl: siteUrl.replace(/\/+$/, ''),
    dataDir: isAbsolute(dataDir) ? normalize(dataDir) : join(ROOT, dataDir),
    mode,
    sandboxPort,
    startsSandbox,
  };
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string[]} problems
 */
function toPort(name, text, problems) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) problems.push(`${name} 应是 1 到 65535 的整数，现在是“${text}”。`);
  return port;
}

/**
 * Credentials mean that the operator has real accounts: publishing into a sandbox by surprise would be worse than live.
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} problems
 * @returns {'sandbox' | 'live'}
 */
function toMode(env, problems) {
  const mode = env.PUBLISHING_MODE || (env.WECHAT_APP_ID || env.WEIBO_ACCESS_TOKEN ? 'live' : 'sandbox');
  if (mode === 'sandbox' || mode === 'live') return mode;
  problems.push(`PUBLISHING_MODE 应是 sandbox 或 live，现在是“${mode}”。`);
  return 'sandbox';
}
