import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockfilesAgree } from './lockfiles-agree.mjs';
import { npmCommand } from './npm-command.mjs';
import { ROOT } from './root.mjs';
import { runLogged } from './run-logged.mjs';

const FOLDER = join(ROOT, 'tests', 'bench', 'rivals');
const LOCKFILE = join(FOLDER, 'package-lock.json');
/** npm's own record of what it has installed. */
const RECORD = join(FOLDER, 'node_modules', '.package-lock.json');

/**
 * Installs what we are measured against, when it is missing or behind its lockfile. It is large and no part of the
 * product, so nothing but the bench and the pictures asks for it.
 * @param {{ logs: string }} options `logs`: folder for npm's output
 * @throws a refusal when npm fails
 */
export async function ensureRivals({ logs }) {
  if (existsSync(RECORD) && lockfilesAgree(readJson(LOCKFILE), readJson(RECORD))) return;
  await runLogged({
    label: '安装对比用的软件包',
    name: 'install-rivals',
    logs,
    // No scripts: nothing of theirs needs to be built in order to render.
    ...npmCommand(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', FOLDER]),
    advice: () => '请看下面的记录；多半是没有连上软件源。',
  });
}

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
