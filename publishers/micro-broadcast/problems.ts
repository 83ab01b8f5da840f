import type { ProblemTable } from '../problem';

export const broadcastProblems: ProblemTable = {};
