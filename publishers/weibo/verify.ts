import { HttpFailure, type Account, type Io, type Verdict } from '../contract';
import { problem, type Problem } from '../problems';
import { readRateLimit, readTokenInfo } from './api';
import { weiboConnectionOf, type WeiboConnection } from './connection';
import { PLATFORM, problemOf } from './refused';
import { weiboSettings } from './settings';

const DAY = 86_400;
/** Long enough to find the administrator of the account, who alone can authorise again. */
const WARN_BEFORE_SECONDS = 7 * DAY;

/** Whether the account could post now: authorised, as the right user, with calls left. */
export async function verify(account: Account, io: Io): Promise<Verdict> {
  const reach = weiboConnectionOf(io.connection);
  if ('missing' in reach) return unhealthy(problem('weibo.not-connected', reach));
  try {
    const expected = weiboSettings.safeParse(account.settings).data?.uid ?? reach.connection.uid;
    return (await verifyToken(expected, reach.connection, io)) ?? (await verifyQuota(reach.connection, io));
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    return unhealthy(problem('delivery.unreachable', PLATFORM));
  }
}

/** A verdict only where there is something to say. */
async function verifyToken(expected: string, connection: WeiboConnection, io: Io): Promise<Verdict | null> {
  const token = await readTokenInfo(connection, io);
  if (token.type !== 'answer') return unhealthy(problemOf(token));
  const { uid: actual, expire_in: seconds } = token.value;
  if (seconds <= 0) return unhealthy(problem('weibo.21327'));
  if (actual !== expected) return unhealthy(problem('weibo.uid-mismatch', { actual, expected }));
  if (seconds >= WARN_BEFORE_SECONDS) return null;
  return { healthy: true, problem: problem('weibo.token-expires-soon', { days: Math.floor(seconds / DAY) }) };
}

async function verifyQuota(connection: WeiboConnection, io: Io): Promise<Verdict> {
  const quota = await readRateLimit(connection, io);
  if (quota.type !== 'answer') return unhealthy(problemOf(quota));
  if (quota.value.remaining_user_hits > 0) return { healthy: true, problem: null };
  return unhealthy(problem('weibo.quota-used', { minutes: Math.ceil(quota.value.reset_time_in_seconds / 60) }));
}

const unhealthy = (reason: Problem): Verdict => ({ healthy: false, problem: reason });
