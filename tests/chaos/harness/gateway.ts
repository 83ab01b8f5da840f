import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between us and a platform in real life: it may answer in the platform's place. */
export interface Gateway {
  readonly url: string;
  /** The next request whose path ends so is carried out by the platform, but answered like this. */
  readonly answerInstead: (path: string, status: number, body: string) => void;
  readonly close: () => Promise<void>;
}

export async function openGateway(target: string): Promise<Gateway> {
  let spoilt: { path: string; status: number; body: string } | null = null;

  function pass(incoming: IncomingMessage, response: ServerResponse): void {
    const path = new URL(incoming.url ?? '/', target).pathname;
    const instead = spoilt && path.endsWith(spoilt.path) ? spoilt : null;
    if (instead) spoilt = null;
    const onward = forward(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        if (instead) {
          answer.resume();
          response.writeHead(instead.status, { 'content-type': 'text/html' }).end(instead.body);
          return;
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    // The platform broke off: so does the gateway.
    onward.on('error', () => incoming.socket.resetAndDestroy());
    incoming.pipe(onward);
    response.on('close', () => onward.destroy());
  }

  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // listening on TCP
    answerInstead: (path, status, body) => {
      spoilt = { path, status, body };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
