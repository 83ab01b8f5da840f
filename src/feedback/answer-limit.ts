import { createHash, randomBytes } from 'node:crypto';

const HOUR = 60 * 60_000;

/** Answers within an hour. Telephones share addresses by the thousand, so a single one is given some room. */
const LIMITS = { ofOneReader: 30, ofOneReaderOnOnePage: 6, ofAll: 5_000 } as const;

/**
 * Keeps a machine from answering for the public. Whose answer it is, is known only as a hash with a salt that lives in
 * this process and is thrown away each hour together with everything that was counted: nothing of it is stored.
 */
export function createAnswerLimit(now: () => Date) {
  let hour = 0;
  let salt = randomBytes(32);
  let all = 0;
  const counts = new Map<string, number>();

  function count(key: string): number {
    const next = (counts.get(key) ?? 0) + 1;
    counts.set(key, next);
    return next;
  }

  /** Whether one more answer of this reader is taken. Counts it. */
  return (address: string, explainer: string): boolean => {
    const at = Math.floor(now().getTime() / HOUR);
    if (at !== hour) {
      hour = at;
      salt = randomBytes(32);
      all = 0;
      counts.clear();
    }
    all += 1;
    // Also keeps the memory small: nobody is counted any more once the hour is full.
    if (all > LIMITS.ofAll) return false;
    const reader = createHash('sha256').update(salt).update(address).digest('base64url');
    const ofPage = count(`${reader} ${explainer}`);
    return count(reader) <= LIMITS.ofOneReader && ofPage <= LIMITS.ofOneReaderOnOnePage;
  };
}
