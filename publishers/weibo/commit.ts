import { HttpFailure, type Io, type Outcome } from '../contract';
import { isInterfaceGone } from '../interface-gone';
import { problem } from '../problems';
import { rejected } from '../rejected';
import { share } from './api';
import { weiboConnectionOf } from './connection';
import { jpegOf } from './picture';
import type { WeiboPrepared } from './post';
import { receiptOf } from './receipt';
import { PLATFORM, refused } from './refused';
import { waitFor } from './wait';

/** After these the platform has, or had already, the post: it only does not say where. */
const POST_EXISTS: readonly number[] = [20032, 20017, 20019, 20111];
const ASK_AGAIN_AFTER = 15;

/** Sends the post, once. Everything that can fail without the platform fails before the request. */
export async function commit(prepared: WeiboPrepared, io: Io): Promise<Outcome> {
  const reach = weiboConnectionOf(io.connection);
  if ('missing' in reach) return { state: 'rejected', problem: problem('weibo.not-connected', reach) };
  const picture = prepared.picture ? await jpegOf(prepared.picture, io) : null;
  if (picture && 'problem' in picture) return { state: 'rejected', problem: picture.problem };

  try {
    const answer = await share(prepared.status, picture?.file ?? null, reach.connection, io);
    if (answer.type === 'answer') {
      return { state: 'published', receipt: receiptOf(answer.value, reach.connection, io) };
    }
    if (answer.type === 'unreadable') return noAnswer(answer.status);
    if (POST_EXISTS.includes(answer.code)) {
      return { state: 'pending', answer: { code: answer.code }, askAgainAfter: ASK_AGAIN_AFTER };
    }
    const reason = refused(answer);
    if (reason.kind === 'unknown') return { state: 'uncertain', problem: reason };
    return rejected(reason, waitFor(answer.wait, reason, io.now()));
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    if (failure.sent) return noAnswer();
    return { state: 'rejected', problem: problem('delivery.unreachable', PLATFORM) };
  }
}

/** @param status of an answer that cannot be read. No status proves that the call had no effect: it may be a gateway's. */
const noAnswer = (status = 0): Outcome => ({
  state: 'uncertain',
  problem: isInterfaceGone(status)
    ? problem('delivery.interface-gone-in-doubt', { ...PLATFORM, status })
    : problem('delivery.no-answer', PLATFORM),
});
