import { createServer } from 'node:http';
import type { Log } from '../delivery/context';
import type { createMonitorAnswers } from './monitor-answers';

interface Place {
  readonly host: string;
  readonly port: number;
}

/**
 * A small server that answers monitors and nothing else, for a process without the web.
 * @throws when the port is taken
 * @returns how to close it
 */
export async function serveMonitors(
  { host, port }: Place,
  answers: ReturnType<typeof createMonitorAnswers>,
  log: Log,
): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    answers(request, response)
      .then((answered) => {
        if (!answered) response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      })
      .catch((error: unknown) => {
        log('error', 'a monitor could not be answered', { path: request.url, error: String(error) });
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
        response.end();
      });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, listening);
  });
  return () =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
}
