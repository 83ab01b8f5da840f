import { HttpFailure, type Io, type Outcome, type Receipt } from '../contract';
import { problem } from '../problems';
import { rejected } from '../rejected';
import { wechatApi } from './api';
import { MASS_PREFIX } from './confirm-mass';
import { wechatConnectionOf } from './connection';
import { isPasted } from './is-pasted';
import { PLATFORM, problemOf } from './refused';
import { waitFor } from './wait';

const ARTICLE_GONE = 53600;
const MESSAGE_GONE = 40059;

/** Deletes the article for good; what a person published, a person deletes. The card in followers' chats stays after a mass message; the page says deleted. */
export async function withdraw(receipt: Receipt, _reason: string, io: Io): Promise<Outcome> {
  const reach = wechatConnectionOf(io.connection);
  if ('missing' in reach) return { state: 'rejected', problem: problem('wechat.not-connected', reach) };
  // The interface does not know it, and would answer as if it were gone already.
  if (isPasted(receipt)) return { state: 'rejected', problem: problem('delivery.withdraw-by-hand', PLATFORM) };
  const api = wechatApi(reach.connection, io);
  const isMass = receipt.id.startsWith(MASS_PREFIX);
  try {
    const answer = isMass
      ? await api.deleteMass(receipt.id.slice(MASS_PREFIX.length))
      : await api.deleteArticle(receipt.id);
    if (answer.type === 'answer') return { state: 'published', receipt };
    if (answer.type === 'unreadable') return { state: 'uncertain', problem: problem('wechat.withdraw-unknown') };
    // Somebody was faster: what was wanted has happened.
    const gone = answer.type === 'refusal' && answer.code === (isMass ? MESSAGE_GONE : ARTICLE_GONE);
    if (gone) return { state: 'published', receipt };
    const why = problemOf(answer);
    return rejected(why, waitFor(answer, why, io.now()));
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    return failure.sent
      ? { state: 'uncertain', problem: problem('wechat.withdraw-unknown') }
      : { state: 'rejected', problem: problem('delivery.unreachable', PLATFORM) };
  }
}
