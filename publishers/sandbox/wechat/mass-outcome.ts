/**
 * What becomes of a mass send. Source:
 * https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html
 */
import type { Context } from '../context';
import type { MassJob } from '../state';
import { numberOf, type WechatCall } from './call';
import type { MassMessage } from './mass-message';

const SUCCESS = 'send success';
const REFUSED = 'err(40001)';
const NOT_CONFIRMED = 'err(40002)';
const CONFIRMED_WITHIN_MS = 30 * 60_000;

/** When it is decided, and how. With 群发保护 it fails unless an administrator says yes in time. */
export function massOutcome(
  { context, now, body }: WechatCall,
  { msgType }: MassMessage,
  reach: number,
): Pick<MassJob, 'doneAt' | 'result' | 'confirmed'> {
  const { nextMass, reprint, massProtection, publishMs } = context.scenarios;
  // Nobody documents what a send to a tag without members comes to; readers see nothing of it either way.
  const result = reach === 0 ? 'send fail' : (msgType === 'mpnews' && copyright(reprint, body)) || nextMass;
  return massProtection
    ? { doneAt: now + CONFIRMED_WITHIN_MS, result: NOT_CONFIRMED, confirmed: result }
    : { doneAt: now + publishMs, result, confirmed: '' };
}

/** Why the check for originals stops it; null where it does not. */
function copyright(reprint: Context['scenarios']['reprint'], body: WechatCall['body']): string | null {
  if (reprint === 'may-not-reprint') return 'err(30002)';
  return reprint === 'may-reprint' && numberOf(body, 'send_ignore_reprint', 0) !== 1 ? 'err(30003)' : null;
}

/** The administrator answers for the oldest send that waits for him; false where none does. */
export function confirmMass(context: Context, accept: boolean): boolean {
  const job = context.store.state.masses.find((one) => one.status === 'SENDING' && one.confirmed !== '');
  if (!job) return false;
  const { publishMs } = context.scenarios;
  job.doneAt = context.now().getTime() + publishMs;
  job.result = accept ? job.confirmed : REFUSED;
  job.confirmed = '';
  context.store.changed();
  context.lookAgainAfter(publishMs);
  return true;
}

export const isSuccess = (result: string): boolean => result === SUCCESS;
