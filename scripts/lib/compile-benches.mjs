import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compileTests } from './compile-tests.mjs';
import { ROOT } from './root.mjs';

const FOLDER = join('tests', 'bench');
const SOURCE = /^(.+)\.bench\.tsx?$/;

/**
 * @param {string} logs
 * @returns {Promise<{ name: string, file: string }[]>} `file`: compiled, absolute
 * @throws a refusal on a type error
 */
export async function compileBenches(logs) {
  const out = await compileTests({ folder: FOLDER, label: '编译基准测试', logs });
  return readdirSync(join(ROOT, FOLDER)).flatMap((source) => {
    const name = SOURCE.exec(source)?.[1];
    return name ? [{ name, file: join(out, FOLDER, `${name}.bench.js`) }] : [];
  });
}
