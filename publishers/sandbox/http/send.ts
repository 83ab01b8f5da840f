import type { ServerResponse } from 'node:http';
import type { Fault } from './faults';
import type { Reply } from './reply';

export function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, {
    'content-type': reply.mime,
    'content-length': Buffer.byteLength(reply.body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...reply.headers,
  });
  response.end(reply.body);
}

const GATEWAY_PAGE = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

const RETIRED_PAGE = '<html><head><title>410 Gone</title></head><body><h1>410 Gone</h1></body></html>';
const HUGE = 5 * 1024 * 1024;

/** Sends the answer as the fault leaves it. `drop` resets the connection, so that the client sees ECONNRESET. */
export function sendWithFault(response: ServerResponse, reply: Reply, fault: Fault): void {
  if (fault.kind === 'drop-before' || fault.kind === 'drop-after') {
    reset(response);
  } else if (fault.kind === 'hang' || fault.kind === 'hang-after') {
    const timer = setTimeout(() => reset(response), fault.ms).unref();
    response.on('close', () => clearTimeout(timer));
  } else {
    send(response, spoilt(reply, fault));
  }
}

function spoilt(reply: Reply, fault: Fault): Reply {
  switch (fault.kind) {
    case 'http-5xx':
      return { status: fault.code ?? 502, mime: 'text/plain', body: 'upstream error', outcome: '' };
    case 'html':
      return { status: 502, mime: 'text/html', body: GATEWAY_PAGE, outcome: '' };
    case 'huge-html':
      return { status: 502, mime: 'text/html', body: GATEWAY_PAGE.padEnd(HUGE, ' '), outcome: '' };
    case 'retired':
      return { status: 410, mime: 'text/html', body: RETIRED_PAGE, outcome: '' };
    case 'retry-after': {
      const headers = { 'retry-after': String(Math.ceil(fault.ms / 1000)) };
      return { status: 429, mime: 'text/plain', body: 'too many requests', headers, outcome: '' };
    }
    case 'truncated':
      return { ...reply, body: Buffer.from(reply.body).subarray(0, Math.floor(reply.body.length / 2)) };
    case 'no-id':
      return typeof reply.body === 'string' ? { ...reply, body: withoutIds(reply.body) } : reply;
    default:
      return reply;
  }
}

const IDS = new Set(['media_id', 'publish_id', 'msg_id', 'msg_data_id', 'article_id', 'url', 'id', 'idstr', 'mid']);

function withoutIds(body: string): string {
  const answer: unknown = JSON.parse(body);
  if (typeof answer !== 'object' || answer === null) return body;
  return JSON.stringify(Object.fromEntries(Object.entries(answer).filter(([name]) => !IDS.has(name))));
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}
