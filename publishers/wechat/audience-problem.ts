import { problem, type Problem } from '../problems';
import type { NoAnswer } from './answer';
import { problemOf } from './refused';

const SYSTEM_BUSY = -1;
const NO_RIGHT = 48001;

/** Why comments or statistics could not be had; an article does not depend on either. */
export function audienceProblem(answer: NoAnswer): Problem {
  if (answer.type === 'unreadable') return problem('wechat.audience-silent');
  if (answer.type === 'not-sent') return answer.problem;
  if (answer.code === SYSTEM_BUSY) return problem('wechat.audience-silent');
  return answer.code === NO_RIGHT ? problem('wechat.no-audience-right') : problemOf(answer);
}
