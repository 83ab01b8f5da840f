import { problem, type Problem } from '../problems';
import type { NoAnswer } from './answer';
import { problemOf } from './refused';

const SYSTEM_BUSY = -1;
const NO_RIGHT = 48001;
/** Of a draft these say what stops it; of an article that is out they say nothing that concerns it. */
const NO_COMMENTS: readonly number[] = [88000, 48015];

/** Why comments or statistics could not be had; an article does not depend on either. */
export function audienceProblem(answer: NoAnswer): Problem {
  if (answer.type === 'unreadable') return problem('wechat.audience-silent');
  if (answer.type === 'not-sent') return answer.problem;
  if (answer.code === SYSTEM_BUSY) return problem('wechat.audience-silent');
  if (NO_COMMENTS.includes(answer.code)) return problem('wechat.no-comments');
  return answer.code === NO_RIGHT ? problem('wechat.no-audience-right') : problemOf(answer);
}
