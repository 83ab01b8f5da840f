import type { Json, Receipt } from '../contract';
import { readPendingAnswer } from './pending-answer';

/**
 * The number by which comments and statistics know an article (`msg_data_id`): as the platform said it when it took the
 * article, else as its long public address holds it (`mid`). Null where neither does; the statistics of the next day
 * tell it.
 * @param answer what was known after `commit`
 */
export function messageDataIdOf(answer: Json | null, receipt: Receipt | null): string | null {
  const { messageDataId } = readPendingAnswer(answer);
  if (messageDataId !== null) return messageDataId;
  const url = receipt?.url ?? '';
  const mid = URL.canParse(url) ? new URL(url).searchParams.get('mid') : null;
  return mid !== null && /^\d+$/.test(mid) ? mid : null;
}
