import { execFileSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { excerpt } from './excerpt.mjs';
import { refusal } from './refusal.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

const LIMIT_MS = 5 * 60_000;
const NODE_OPTIONS = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

/**
 * A copy of the project to break things in: the files that git knows, with this tree's dependencies.
 * @param {NodeJS.ProcessEnv} env
 */
export function mutantTree(env) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'mingbai-mutant-')));
  const log = join(root, '.output.log');
  const tool = (/** @type {string[]} */ ...path) => join(root, 'node_modules', ...path);
  for (const name of execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0')) {
    if (name !== '' && existsSync(join(ROOT, name))) cpSync(join(ROOT, name), join(root, name), { recursive: true });
  }
  symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(root, 'node_modules'));

  /** @param {string[]} args */
  async function succeeds(args) {
    const output = openSync(log, 'w');
    const { code } = await run(process.execPath, args, { env: { ...env, NODE_OPTIONS }, output, limitMs: LIMIT_MS });
    closeSync(output);
    return code === 0;
  }
  const lastOutput = () => excerpt(readFileSync(log, 'utf8'));

  return {
    lastOutput,
    /** @throws a refusal: a fault that does not compile proves nothing */
    async build() {
      if (!(await succeeds([tool('typescript', 'bin', 'tsc'), '-p', join(root, 'tsconfig.json')])))
        throw refusal('变异后的代码不能编译：', lastOutput());
    },
    /**
     * @param {string[]} tests files
     * @param {string} [only] pattern of names
     */
    passes: (tests, only) =>
      succeeds([
        tool('jest', 'bin', 'jest.js'),
        ...[
          '--config',
          join(root, 'jest.config.js'),
          '-i',
          '--bail',
          '--runTestsByPath',
          ...tests.map((name) => join(root, name)),
        ],
        ...(only ? ['-t', only] : []),
      ]),
    /**
     * @param {import('./mutations.mjs').Mutation} mutation
     * @returns {() => void} undoes it
     * @throws a refusal when the text is not there exactly once
     */
    change({ name, file, find, replace }) {
      const path = join(root, file);
      const before = readFileSync(path, 'utf8');
      if (before.split(find).length !== 2)
        throw refusal(
          `变异 ${name} 在 ${file} 里找不到要替换的文字，或不止一处。`,
          '代码改过之后，请同时更新 mutations.mjs。',
        );
      // Given as a function: `$` in the code is no reference.
      writeFileSync(
        path,
        before.replace(find, () => replace),
      );
      return () => writeFileSync(path, before);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
