import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { lockfilesAgree } from './lockfiles-agree.mjs';
import { aptInstall, mayAptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';
import { npmCommand } from './npm-command.mjs';
import { refusal } from './refusal.mjs';
import { ROOT } from './root.mjs';
import { runLogged } from './run-logged.mjs';
import { withLock } from './with-lock.mjs';

const MODULES = join(ROOT, 'node_modules');
const LOCKFILE = join(ROOT, 'package-lock.json');
/** npm's own record of what it has installed. */
const RECORD = join(MODULES, '.package-lock.json');
const STAMP = join(MODULES, '.mingbai-install');
const OPENS_A_DATABASE = "new (require('better-sqlite3'))(':memory:').close()";
/** How npm's errors begin when the registry was not reached. */
const NETWORK = /\b(ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ERR_SOCKET_TIMEOUT|ENETUNREACH)\b/;

/**
 * Installs the dependencies when they are missing or behind the lockfile, or were built for another Node.js.
 * @param {{ logs: string }} options `logs`: folder for npm's output
 * @throws a refusal when npm fails or installs anything but what the lockfile says
 */
export async function ensureInstalled({ logs }) {
  if (isCurrent()) return;
  await withLock(join(ROOT, '.tmp', 'install.lock'), async () => {
    if (isCurrent()) return;
    // Somebody may have run npm already.
    if (!(asLocked() && driverLoads())) await install(logs);
    writeFileSync(STAMP, expectedStamp());
  });
}

const isCurrent = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === expectedStamp();

/** Changes with the lockfile and with anything that makes compiled dependencies unusable. */
function expectedStamp() {
  const lock = createHash('sha256').update(readFileSync(LOCKFILE)).digest('hex');
  return `${JSON.stringify({ lock, abi: process.versions.modules, system: `${process.platform}-${process.arch}` })}\n`;
}

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

const asLocked = () => existsSync(RECORD) && lockfilesAgree(readJson(LOCKFILE), readJson(RECORD));

/** The database driver is compiled for one Node.js; it is the part that a change of Node.js or a broken install breaks. */
const driverLoads = () =>
  spawnSync(process.execPath, ['-e', OPENS_A_DATABASE], { cwd: ROOT, stdio: 'ignore' }).status === 0;

/** What the database driver is compiled with where no ready one can be downloaded. */
const COMPILER = ['python3', 'make', 'g++'];

/** @param {string} logs */
async function ensureCompiler(logs) {
  const missing = COMPILER.some((program) => !findProgram(program, process.env.PATH));
  if (!missing || !mayAptInstall()) return;
  await aptInstall('安装编译工具', COMPILER, {
    logs,
    env: process.env,
    advice: '请检查软件源，或自行安装 Python 3、make 和 g++。',
  });
}

/** @param {string} logs */
async function install(logs) {
  await ensureCompiler(logs);
  await runLogged({
    label: '安装依赖（首次需要几分钟）',
    name: 'install',
    logs,
    // Not `npm ci`: it refuses a lockfile that does not list the optional binaries of every system there is. That the
    // Development packages hold types that the build needs.
    ...npmCommand(['ci', '--include=dev', '--no-audit', '--no-fund']),
    advice: (log) =>
      NETWORK.test(log)
        ? '没有连上软件源。请检查网络或代理，或换用可用的镜像（npm config set registry …），然后重试。'
        : '请看下面的记录；解决后重新运行即可。',
  });
  if (!asLocked()) throw refusal('安装的依赖与 package-lock.json 不一致。', '请删除 node_modules 后重试。');
  if (!driverLoads()) {
    throw refusal(
      '数据库驱动 better-sqlite3 无法加载。',
      '它在安装时下载或编译：请确认 npm 允许运行安装脚本，并装有 Python 3 和 C++ 编译器，删除 node_modules 后重试。',
    );
  }
}
