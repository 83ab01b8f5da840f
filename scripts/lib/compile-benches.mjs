import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { runLogged } from './run-logged.mjs';

const OUT = join(ROOT, '.tmp', 'bench');
const SOURCE = /^(.+)\.bench\.tsx?$/;

/**
 * Compiles tests/bench and all that it imports just as the product is compiled, so that what is measured is what runs.
 * @param {string} logs
 * @returns {Promise<{ name: string, file: string }[]>} `file`: compiled, absolute
 * @throws a refusal on a type error
 */
export async function compileBenches(logs) {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const project = {
    extends: '../../tsconfig.json',
    compilerOptions: { rootDir: '../..', outDir: '.', incremental: false },
    include: ['../../tests/bench/**/*.ts', '../../tests/bench/**/*.tsx'],
    exclude: [],
  };
  writeFileSync(join(OUT, 'tsconfig.json'), JSON.stringify(project));
  await runLogged({
    label: '编译基准测试',
    name: 'bench',
    logs,
    command: process.execPath,
    args: [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', OUT],
    advice: () => '类型有误：',
  });
  return readdirSync(join(ROOT, 'tests', 'bench')).flatMap((source) => {
    const name = SOURCE.exec(source)?.[1];
    return name ? [{ name, file: join(OUT, 'tests', 'bench', `${name}.bench.js`) }] : [];
  });
}
