import type { SandboxRequest } from './request';

export type Platform = 'wechat' | 'weibo';

/** One API call, for people who watch the traffic. Holds no secrets. */
export interface CallRecord {
  readonly at: string;
  readonly platform: Platform;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly bytes: number;
  /** `ok`, the platform's error code, or `fault: <kind>`. */
  readonly outcome: string;
}

export interface Calls {
  record(call: CallRecord): void;
  /** Newest first. */
  list(): readonly CallRecord[];
  clear(): void;
}

const KEPT_CALLS = 500;

export function createCalls(): Calls {
  const calls: CallRecord[] = [];
  return {
    record: (call) => {
      calls.unshift(call);
      calls.length = Math.min(calls.length, KEPT_CALLS);
    },
    list: () => calls,
    clear: () => (calls.length = 0),
  };
}

const SECRET = /token|secret|signature|code/i;

/** The query as text, with the values of secret parameters left out. */
export const redactedQuery = (request: SandboxRequest): string =>
  [...request.query].map(([name, value]) => `${name}=${SECRET.test(name) ? '…' : value}`).join('&');
