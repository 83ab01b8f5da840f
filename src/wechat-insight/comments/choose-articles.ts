import { secondsLeft } from '../../../publishers/seconds-left';
import type { Article } from '../articles';
import { DAY } from '../china-day';

/** Between two runs, milliseconds. */
export const EVERY = 10 * 60_000;
/** Calls a day for the comments of one account; the platform names no limit of its own. */
export const COMMENT_CALLS = 2_000;
/** A run is a little early or late. */
const SLACK = 30_000;

/** How many calls a run may make, so that the day's calls last until midnight. Pure. */
export function allowanceOf(used: number, now: number): number {
  const left = COMMENT_CALLS - used;
  if (left <= 0) return 0;
  const runs = Math.ceil((secondsLeft('day', new Date(now)) * 1_000) / EVERY);
  return Math.max(1, Math.floor(left / runs));
}

/**
 * The articles whose comments are looked at now, the most urgent first: as many as may be, those that wait longest for
 * their age. Most comments come on the first days. Pure.
 */
export function chooseArticles(articles: readonly Article[], now: number, count: number): readonly Article[] {
  const urgency = ({ lookedAt, publishedAt }: Article): number =>
    lookedAt === null ? Number.POSITIVE_INFINITY : (now - lookedAt) / (1 + Math.max(0, now - publishedAt) / DAY);
  return articles
    .filter(({ lookedAt }) => lookedAt === null || now - lookedAt >= EVERY - SLACK)
    .sort((a, b) => compare(urgency(b), urgency(a)))
    .slice(0, count);
}

/** Infinities are equal to each other. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);
