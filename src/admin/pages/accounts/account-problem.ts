import type { Problem } from '../../newsroom/shapes';

/** The words are those of a delivery that was refused; of an account that was only asked, nothing was to be sent. */
export const accountProblem = (problem: Problem): Problem => ({
  ...problem,
  next: problem.next.replace(/；这条内容没有发出。$/, '。'),
  field: null,
});
