import { z } from 'zod';
import { problem, type Problem } from './shapes';

export interface Failure {
  /** zh-Hans: what happened, then what to do. */
  readonly message: string;
  readonly problems: readonly Problem[];
}

const UNREACHABLE: Failure = { message: '没有连上服务器，操作没有完成。请检查网络后再试。', problems: [] };
const refusal = z.object({
  code: z.string(),
  message: z.string(),
  details: z.object({ problems: z.array(problem).optional() }).optional(),
});

/** The words of a failed request. Only the server's own refusals are in Chinese; the rest is a matter of the line. */
export function failureOf(error: unknown): Failure {
  const parsed = refusal.safeParse(error);
  return parsed.success ? { message: parsed.data.message, problems: parsed.data.details?.problems ?? [] } : UNREACHABLE;
}
