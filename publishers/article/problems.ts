import type { ProblemTable } from '../problem';

export const contentProblems: ProblemTable = {};
