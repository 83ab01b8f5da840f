import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { lockfilesAgree } from './lockfiles-agree.mjs';
import { npmCommand } from './npm-command.mjs';
import { ROOT } from './root.mjs';
import { runLogged } from './run-logged.mjs';
import { withLock } from './with-lock.mjs';

const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.mingbai-install');
const OPENS_A_DATABASE = "new (require('better-sqlite3'))(':memory:').close()";

/**
 * Installs the dependencies when they are missing or behind the lockfile, or were built for another Node.js.
 * @param {{ logs: string }} options `logs`: folder for npm's output
 * @throws a refusal when npm fails
 */
export async function ensureInstalled({ logs }) {
  if (isCurrent()) return;
  await withLock(join(ROOT, '.tmp', 'install.lock'), async () => {
    if (isCurrent()) return;
    if (!installedByHand()) await install(logs);
    writeFileSync(STAMP, expectedStamp());
  });
}

const isCurrent = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === expectedStamp();

/** Changes with the lockfile and with anything that makes compiled dependencies unusable. */
function expectedStamp() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  return `${JSON.stringify({ lock, abi: process.versions.modules, system: `${process.platform}-${process.arch}` })}\n`;
}

/** Somebody ran npm already: accepted when npm's own record agrees and the compiled database driver loads. */
function installedByHand() {
  const record = join(MODULES, '.package-lock.json');
  if (!existsSync(record)) return false;
  const [wanted, installed] = [join(ROOT, 'package-lock.json'), record].map((file) =>
    JSON.parse(readFileSync(file, 'utf8')),
  );
  if (!lockfilesAgree(wanted, installed)) return false;
  return spawnSync(process.execPath, ['-e', OPENS_A_DATABASE], { cwd: ROOT, stdio: 'ignore' }).status === 0;
}

/** @param {string} logs */
function install(logs) {
  return runLogged({
    label: '安装依赖（首次需要几分钟）',
    name: 'install',
    logs,
    // The build needs development packages (types), whatever NODE_ENV says.
    ...npmCommand(['ci', '--include=dev', '--no-audit', '--no-fund']),
    advice: '请检查网络，或为 npm 设置可用的镜像（npm config set registry …），然后重试。',
  });
}
