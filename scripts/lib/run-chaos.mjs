import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { chaosOptions, CHAOS_USAGE } from './chaos-options.mjs';
import { compileTests } from './compile-tests.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensurePostgres } from './ensure-postgres.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';
import { testEnvironment } from './test-environment.mjs';

const FOLDER = join('tests', 'chaos', 'campaign');

/**
 * `npm run chaos`: one fault campaign against the built product.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code: 1 when something went out twice, was lost, or was not what the product says
 */
export async function main(args) {
  const options = chaosOptions(args);
  if (!options) {
    console.log(CHAOS_USAGE);
    return 0;
  }
  const context = { logs: join(ROOT, '.tmp', 'logs'), env: testEnvironment(process.env) };
  await ensureInstalled(context);
  await ensureBuilt(context);
  const out = await compileTests({ folder: FOLDER, label: '编译故障演练', logs: context.logs });
  // Programs that are no TypeScript, because tests start them uncompiled as well.
  cpSync(join(ROOT, FOLDER, 'processes'), join(out, FOLDER, 'processes'), { recursive: true });
  const databaseUrl = options.databaseUrl === 'embedded' ? await ensurePostgres() : options.databaseUrl;
  const program = [join(out, FOLDER, 'main.js'), JSON.stringify({ ...options, databaseUrl })];
  const { code } = await run(process.execPath, program, {
    env: { ...context.env, MINGBAI_DIST: join(ROOT, 'dist') },
  });
  return code;
}
