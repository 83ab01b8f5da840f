import pino from 'pino';
import type { Log } from './delivery/context';

/** One line of JSON for each thing that happened, to standard output: level, time, message, facts. */
export function createLog(): Log {
  const logger = pino({
    level: process.env['LOG_LEVEL'] ?? 'info',
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
  return (level, message, facts) => logger[level](facts ?? {}, message);
}
