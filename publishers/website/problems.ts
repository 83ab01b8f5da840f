import type { ProblemTable } from '../problem';

export const websiteProblems: ProblemTable = {};
