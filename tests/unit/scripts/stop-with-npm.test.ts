import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const STOP_WITH_NPM = join(__dirname, '../../../scripts/lib/stop-with-npm.mjs');
const PROGRAM = `
  import { stopWithNpm } from ${JSON.stringify(STOP_WITH_NPM)};
  process.on('SIGTERM', () => { console.log('asked to end'); process.exit(0); });
  setInterval(() => {}, 1000);
  stopWithNpm();
  console.log('up');`;

/** A shell that waits for the program instead of becoming it, as npm's often does. */
const SHELL = ['-c', '"$0" --input-type=module -e "$1"; exit $?', process.execPath, PROGRAM];

test('a program of npm whose shell is gone asks itself to end', async () => {
  const shell = spawn('sh', SHELL, { env: { ...process.env, npm_lifecycle_event: 'start' } });
  const lines: string[] = [];
  for await (const line of createInterface({ input: shell.stdout })) {
    lines.push(line);
    if (line === 'up') shell.kill('SIGTERM');
  }
  expect(lines).toEqual(['up', 'asked to end']);
  if (shell.exitCode === null && shell.signalCode === null) await once(shell, 'exit');
  expect(shell.signalCode).toBe('SIGTERM');
});
