import { z } from 'zod';
import { problem, type Problem } from './shapes';

export interface Failure {
  /** zh-Hans: what happened, then what to do. */
  readonly message: string;
  readonly problems: readonly Problem[];
  /** It would be done if somebody vouched for it: a page that the server could not read. */
  readonly vouchable: boolean;
}

const NOT_DONE = '没有连上服务器，操作没有完成。请检查网络后再试。';
const refusal = z.object({
  code: z.string(),
  message: z.string(),
  details: z.object({ problems: z.array(problem).optional(), vouchable: z.boolean().optional() }).optional(),
});

/**
 * The words of a failed request. Only the server's own refusals are in Chinese; the rest is a matter of the line.
 * @param unreachable said when the server gave no answer of its own
 */
export function failureOf(error: unknown, unreachable = NOT_DONE): Failure {
  const parsed = refusal.safeParse(error);
  if (!parsed.success) return { message: unreachable, problems: [], vouchable: false };
  const { message, details } = parsed.data;
  return { message, problems: details?.problems ?? [], vouchable: details?.vouchable ?? false };
}
