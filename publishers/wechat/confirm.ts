import type { Confirmation, Io, Pending } from '../contract';
import { problem } from '../problems';
import { wechatApi } from './api';
import { wechatConnectionOf } from './connection';
import { confirmByMarker } from './confirm-by-marker';
import { confirmMass } from './confirm-mass';
import { confirmPublication } from './confirm-publication';
import { readPendingAnswer } from './pending-answer';
import { wechatPrepared, type WechatPrepared } from './prepared';
import { PLATFORM } from './refused';

/**
 * Asks what became of it, by the platform's number where there is one, by our marker after a crash. Read-only.
 * @throws HttpFailure when the platform cannot be reached; the engine asks again later
 */
export async function confirm(pending: Pending<WechatPrepared>, io: Io): Promise<Confirmation> {
  const reach = wechatConnectionOf(io.connection);
  if ('missing' in reach) return { state: 'uncertain', problem: problem('wechat.not-connected', reach) };
  const api = wechatApi(reach.connection, io);
  const prepared = wechatPrepared.parse(pending.prepared);
  const known = readPendingAnswer(pending.answer);
  if (known.publishId !== null) return confirmPublication(api, known.publishId, known, io.now());
  if (known.messageId !== null) {
    const elapsed = io.now().getTime() - Date.parse(pending.intentAt);
    return confirmMass(api, known.messageId, known, { now: io.now(), elapsed });
  }
  // No call tells which mass messages were sent; sending again under the same number would tell, but would send.
  if (prepared.mode === 'mass') return { state: 'uncertain', problem: problem('delivery.no-answer', PLATFORM) };
  return confirmByMarker(api, prepared, { known, intentAt: pending.intentAt, now: io.now() });
}
