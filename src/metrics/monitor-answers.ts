import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EngineParts } from '../delivery/context';
import { Refusal } from '../delivery/refusal';
import { mayReadMetrics } from './may-read-metrics';
import { createMetrics } from './metrics';

interface Asked {
  readonly parts: EngineParts;
  /** Whether this process does its part. */
  readonly isAlive: () => boolean;
  /** Opens the metrics to its bearer; null = only this machine may read them. */
  readonly token: string | null;
}

/** What monitors ask, the same of the web and of a worker: is it there, does it do its part, how does it go. */
export function createMonitorAnswers({ parts, isAlive, token }: Asked) {
  const metrics = createMetrics(parts);
  const PLAIN = 'text/plain; charset=utf-8';
  const say = (response: ServerResponse, status: number, text: string, type = PLAIN): void =>
    void response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);

  /** Ready = the database answers and this process does its part. */
  async function isReady(): Promise<boolean> {
    if (!isAlive()) return false;
    return parts.store.db.raw('select 1').then(
      () => true,
      () => false,
    );
  }

  async function tell(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      mayReadMetrics(request, token);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      say(response, error.status, error.message);
      return;
    }
    say(response, 200, await metrics.text(), metrics.contentType);
  }

  /** @returns false when it is none of these questions, and nothing was answered */
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = /^[^?#]*/.exec(request.url ?? '')?.[0];
    if (path === '/_live') say(response, 200, 'ok');
    else if (path === '/_ready') {
      const ready = await isReady();
      say(response, ready ? 200 : 503, ready ? 'ok' : 'not ready');
    } else if (path === '/metrics') await tell(request, response);
    else return false;
    return true;
  };
}
