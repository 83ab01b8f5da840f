import { HttpFailure, type Account, type Io, type Verdict } from '../contract';
import { problem, type Problem } from '../problems';
import { wechatApi } from './api';
import { wechatConnectionOf } from './connection';
import { PLATFORM, problemOf } from './refused';

/**
 * Whether the account could bring something out now: credentials, address of this server, draft box, calls left. Asked
 * every ten minutes, so by a call that may be made a thousand times a day; what the account may do is its profile.
 */
export async function verify(_account: Account, io: Io): Promise<Verdict> {
  const reach = wechatConnectionOf(io.connection);
  if ('missing' in reach) return unhealthy(problem('wechat.not-connected', reach));
  const api = wechatApi(reach.connection, io);
  try {
    const drafts = await api.newestDrafts(false);
    if (drafts.type !== 'answer') return unhealthy(problemOf(drafts));
    const quota = await api.quota('freepublish/submit');
    // Not every account may ask for its quota; that says nothing about publishing.
    const empty = quota.type === 'answer' && quota.value.quota.remain <= 0;
    return empty ? unhealthy(problem('wechat.quota-used')) : { healthy: true, problem: null };
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    return unhealthy(problem('delivery.unreachable', PLATFORM));
  }
}

const unhealthy = (reason: Problem): Verdict => ({ healthy: false, problem: reason });
