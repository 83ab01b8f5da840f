import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { script } from './script';
import { temporaryFolder } from './temporary-folder';

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    // No such process.
    return false;
  }
};

const until = (question: () => boolean) =>
  script('wait-until', () => Promise.resolve(question()), { limitMs: 20_000, everyMs: 20 });

test('the exit code of a command is handed on', async () => {
  expect(await script('run', process.execPath, ['-e', 'process.exit(7)'])).toEqual({ code: 7, timedOut: false });
});

test('a command that does not exist is told apart from one that fails', async () => {
  expect(await script('run', 'no-such-command-here', [])).toEqual({ code: -1, timedOut: false });
});

test('past its limit a command ends together with what it started', async () => {
  const pidFile = join(temporaryFolder(), 'pid');
  const grandchild = `require('fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1e3);`;
  const child = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}]); setInterval(() => {}, 1e3);`;
  const result = await script('run', process.execPath, ['-e', child], { limitMs: 2_000 });
  expect(result).toMatchObject({ timedOut: true });
  expect(await until(() => !isAlive(Number(readFileSync(pidFile, 'utf8'))))).toBe(true);
});

test('a launched program ends when its parent is gone without a word', async () => {
  const folder = temporaryFolder({ 'child.mjs': 'setInterval(() => {}, 1000);' });
  const launcher = join(__dirname, '../../../scripts/lib/launch.mjs');
  const options = { title: 'x', file: join(folder, 'child.mjs'), log: join(folder, 'x.log'), env: {}, verbose: false };
  const parent = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { launch } from ${JSON.stringify(launcher)};
     import { writeFileSync } from 'node:fs';
     const { child } = launch(${JSON.stringify(options)});
     writeFileSync(${JSON.stringify(join(folder, 'pid'))}, String(child.pid));`,
  ]);
  const pidFile = join(folder, 'pid');
  expect(await until(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8') !== '')).toBe(true);
  const pid = Number(readFileSync(pidFile, 'utf8'));
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  expect(await until(() => !isAlive(pid))).toBe(true);
});
