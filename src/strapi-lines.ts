import { stripVTControlCharacters } from 'node:util';
import type { LogLevel } from './log';
import { redact } from './delivery/http';

/** What winston hands to a format; Strapi's logger is winston's. */
interface Info {
  readonly level: string;
  readonly message: unknown;
  readonly stack?: unknown;
}

/** Strapi's levels in the words of our own log. `http` is one line for each request. */
const LEVELS: Readonly<Record<string, LogLevel>> = {
  error: 'error',
  warn: 'warn',
  info: 'info',
  http: 'info',
  verbose: 'debug',
  debug: 'debug',
  silly: 'debug',
};
/** Where winston's transports look for the finished line. */
const LINE = Symbol.for('message');

/** The least important of Strapi's levels that is still written at one of ours. */
export const STRAPI_LEVEL: Readonly<Record<LogLevel, string>> = {
  error: 'error',
  warn: 'warn',
  info: 'http',
  debug: 'silly',
};

/** Gives Strapi's own lines the shape of the product's log, and takes colours and secrets out of them. */
export const strapiLines = {
  transform: (info: Info) => ({ ...info, [LINE]: line(info) }),
} as const;

const line = ({ level, message, stack }: Info): string =>
  JSON.stringify({
    level: LEVELS[level] ?? 'info',
    time: new Date().toISOString(),
    pid: process.pid,
    source: 'strapi',
    ...(typeof stack === 'string' && { error: clean(stack) }),
    message: clean(typeof message === 'string' ? message : JSON.stringify(message)),
  });

const clean = (text: string): string => redact(stripVTControlCharacters(text));
