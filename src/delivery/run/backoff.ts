import { createHash } from 'node:crypto';

const FIRST = 5_000;
const LONGEST = 5 * 60_000;
/** Up to a quarter longer, so that what failed together does not come back together. */
const JITTER = 0.25;

/**
 * Milliseconds until the next try after `tries` failed ones: 5 s, 10 s, 20 s … at most 5 min, each up to a quarter
 * longer, never below `asked`. The same for the same delivery and try, whoever computes it.
 * @param of what is tried again: the id of a delivery, the name of an account
 */
export const backoff = (of: string, tries: number, asked = 0): number =>
  Math.max(asked, Math.round(Math.min(LONGEST, FIRST * 2 ** Math.min(tries, 10)) * (1 + JITTER * chance(of, tries))));

/** Between 0 and 1, evenly spread. */
const chance = (of: string, tries: number): number =>
  createHash('sha256').update(`${of} ${tries}`).digest().readUInt32BE(0) / 2 ** 32;
