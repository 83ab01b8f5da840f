import { HttpFailure, type Io, type Outcome } from '../contract';
import { isInterfaceGone } from '../interface-gone';
import { problem } from '../problems';
import { rejected } from '../rejected';
import { wechatApi, type WechatApi } from './api';
import type { NoAnswer } from './answer';
import { wechatConnectionOf } from './connection';
import { massMessage } from './mass-message';
import { NOTHING_KNOWN, pause, type PendingAnswer } from './pending-answer';
import { wechatPrepared, type WechatPrepared } from './prepared';
import { PLATFORM, refusalProblem } from './refused';
import { waitFor } from './wait';

/** The platform remembers for a day what was sent under our number: it was sent, and this is its own number for it. */
const ALREADY_SENT = 45065;
/** Our draft is used up or deleted. Who used it up, an earlier call of ours or a person, is not said. */
const MEDIA_GONE = 40007;

/**
 * The one irreversible call. A refusal by number is certain: nothing is public. Everything else that is not plain
 * success may have been carried out.
 */
export async function commit(prepared: WechatPrepared, io: Io, delivery: string): Promise<Outcome> {
  const reach = wechatConnectionOf(io.connection);
  if ('missing' in reach) return { state: 'rejected', problem: problem('wechat.not-connected', reach) };
  const known = wechatPrepared.parse(prepared);
  const api = wechatApi(reach.connection, io);
  try {
    return known.mode === 'mass' ? await send(api, known, delivery, io) : await publish(api, known.mediaId, io);
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    return failure.sent ? noAnswer() : { state: 'rejected', problem: problem('delivery.unreachable', PLATFORM) };
  }
}

async function publish(api: WechatApi, draft: string, io: Io): Promise<Outcome> {
  const answer = await api.submit(draft);
  if (answer.type !== 'answer') return notAccepted(answer, io.now());
  return accepted({ publishId: answer.value.publish_id, messageDataId: answer.value.msg_data_id });
}

async function send(api: WechatApi, prepared: WechatPrepared, delivery: string, io: Io): Promise<Outcome> {
  const answer = await api.send(massMessage(prepared), prepared.tagId, delivery);
  if (answer.type === 'answer') {
    return accepted({ messageId: answer.value.msg_id, messageDataId: answer.value.msg_data_id });
  }
  // A draft may have been used up by somebody else; a video cannot be.
  const certain = prepared.kind === 'mpvideo' && answer.type === 'refusal' && answer.code === MEDIA_GONE;
  return certain ? rejected(refusalProblem(MEDIA_GONE, answer.text), null) : notAccepted(answer, io.now());
}

function accepted(known: Partial<PendingAnswer>): Outcome {
  const answer = { ...NOTHING_KNOWN, ...known };
  return { state: 'pending', answer, askAgainAfter: pause(answer) };
}

function notAccepted(answer: NoAnswer, now: Date): Outcome {
  if (answer.type === 'not-sent') return rejected(answer.problem, waitFor(answer, answer.problem, now));
  if (answer.type === 'unreadable') return noAnswer(answer.status);
  if (answer.code === ALREADY_SENT) return alreadySent(answer.messageId);
  if (answer.code === MEDIA_GONE) return { state: 'uncertain', problem: problem('wechat.draft-gone') };
  const why = refusalProblem(answer.code, answer.text);
  return why.kind === 'unknown' ? { state: 'uncertain', problem: why } : rejected(why, waitFor(answer, why, now));
}

const alreadySent = (messageId: string | null): Outcome => (messageId === null ? noAnswer() : accepted({ messageId }));

/** @param status of an answer that cannot be read. No status proves that the call had no effect: it may be a gateway's. */
const noAnswer = (status = 0): Outcome => ({
  state: 'uncertain',
  problem: isInterfaceGone(status)
    ? problem('delivery.interface-gone-in-doubt', { ...PLATFORM, status })
    : problem('delivery.no-answer', PLATFORM),
});
