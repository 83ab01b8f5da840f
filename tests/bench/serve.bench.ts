import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createSiteHandler } from '../../src/site/serve-site';
import type { BenchRow } from './bench-row';
import type { Load } from './load';

/** At least this share of what a bare Node server does with the same bytes. */
const GOAL = 0.5;
const ROUNDS = 9;
const REQUESTS = 20_000;
const CONNECTIONS = 16;
const PATH = '/explainers/demo/';

/** A hot page through the product's own request handler against a bare Node HTTP server that sends the same bytes. */
export async function serveBench(): Promise<BenchRow> {
  const directory = await mkdtemp(join(tmpdir(), 'mingbai-bench-'));
  const page = Buffer.from(`<!doctype html><title>解读</title>${'<p>政策解读要让人看得懂。</p>'.repeat(700)}`);
  await mkdir(join(directory, 'site', PATH), { recursive: true });
  await writeFile(join(directory, 'site', PATH, 'index.html'), page);
  const site = createSiteHandler({
    directory: join(directory, 'site'),
    generation: join(directory, 'generation'),
    memory: 64 * 1024 * 1024,
    isWithdrawn: () => Promise.resolve(false),
    headers: { 'x-content-type-options': 'nosniff' },
  });
  const product = await listen((incoming, outgoing) => void site(incoming, outgoing));
  const bare = await listen((_incoming, outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.length });
    outgoing.end(page);
  });
  try {
    const ratios: number[] = [];
    let ours = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      ours = await perSecond(product);
      ratios.push(ours / (await perSecond(bare)));
    }
    // The first rounds run code that is not compiled yet.
    const warm = ratios.slice(2).sort((a, b) => a - b);
    return {
      name: '从产品读一页，对比裸 Node 服务器',
      ratio: warm[Math.floor(warm.length / 2)] ?? Number.NaN,
      goal: GOAL,
      better: 'higher',
      detail: `${Math.round(ours)} pages/s of ${page.length} bytes`,
    };
  } finally {
    product.close();
    bare.close();
    await rm(directory, { recursive: true, force: true });
  }
}

function listen(handler: RequestListener): Promise<Server> {
  const server = createServer(handler);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** Requests per second, counted by a thread of its own so that the client takes nothing from the server. */
function perSecond(server: Server): Promise<number> {
  // A listening TCP server has an address object.
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'load.js'), {
      workerData: { port, path: PATH, requests: REQUESTS, connections: CONNECTIONS } satisfies Load,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
