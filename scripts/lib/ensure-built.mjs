import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildInputs } from './build-inputs.mjs';
import { ROOT } from './root.mjs';
import { runLogged } from './run-logged.mjs';
import { withLock } from './with-lock.mjs';

const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.mingbai-build');
const FRESH = join(ROOT, '.tmp', 'dist-server');
/** What of dist/ belongs to the admin panel; all else is compiled TypeScript. */
const ADMIN = 'build';

/**
 * Builds dist/ when the sources have changed since the last build: the admin panel (most of a minute) only when
 * something that goes into it has, else just the compiled server.
 * @param {{ logs: string, env?: NodeJS.ProcessEnv }} options `logs`: folder for the output of the tools
 * @returns {Promise<'current' | 'server' | 'all'>} what was built
 * @throws a refusal when a tool fails
 */
export async function ensureBuilt({ logs, env = process.env }) {
  const onWait = () => console.log('  …  另一个进程正在构建，等它完成');
  return withLock(
    join(ROOT, '.tmp', 'build.lock'),
    async () => {
      // Taken before the build: a file changed while it runs makes the result stale, not current.
      const inputs = buildInputs(ROOT, env);
      const built = readStamp();
      if (built.admin === inputs.admin && built.server === inputs.server) return 'current';
      const part = built.admin === inputs.admin ? 'server' : 'all';
      // A build that fails half-way must not be taken for a whole one.
      if (part === 'server') {
        writeStamp({ admin: inputs.admin });
        await buildServer(logs);
      } else {
        rmSync(DIST, { recursive: true, force: true });
        await buildAll(logs, env);
      }
      writeStamp(inputs);
      return part;
    },
    { onWait },
  );
}

/** @returns {{ server?: string, admin?: string }} */
function readStamp() {
  if (!existsSync(STAMP)) return {};
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    // A damaged stamp says nothing about dist/, just like a missing one.
    return {};
  }
}

/** @param {{ server?: string, admin: string }} inputs */
function writeStamp(inputs) {
  writeFileSync(STAMP, `${JSON.stringify(inputs)}\n`);
}

/**
 * Expects no dist/: Strapi cleans only the admin panel, what was compiled from deleted sources would live on.
 * @param {string} logs
 * @param {NodeJS.ProcessEnv} env
 */
async function buildAll(logs, env) {
  await runLogged({
    label: '构建产品和管理后台（约 1 分钟）',
    name: 'build',
    logs,
    command: process.execPath,
    args: [join(ROOT, 'node_modules', '@strapi', 'strapi', 'bin', 'strapi.js'), 'build'],
    env: { ...env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true', STRAPI_DISABLE_EE: 'true' },
    advice: () => '请把下面的记录交给维护人员。',
  });
}

/** @param {string} logs */
async function buildServer(logs) {
  rmSync(FRESH, { recursive: true, force: true });
  await runLogged({
    label: '编译产品',
    name: 'build',
    logs,
    command: process.execPath,
    args: [
      join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'),
      ...['-p', 'tsconfig.json', '--outDir', FRESH, '--incremental', 'false'],
    ],
    advice: () => '请把下面的记录交给维护人员。',
  });
  for (const name of readdirSync(DIST)) if (name !== ADMIN) rmSync(join(DIST, name), { recursive: true });
  for (const name of readdirSync(FRESH)) renameSync(join(FRESH, name), join(DIST, name));
}
