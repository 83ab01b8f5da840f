import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { childEnvironment } from './child-environment.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensureSecrets } from './ensure-secrets.mjs';
import { loadEnvFile } from './load-env-file.mjs';
import { refusal } from './refusal.mjs';
import { ROOT } from './root.mjs';
import { settings as readSettings } from './settings.mjs';

const USAGE = [
  '用法：npm run site:verify -- [选项]',
  '',
  '  --restore   恢复被改动和缺失的文件，把来历不明的文件移到数据目录的 site-state/quarantine',
  '  --adopt     认可网站现在的全部文件，请产品重建清单（清单损坏或更换密钥之后，核对过网页再用）',
  '  --json      结果写成 JSON',
  '  --help      显示本说明',
  '',
  '把公开网页的每个文件与签名的清单比对。产品运行时也可以用。全部一致时退出码为 0，否则为 1。',
].join('\n');

/**
 * `npm run site:verify`: compares every public file with the signed list.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code: 0 only when everything is as published
 */
export async function main(args) {
  const options = read(args);
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  loadEnvFile();
  const settings = readSettings(process.env, { sandbox: false });
  const logs = join(settings.dataDir, 'logs');
  const env = childEnvironment(process.env, ensureSecrets(settings.dataDir), settings);
  const quietly = options.json ? silence() : () => undefined;
  await ensureInstalled({ logs });
  await ensureBuilt({ logs, env });
  quietly();
  Object.assign(process.env, env);
  const { verifyCommand } = createRequire(import.meta.url)(
    join(ROOT, 'dist', 'src', 'site', 'integrity', 'verify-command.js'),
  );
  return verifyCommand(options);
}

/** @param {string[]} args */
function read(args) {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  try {
    return parseArgs({ args, options: { restore: flag, adopt: flag, json: flag, help: { ...flag, short: 'h' } } })
      .values;
  } catch (error) {
    throw refusal(`看不懂的选项：${error instanceof Error ? error.message : error}`, USAGE);
  }
}

/** What is said on the way must not stand in front of the JSON. @returns {() => void} how to speak again */
function silence() {
  const { log } = console;
  console.log = console.error;
  return () => {
    console.log = log;
  };
}
