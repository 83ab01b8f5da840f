import { HttpFailure, type Io } from '../contract';
import { problem, type Problem } from '../problems';
import { wechatApi, type MassMessage } from './api';
import { wechatConnectionOf } from './connection';
import type { WechatPrepared } from './prepared';
import { PLATFORM, problemOf } from './refused';

/**
 * Sends what is prepared to one person's phone, who must follow the account; nobody else sees it, and the draft stays.
 * May be repeated; a new account may do so a hundred times a day.
 * @param mediaId of the draft or the pushable video, as `prepare` gave it
 * @param to the person's WeChat name (微信号)
 * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html
 */
export async function sendPreview(
  mediaId: string,
  kind: WechatPrepared['kind'],
  to: string,
  io: Io,
): Promise<{ readonly ok: true } | { readonly problem: Problem }> {
  const reach = wechatConnectionOf(io.connection);
  if ('missing' in reach) return { problem: problem('wechat.not-connected', reach) };
  const name = to.trim();
  if (name === '') return { problem: problem('wechat.40132') };
  try {
    // A video keeps the words that it was given when it was made pushable.
    const message: MassMessage =
      kind === 'mpvideo'
        ? { msgtype: 'mpvideo', mpvideo: { media_id: mediaId } }
        : { msgtype: 'mpnews', mpnews: { media_id: mediaId } };
    const answer = await wechatApi(reach.connection, io).preview(message, name);
    return answer.type === 'answer' ? { ok: true } : { problem: problemOf(answer) };
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    return { problem: problem('delivery.unreachable', PLATFORM) };
  }
}
