import type { ProblemTable } from '../problem';

export const wechatProblems: ProblemTable = {};
