import type { ProblemTable } from '../problem';

export const weiboProblems: ProblemTable = {};
