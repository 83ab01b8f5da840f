import { join } from 'node:path';
import { atMost } from './at-most.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { ensureFfmpeg } from './ensure-ffmpeg.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensurePostgres } from './ensure-postgres.mjs';
import { ROOT } from './root.mjs';
import { runInTwos } from './run-in-twos.mjs';
import { runJest } from './run-jest.mjs';
import { runTools } from './run-tools.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped?: number, failures?: string[] }} Count
 * @typedef {object} Context
 * @property {string} logs folder for the output of quiet tools
 * @property {NodeJS.ProcessEnv} env
 * @property {string[]} extra further arguments for jest
 * @typedef {object} Check
 * @property {string} name as given to `npm test --`
 * @property {string} title
 * @property {string[]} needs names of checks that have to succeed first
 * @property {boolean} [hidden] a preparation: not run for its own sake
 * @property {boolean} [alongside] begins with the one before it, not after it
 * @property {(context: Context) => Promise<Count>} run
 */

const READY = { passed: 0, failed: 0 };
const PASSED = { passed: 1, failed: 0 };
const tool = (/** @type {string[]} */ ...path) => join(ROOT, 'node_modules', ...path);
const TSC = tool('typescript', 'bin', 'tsc');

/** @param {Context} context @returns {Context} */
const onPostgres = (context) => ({ ...context, env: { ...context.env, MINGBAI_TEST_DATABASE: 'postgres' } });

/** The machines that this runs on have two cores and 4 GB: each of these tools takes one core and more than 1 GB. */
const inTurn = atMost(2);

/**
 * What is the same under both names: scenarios in which neither several processes nor the database decide, tests without
 * a database, and tests that bring PostgreSQL themselves. The campaign on PostgreSQL is a command of its own, because it
 * takes minutes.
 */
const SAME_ON_BOTH = [
  '/chaos/(r(05|07|08|10|12|13|14|15|17|18|23)-|stood-still|site-killed|campaign)',
  '/delivery/(hash|http|instant|media-store|mutex|parse-body|seal)\\.test',
  '/delivery/(allowance|queue-of-new-account|schema|shared-lock)\\.test',
];

/**
 * Nothing runs beside them: eight processes keep both cores busy, and what a campaign proves depends on how much of its
 * fast clock's time a busy machine lets it use.
 */
const ALONE = '/(r03-eight-schedulers|campaign)\\.test';

/** What `npm test` does, in this order. @type {readonly Check[]} */
export const CHECKS = [
  {
    name: 'install',
    title: '依赖',
    needs: [],
    hidden: true,
    run: async (context) => {
      await ensureInstalled(context);
      return READY;
    },
  },
  {
    name: 'chromium',
    title: '浏览器与字体',
    needs: [],
    hidden: true,
    alongside: true,
    run: async (context) => {
      context.env.CHROMIUM_PATH = await ensureChromium(context);
      return READY;
    },
  },
  {
    name: 'ffmpeg',
    title: '视频工具',
    needs: [],
    hidden: true,
    alongside: true,
    run: async (context) => {
      await ensureFfmpeg(context);
      return READY;
    },
  },
  {
    name: 'database',
    title: '测试用的 PostgreSQL',
    needs: ['install'],
    hidden: true,
    run: async (context) => {
      context.env.MINGBAI_TEST_POSTGRES = await ensurePostgres();
      return READY;
    },
  },
  // The longest first: they share the cores with what follows.
  {
    name: 'build',
    title: '构建',
    needs: ['install'],
    run: async (context) => {
      await inTurn(() => ensureBuilt(context));
      return PASSED;
    },
  },
  {
    name: 'lint',
    title: '格式与写法',
    needs: ['install'],
    alongside: true,
    run: (context) =>
      runTools(
        context,
        [
          [tool('eslint', 'bin', 'eslint.js'), '.', '--max-warnings=0'],
          [tool('prettier', 'bin', 'prettier.cjs'), '--check', '.'],
        ],
        inTurn,
      ),
  },
  {
    name: 'types',
    title: '类型',
    needs: ['install'],
    alongside: true,
    run: (context) =>
      runTools(
        context,
        [
          [TSC, '--noEmit', '-p', 'tsconfig.check.json'],
          [TSC, '--noEmit', '-p', 'src/admin/tsconfig.json'],
          [TSC, '-p', 'scripts'],
        ],
        inTurn,
      ),
  },
  // The machines that this runs on have two cores; whatever starts the whole product gets them for itself.
  {
    name: 'unit',
    title: '单元测试',
    needs: ['install', 'chromium', 'ffmpeg', 'database'],
    run: (context) => runJest(context, 'unit', ['--maxWorkers=2']),
  },
  {
    name: 'integration',
    title: '集成测试',
    needs: ['build', 'database'],
    run: (context) => runJest(context, 'integration', ['--maxWorkers=2']),
  },
  {
    name: 'chaos',
    title: '故障测试',
    needs: ['build', 'database'],
    run: (context) => runInTwos(context, 'chaos', { alone: ALONE, folders: ['chaos'], without: [] }),
  },
  {
    name: 'postgres',
    title: '投放与故障测试，在 PostgreSQL 上',
    needs: ['build', 'database'],
    run: (context) =>
      runInTwos(onPostgres(context), 'postgres', {
        alone: ALONE,
        folders: ['chaos', 'unit/delivery'],
        without: SAME_ON_BOTH,
      }),
  },
  {
    name: 'postgres-product',
    title: '集成测试，在 PostgreSQL 上',
    needs: ['build', 'database'],
    run: (context) => runJest(onPostgres(context), 'postgres-product', ['-i', 'product.test'], ['integration']),
  },
  {
    name: 'browser',
    title: '浏览器测试',
    needs: ['build', 'chromium'],
    run: (context) => runJest(context, 'browser', ['--maxWorkers=2']),
  },
];
