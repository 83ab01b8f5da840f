import type { Knex } from 'knex';
import { chinaTime } from './china-time';
import { Refusal } from './refusal';
import { takeAllowance, type Allowance } from './take-allowance';

const MINUTE = 60_000;

/** @throws Refusal 429, which says when it may be done again */
export async function requireAllowance(db: Knex, allowance: Allowance, now: Date): Promise<void> {
  const again = await takeAllowance(db, allowance, now.getTime());
  if (again === null) return;
  // Up to the next minute, so that whoever comes at the time that is named is not sent away once more.
  const clock = chinaTime(again + MINUTE - 1).slice(-5);
  throw new Refusal(
    429,
    'check.too-often',
    `刚才已经核对了 ${allowance.most} 次，每次都会占用平台的次数，这次没有核对。请在 ${clock} 以后再核对。`,
    { retryAt: new Date(again).toISOString() },
  );
}
