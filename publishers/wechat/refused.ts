import { isInterfaceGone } from '../interface-gone';
import { PROBLEMS, problem, type Problem } from '../problems';
import type { NoAnswer } from './answer';

/** Fills `{platform}` in the words that all channels share. */
export const PLATFORM = { platform: '微信公众号' } as const;

/** Something is wrong on the platform's side; where nothing public was asked for, it simply was not done. */
const SYSTEM_BUSY = -1;

/** Why a call brought nothing, for calls whose effect no reader can see. */
export function problemOf(answer: NoAnswer): Problem {
  if (answer.type === 'not-sent') return answer.problem;
  if (answer.type === 'unreadable') return unreadableProblem(answer);
  return answer.code === SYSTEM_BUSY ? problem('wechat.busy') : refusalProblem(answer.code, answer.text);
}

function unreadableProblem({ status, wait }: Extract<NoAnswer, { readonly type: 'unreadable' }>): Problem {
  if (isInterfaceGone(status)) return problem('delivery.interface-gone', { ...PLATFORM, status });
  return wait === null ? problem('wechat.busy') : problem('delivery.asked-to-wait', PLATFORM);
}

/** The platform's refusal in words. */
export function refusalProblem(code: number, text: string): Problem {
  const known = `wechat.${code}`;
  if (!(known in PROBLEMS)) return problem('wechat.unknown-code', { code, text: text.slice(0, 120) });
  return problem(known, { ip: refusedIp(text) });
}

/** `invalid ip 118.190.42.90 ipv6 ::ffff:118.190.42.90, not in whitelist` → the address to add to the list. */
const refusedIp = (text: string): string => /invalid ip ([0-9a-fA-F.:]+)/.exec(text)?.[1] ?? '（微信没有说明）';
