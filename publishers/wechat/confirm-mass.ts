import type { Confirmation } from '../contract';
import { problem } from '../problems';
import type { WechatApi } from './api';
import { stillPending } from './confirm-publication';
import type { PendingAnswer } from './pending-answer';
import { PLATFORM } from './refused';

/** Tells the receipts of mass messages from those of published articles. */
export const MASS_PREFIX = 'mass:';

/** What became of a mass message whose number we know. No call gives its public address. */
export async function confirmMass(
  api: WechatApi,
  messageId: string,
  known: PendingAnswer,
  now: Date,
): Promise<Confirmation> {
  const answer = await api.massState(messageId);
  if (answer.type !== 'answer') return stillPending(known);
  switch (answer.value.msg_status.toUpperCase()) {
    case 'SEND_SUCCESS':
      return { state: 'published', receipt: { id: MASS_PREFIX + messageId, url: null, at: now.toISOString() } };
    case 'SEND_FAIL':
      return { state: 'rejected', problem: problem('wechat.mass-failed') };
    case 'DELETE':
      return { state: 'rejected', problem: problem('delivery.removed-by-platform', PLATFORM) };
    default:
      return stillPending(known);
  }
}
