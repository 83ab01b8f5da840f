import pino, { type DestinationStream } from 'pino';
import type { Log } from './delivery/context';
import { redact } from './delivery/http';
import { redactFacts } from './redact-facts';

export type LogLevel = Parameters<Log>[0];

/**
 * One line of JSON for each thing that happened: level, time, message, facts. The same for the web and for workers;
 * `strapiLines` gives Strapi's own lines this shape.
 * @param to default standard output
 */
export function createLog(level: LogLevel, to?: DestinationStream): Log {
  const options = {
    level,
    base: { pid: process.pid },
    messageKey: 'message',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = to ? pino(options, to) : pino(options);
  return (at, message, facts) => logger[at](redactFacts(facts ?? {}), redact(message));
}
