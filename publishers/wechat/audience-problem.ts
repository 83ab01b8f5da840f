import { problem, type Problem } from '../problems';
import type { NoAnswer } from './answer';
import { problemOf } from './refused';

const NO_RIGHT = 48001;

/** Why comments or statistics could not be had; an article does not depend on either. */
export const audienceProblem = (answer: NoAnswer): Problem =>
  answer.type === 'refusal' && answer.code === NO_RIGHT ? problem('wechat.no-audience-right') : problemOf(answer);
