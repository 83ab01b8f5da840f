/** A thread that reads one page again and again over plain sockets: it costs far less than the server it measures. */
import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

export interface Load {
  readonly port: number;
  readonly path: string;
  readonly requests: number;
  readonly connections: number;
  /** As `Accept-Encoding` says it. */
  readonly encoding: string;
}

// Handed over by serve.bench.ts.
const { port, path, requests, connections, encoding } = workerData as Load;
const REQUEST = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: ${encoding}\r\n\r\n`;

let left = requests;
let open = connections;
const started = performance.now();

for (let i = 0; i < connections; i += 1) {
  const socket = connect(port, '127.0.0.1');
  let expected = 0;
  let received = 0;
  const next = (): void => {
    if (left <= 0) {
      socket.end();
      open -= 1;
      if (open === 0) parentPort?.postMessage(requests / ((performance.now() - started) / 1_000));
      return;
    }
    left -= 1;
    received = 0;
    socket.write(REQUEST);
  };
  socket.on('data', (chunk) => {
    // The first answer tells how long each one is: status line, head and body are the same every time but for the date.
    if (expected === 0) expected = lengthOf(chunk);
    received += chunk.length;
    if (received >= expected) next();
  });
  socket.on('connect', next);
}

function lengthOf(chunk: Buffer): number {
  const head = chunk.indexOf('\r\n\r\n');
  const text = chunk.subarray(0, head).toString('latin1');
  const length = /content-length: (\d+)/i.exec(text)?.[1];
  if (!text.startsWith('HTTP/1.1 200') || length === undefined) throw new Error(`unexpected answer: ${text}`);
  return head + 4 + Number(length);
}
