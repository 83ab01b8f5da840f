import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Load } from './load';

const ROUNDS = 9;
const REQUESTS = 20_000;
const CONNECTIONS = 16;

interface Compared {
  readonly path: string;
  readonly encoding: string;
  /** Ports on this machine. */
  readonly ours: number;
  readonly theirs: number;
}

/** Reads a page from both in turn, so that a busy machine slows both. @returns the median ratio, and how fast ours was */
export async function rounds({
  path,
  encoding,
  ours,
  theirs,
}: Compared): Promise<{ ratio: number; perSecond: number }> {
  const ratios: number[] = [];
  let last = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    last = await perSecond(ours, path, encoding);
    ratios.push(last / (await perSecond(theirs, path, encoding)));
  }
  // The first rounds run code that is not compiled yet.
  const warm = ratios.slice(2).sort((a, b) => a - b);
  return { ratio: warm[Math.floor(warm.length / 2)] ?? Number.NaN, perSecond: Math.round(last) };
}

/** Requests per second, counted by a thread of its own so that the client takes nothing from a server in this process. */
function perSecond(port: number, path: string, encoding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'load.js'), {
      workerData: { port, path, requests: REQUESTS, connections: CONNECTIONS, encoding } satisfies Load,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
