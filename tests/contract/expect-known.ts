import { PROBLEMS, type Problem } from '../../publishers/problems';

/** A problem of the table, in whole Chinese sentences without gaps. */
export function expectKnown({ code, what, next }: Problem): void {
  expect(PROBLEMS).toHaveProperty([code]);
  expect(what + next).not.toMatch(/\{\w+\}|[!！]|undefined|null/);
  expect(what).toMatch(/\p{Script=Han}/u);
  expect(next).toMatch(/\p{Script=Han}/u);
}
