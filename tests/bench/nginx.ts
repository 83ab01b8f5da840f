import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Where distributions put it; users other than root rarely have that in their PATH. */
const USUAL = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];
const DOCUMENTED = ['mingbai.conf', 'mingbai-headers.conf', 'mingbai-types.conf'];

/** The program, or null where it is not installed. */
export function findNginx(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...USUAL];
  return folders.map((folder) => join(folder, 'nginx')).find((file) => existsSync(file)) ?? null;
}

interface Wanted {
  readonly program: string;
  /** Holds `site` and `site-state`. */
  readonly directory: string;
  /** Port of the product. */
  readonly backend: number;
  /** What the other server gives, as a plain file at the same address. */
  readonly plain: Uint8Array;
}

export interface Nginx {
  /** Port of the documented set-up. */
  readonly documented: number;
  /** Port of nginx as it is installed, on plain files. */
  readonly plain: number;
  close(): Promise<void>;
}

/** Runs the set-up of docs/nginx with nothing changed but ports, paths and the certificate. */
export async function startNginx({ program, directory, backend, plain }: Wanted): Promise<Nginx> {
  const [documented, other] = await freePorts(2);
  const at = (name: string): string => join(directory, name);
  await mkdir(at('plain/explainers/demo'), { recursive: true });
  await mkdir(at('nginx'), { recursive: true });
  await writeFile(at('plain/explainers/demo/index.html'), plain);
  for (const name of DOCUMENTED) {
    const text = await readFile(join(process.cwd(), 'docs', 'nginx', name), 'utf8');
    const mine = text
      .replaceAll('/etc/nginx/', `${at('nginx')}/`)
      .replaceAll('/var/lib/mingbai/', `${directory}/`)
      .replace('listen 443 ssl;', `listen 127.0.0.1:${documented};`)
      .replace('server 127.0.0.1:1337;', `server 127.0.0.1:${backend};`);
    await writeFile(at(`nginx/${name}`), mine);
  }
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${at(one)};`);
  const main = [
    // The folder is this user's alone.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `worker_processes 1; daemon off; pid ${at('nginx.pid')}; error_log ${at('error.log')};`,
    'events { worker_connections 256; }',
    `http { access_log off; sendfile on; keepalive_requests 10000000; ${temporary.join(' ')}`,
    `include ${at('nginx/mingbai.conf')};`,
    `server { listen 127.0.0.1:${other}; root ${at('plain')}; index index.html; } }`,
  ];
  await writeFile(at('nginx.conf'), main.join('\n'));
  const options = ['-e', at('error.log'), '-c', at('nginx.conf')];
  const judged = spawnSync(program, ['-t', ...options], { encoding: 'utf8' });
  if (judged.status !== 0) throw new Error(`nginx does not take the documented set-up:\n${judged.stderr}`);

  const child = spawn(program, options, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = async (): Promise<void> => {
    child.kill('SIGQUIT');
    await ended;
  };
  while (!(await answers(documented))) {
    if (child.exitCode !== null) throw new Error(await readFile(at('error.log'), 'utf8'));
    await pause(20);
  }
  return { documented, plain: other, close };
}

async function freePorts(count: 2): Promise<[number, number]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  // Listening TCP servers have address objects.
  const [one, other] = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  if (one === undefined || other === undefined) throw new Error('no free ports');
  return [one, other];
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
