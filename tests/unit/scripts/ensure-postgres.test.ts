import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { script } from './script';

const MODULE = pathToFileURL(join(__dirname, '../../../scripts/lib/ensure-postgres.mjs')).href;
const RUN = `
  const { ensurePostgres } = await import('${MODULE}');
  console.log(await ensurePostgres());
  setInterval(() => {}, 1000);`;

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

test('a run that is killed leaves no server behind', async () => {
  const run = spawn(process.execPath, ['--input-type=module', '-e', RUN], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [url] = (await once(run.stdout, 'data')) as [Buffer];
  const port = Number(new URL(url.toString()).port);
  expect(await answers(port)).toBe(true);
  run.kill('SIGKILL');
  const gone = async () => !(await answers(port));
  expect(await script('wait-until', gone, { limitMs: 20_000, everyMs: 50 })).toBe(true);
});
