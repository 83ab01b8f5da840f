import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from './root.mjs';
import { runLogged } from './run-logged.mjs';

/**
 * Compiles a folder under tests/ and all that it imports just as the product is compiled, so that what is measured or
 * tried is what runs.
 * @param {{ folder: string, label: string, logs: string }} job `folder`: from the root
 * @returns {Promise<string>} where the compiled tree is, absolute; it has the same folders as the project
 * @throws a refusal on a type error
 */
export async function compileTests({ folder, label, logs }) {
  const name = basename(folder);
  const out = join(ROOT, '.tmp', name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const project = {
    extends: '../../tsconfig.json',
    compilerOptions: { rootDir: '../..', outDir: '.', incremental: false },
    include: [`../../${folder}/**/*.ts`, `../../${folder}/**/*.tsx`],
    exclude: [],
  };
  writeFileSync(join(out, 'tsconfig.json'), JSON.stringify(project));
  await runLogged({
    label,
    name,
    logs,
    command: process.execPath,
    args: [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', out],
    advice: () => '类型有误：',
  });
  return out;
}
