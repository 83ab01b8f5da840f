import type { Log } from './delivery/context';

/**
 * Node.js writes its warnings as plain lines into a log in which every line is JSON; from now on they are lines like all
 * others. What will be removed some day concerns developers: it wakes nobody.
 */
export function logWarnings(log: Log): void {
  // The one listener that there is prints them.
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message }) =>
    log(name === 'DeprecationWarning' ? 'info' : 'warn', message, { warning: name }),
  );
}
