import { HttpFailure, type Account, type Io, type Verdict } from '../contract';
import { problem, type Problem } from '../problems';
import { wechatApi } from './api';
import { wechatConnectionOf } from './connection';
import { PLATFORM, problemOf } from './refused';

const NO_RIGHT = 48001;

/** Whether the account could publish now: credentials, address of this server, right to publish, calls left. */
export async function verify(_account: Account, io: Io): Promise<Verdict> {
  const reach = wechatConnectionOf(io.connection);
  if ('missing' in reach) return unhealthy(problem('wechat.not-connected', reach));
  const api = wechatApi(reach.connection, io);
  try {
    // Reading published articles needs the same right as publishing, and shows nothing to anybody.
    const articles = await api.newestArticles(false);
    if (articles.type === 'refusal' && articles.code === NO_RIGHT) return unhealthy(problem('wechat.no-publish-right'));
    if (articles.type !== 'answer') return unhealthy(problemOf(articles));
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
