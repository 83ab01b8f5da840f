import type { Confirmation } from '../contract';
import { problem } from '../problems';
import type { WechatApi } from './api';
import { stillPending } from './confirm-publication';
import type { PendingAnswer } from './pending-answer';
import { PLATFORM } from './refused';

/** Tells the receipts of mass messages from those of published articles. */
export const MASS_PREFIX = 'mass:';

/**
 * Milliseconds. Accounts with 群发保护 send only what their administrator confirms within 30 minutes. No call says that it
 * waits for him, so whatever is not sent after two minutes is taken to.
 * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html
 */
const LONGER_THAN_USUAL = 2 * 60_000;
const CONFIRMED_WITHIN = 30 * 60_000;
/** The clocks need not agree, and the failure is seen by the next question only. */
const NEARLY = 60_000;

/**
 * What became of a mass message whose number we know. No call gives its public address.
 * @param elapsed milliseconds since it was submitted
 */
export async function confirmMass(
  api: WechatApi,
  messageId: string,
  known: PendingAnswer,
  { now, elapsed }: { readonly now: Date; readonly elapsed: number },
): Promise<Confirmation> {
  const answer = await api.massState(messageId);
  if (answer.type !== 'answer') return stillPending(known);
  switch (answer.value.msg_status.toUpperCase()) {
    case 'SEND_SUCCESS':
      return { state: 'published', receipt: { id: MASS_PREFIX + messageId, url: null, at: now.toISOString() } };
    case 'SEND_FAIL':
      return { state: 'rejected', problem: problem(whyFailed(known, elapsed)) };
    case 'DELETE':
      return { state: 'rejected', problem: problem('delivery.removed-by-platform', PLATFORM) };
    default:
      return elapsed >= LONGER_THAN_USUAL && elapsed < CONFIRMED_WITHIN
        ? awaitingConfirmation(known)
        : stillPending(known);
  }
}

/** The platform gives no reason to this question; one that waited until the very end was most likely not confirmed. */
const whyFailed = ({ awaits }: PendingAnswer, elapsed: number): string =>
  awaits === 'confirmation' && elapsed >= CONFIRMED_WITHIN - NEARLY
    ? 'wechat.mass-not-confirmed'
    : 'wechat.mass-failed';

const awaitingConfirmation = (known: PendingAnswer): Confirmation => ({
  ...stillPending({ ...known, awaits: 'confirmation' }),
  meanwhile: problem('wechat.mass-awaits-confirmation'),
});
