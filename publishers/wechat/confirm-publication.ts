import type { Confirmation } from '../contract';
import { problem } from '../problems';
import type { WechatApi } from './api';
import { pause, type PendingAnswer } from './pending-answer';
import { publicAddress } from './public-address';
import { PLATFORM } from './refused';

/** @see https://developers.weixin.qq.com/doc/subscription/api/public/api_freepublish_get.html */
const PUBLISHED = 0;
const WORKING = 1;
const FAILURES: Readonly<Record<number, string>> = {
  2: 'wechat.publish-original',
  3: 'wechat.publish-failed',
  4: 'wechat.publish-review',
  5: 'delivery.removed-by-platform',
  6: 'delivery.removed-by-platform',
};

/** What became of a publish task whose number we know. */
export async function confirmPublication(
  api: WechatApi,
  publishId: string,
  known: PendingAnswer,
  now: Date,
): Promise<Confirmation> {
  const answer = await api.publication(publishId);
  const later = stillPending(known);
  // A question that failed says nothing about the article.
  if (answer.type !== 'answer') return later;
  const { publish_status: status, article_id: articleId, article_detail: detail } = answer.value;
  if (status === WORKING) return later;
  if (status === PUBLISHED) {
    if (articleId === undefined) return later;
    const url = detail?.item[0]?.article_url;
    const receipt = { id: articleId.trim(), url: url ? publicAddress(url) : null, at: now.toISOString() };
    return { state: 'published', receipt };
  }
  const code = FAILURES[status];
  return code === undefined ? later : { state: 'rejected', problem: problem(code, PLATFORM) };
}

export function stillPending(known: PendingAnswer): Extract<Confirmation, { readonly state: 'pending' }> {
  const answer = { ...known, asked: known.asked + 1 };
  return { state: 'pending', answer, askAgainAfter: pause(answer) };
}
