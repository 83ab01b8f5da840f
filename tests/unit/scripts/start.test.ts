import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { script } from './script';
import { temporaryFolder } from './temporary-folder';

const START = join(__dirname, '../../../scripts/start.mjs');

/** Runs the command as a terminal would, to its end. */
function start(args: string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number | undefined; output: string }>((resolve) => {
    const child = execFile(process.execPath, [START, ...args], { env: { ...process.env, ...env } }, (_, out, err) =>
      resolve({ code: child.exitCode ?? undefined, output: out + err }),
    );
  });
}

test('--help names every variable and ends well', async () => {
  const { code, output } = await start(['--help']);
  expect(code).toBe(0);
  expect(output).toBe(`${String(await script('usage'))}\n`);
  expect(output).toMatch(/PUBLISHING_MODE +sandbox[^]*MINGBAI_SEED/);
});

test('an unknown option is refused, with a way to help', async () => {
  const { code, output } = await start(['--prot', '1400']);
  expect(code).toBe(1);
  expect(output).toContain('npm start -- --help');
  expect(output).not.toMatch(/^\s+at /m);
});

test('a taken port is named before anything is made or built', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an address of this type.
  const { port } = server.address() as AddressInfo;
  const DATA_DIR = join(temporaryFolder(), 'data');
  const { code, output } = await start(['--port', String(port), '--no-sandbox'], { DATA_DIR, HOST: '127.0.0.1' });
  server.close();
  expect(code).toBe(1);
  expect(output).toContain(`端口 ${port}（127.0.0.1）已被占用。`);
  expect(existsSync(DATA_DIR)).toBe(false);
});
