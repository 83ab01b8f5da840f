import { isInterfaceGone } from '../interface-gone';
import { PROBLEMS, problem, type Problem } from '../problems';
import type { WeiboNoAnswer } from './api';

/** Fills `{platform}` in the words that all channels share. */
export const PLATFORM = { platform: '微博' } as const;

/** The platform's refusal in words. A number that we do not know proves nothing, so it counts as unknown. */
export function refused({ code, text }: { readonly code: number; readonly text: string }): Problem {
  const known = `weibo.${code}`;
  return known in PROBLEMS ? problem(known) : problem('weibo.unknown-code', { code, text: text.slice(0, 120) });
}

/** Why a call brought nothing, for calls whose effect no reader can see. */
export function problemOf(answer: WeiboNoAnswer): Problem {
  if (answer.type === 'refusal') return refused(answer);
  const { status } = answer;
  if (isInterfaceGone(status)) return problem('delivery.interface-gone', { ...PLATFORM, status });
  return problem(answer.wait === null ? 'delivery.unreachable' : 'delivery.asked-to-wait', PLATFORM);
}
