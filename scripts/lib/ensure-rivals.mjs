import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockfilesAgree } from './lockfiles-agree.mjs';
import { npmCommand } from './npm-command.mjs';
import { ROOT } from './root.mjs';
import { runLogged } from './run-logged.mjs';

/** Folders of tests/bench with packages of their own: what we are measured against, and what judges our pages. */
const LABELS = { rivals: '安装对比用的软件包', lighthouse: '安装 Lighthouse' };

/**
 * Installs what we are measured against, when it is missing or behind its lockfile. It is large and no part of the
 * product, so nothing but the bench, the pictures and the report on pages asks for it.
 * @param {keyof typeof LABELS} name of the folder
 * @param {{ logs: string }} options `logs`: folder for npm's output
 * @returns {Promise<string>} the folder, absolute
 * @throws a refusal when npm fails
 */
export async function ensureRivals(name, { logs }) {
  const folder = join(ROOT, 'tests', 'bench', name);
  const lockfile = join(folder, 'package-lock.json');
  // npm's own record of what it has installed.
  const record = join(folder, 'node_modules', '.package-lock.json');
  if (existsSync(record) && lockfilesAgree(readJson(lockfile), readJson(record))) return folder;
  await runLogged({
    label: LABELS[name],
    name: `install-${name}`,
    logs,
    // No scripts: nothing of theirs needs to be built.
    ...npmCommand(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder]),
    advice: () => '请看下面的记录；多半是没有连上软件源。',
  });
  return folder;
}

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
