import { z } from 'zod';
import type { Platform } from './calls';

/**
 * What can go wrong between a client and a platform. `handled` says whether the platform carried the call out: the
 * dangerous ones are those that did and whose answer never arrives in one piece.
 */
export const FAULT_KINDS = {
  'drop-before': { handled: false, what: '处理之前断开连接' },
  'drop-after': { handled: true, what: '处理完才断开连接，没有回答' },
  hang: { handled: false, what: '不处理也不回答，ms 毫秒后断开' },
  'hang-after': { handled: true, what: '处理完不回答，ms 毫秒后断开' },
  delay: { handled: true, what: '等 ms 毫秒再处理' },
  'http-5xx': { handled: false, what: '不处理，回答 HTTP 5xx（code，默认 502）' },
  'retry-after': { handled: false, what: '不处理，回答 HTTP 429，要求 ms 毫秒后再试' },
  retired: { handled: false, what: '不处理，回答接口已下线（HTTP 410）' },
  'error-code': { handled: false, what: '不处理，回答平台错误码 code' },
  truncated: { handled: true, what: '处理完，回答只有一半' },
  html: { handled: true, what: '处理完，回答是网关的 HTML 页面' },
  'huge-html': { handled: true, what: '处理完，回答是 5 MB 的 HTML 错误页' },
  'no-id': { handled: true, what: '处理完，回答里没有编号' },
} as const;
export type FaultKind = keyof typeof FAULT_KINDS;

export const faultSchema = z.object({
  platform: z.enum(['wechat', 'weibo']),
  /** The end of the path, e.g. `freepublish/submit` or `statuses/share.json`; empty = every call. */
  endpoint: z.string().default(''),
  kind: z.enum(Object.keys(FAULT_KINDS) as [FaultKind, ...FaultKind[]]),
  /** How many calls it hits. */
  times: z.number().int().positive().default(1),
  /** How many matching calls pass unharmed before that. */
  after: z.number().int().nonnegative().default(0),
  /** Milliseconds of `delay`, `hang`, `hang-after` and `retry-after`. */
  ms: z.number().int().nonnegative().default(60_000),
  /** Platform code of `error-code`, HTTP status of `http-5xx`. */
  code: z.number().int().optional(),
});
export type Fault = z.infer<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;

export interface Faults {
  add(fault: FaultInput): Fault;
  /** The fault that hits this call, used up by it. */
  take(platform: Platform, path: string): Fault | null;
  list(): readonly Fault[];
  clear(): void;
}

export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    add: (input) => {
      const fault = faultSchema.parse(input);
      faults.push(fault);
      return fault;
    },
    take: (platform, path) => {
      const fault = faults.find((one) => one.platform === platform && path.endsWith(one.endpoint));
      if (!fault) return null;
      if (fault.after > 0) {
        fault.after -= 1;
        return null;
      }
      fault.times -= 1;
      faults = faults.filter((one) => one.times > 0);
      return fault;
    },
    list: () => faults,
    clear: () => (faults = []),
  };
}
