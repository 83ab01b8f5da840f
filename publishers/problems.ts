/**
 * Every problem as data. A problem says what happened, then what to do, in words that a clerk understands. Codes are
 * stable: they are stored, tested and documented. Each publisher keeps its own table; this file joins them.
 */
import { contentProblems } from './article/problems';
import { commonProblems } from './common-problems';
import { broadcastProblems } from './micro-broadcast/problems';
import { pictureProblems } from './pictures/problems';
import { websiteProblems } from './website/problems';
import { wechatProblems } from './wechat/problems';
import { weiboProblems } from './weibo/problems';
import type { Problem, ProblemTable } from './problem';

export type { Problem } from './problem';

export const PROBLEMS: ProblemTable = {
  ...commonProblems,
  ...contentProblems,
  ...pictureProblems,
  ...websiteProblems,
  ...wechatProblems,
  ...weiboProblems,
  ...broadcastProblems,
};

/** The problem with this code and its words filled in. An unknown code is a bug and throws. */
export function problem(
  code: string,
  params: Readonly<Record<string, string | number>> = {},
  field: string | null = null,
): Problem {
  const entry = PROBLEMS[code];
  if (!entry) throw new Error(`unknown problem code: ${code}`);
  return {
    code,
    kind: entry.kind,
    severity: entry.severity ?? 'error',
    what: fill(entry.what, params),
    next: fill(entry.next, params),
    field,
  };
}

const fill = (text: string, params: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
