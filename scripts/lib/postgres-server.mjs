import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, utimes, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BEAT_MS, PREFIX } from './clear-postgres.mjs';
import { postgresPrograms } from './postgres-programs.mjs';

/** Safety of the data costs tests their time and gives them nothing. */
const UNSAFE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const SETTINGS = [...UNSAFE, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];

/**
 * Starts a PostgreSQL server for tests on a free port of this machine, its data in a temporary directory.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} `url`: of its database `postgres`, as superuser
 * @throws when it does not start, with what it said
 */
export async function postgresServer() {
  const directory = mkdtempSync(join(tmpdir(), PREFIX));
  const beat = setInterval(() => {
    const now = new Date();
    // Whoever removes the directory ends the server; there is nothing to save here.
    utimes(directory, now, now, () => undefined);
  }, BEAT_MS);
  const remove = () => {
    clearInterval(beat);
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const { initdb, postgres, options } = postgresPrograms(directory);
    const data = join(directory, 'data');
    const password = randomBytes(16).toString('hex');
    const passwordFile = join(directory, 'password');
    writeFileSync(passwordFile, password);
    const users = ['--username=mingbai', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const made = spawn(initdb, ['-D', data, ...users, '--locale=C', '--encoding=UTF8', '--no-sync'], options);
    await heard(made, null);

    const port = await freePort();
    const args = ['-D', data, '-p', String(port), ...SETTINGS.flatMap((setting) => ['-c', setting])];
    const child = spawn(postgres, args, options);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await heard(child, 'ready to accept connections');
    return {
      url: `postgres://mingbai:${password}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        // Its "fast shutdown": open connections are cut.
        child.kill('SIGINT');
        await ended;
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * Waits until a program has said something; null = until it has ended well.
 * @param {import('node:child_process').ChildProcessWithoutNullStreams} child
 * @param {string | null} words
 */
function heard(child, words) {
  return /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      let said = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (part) => {
          said += part;
          if (words !== null && said.includes(words)) resolve();
        });
      }
      child.once('error', reject);
      child.once('close', (code) => (code === 0 && words === null ? resolve() : reject(new Error(said))));
    })
  );
}

/** @returns {Promise<number>} a port that nobody listens on at the moment; PostgreSQL cannot look for one itself */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address()); // listening on TCP
  await new Promise((resolve) => server.close(resolve));
  return port;
}
