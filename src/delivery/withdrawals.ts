import type { EngineParts } from './context';
import type { Delivery } from './delivery';
import { publisherOf } from './publisher-of';
import { Refusal } from './refusal';
import { byHand } from './run/withdrawal';

/** How late a withdrawal may still be carried out by itself, milliseconds: what must go must go. */
const GRACE = 7 * 24 * 60 * 60_000;

/**
 * Makes the withdrawal of something published: a delivery of its own, due now, with the engine's guarantees. Where the
 * channel cannot take things back, or nothing says what to take back, it becomes a task for a person.
 * @throws Refusal 409 when there is one already
 */
export async function requestWithdrawal(
  parts: EngineParts,
  target: Delivery,
  reason: string,
  who: string,
): Promise<Delivery> {
  const publisher = await publisherOf(parts, target);
  const { receipt } = target;
  if (!receipt) throw new Refusal(409, 'withdraw.no-receipt', '这条投放没有回执，系统不知道要撤回什么。');
  const possible = publisher.withdraw !== undefined;
  const why = possible ? null : byHand({ publisher });
  const withdrawal = await parts.store
    .addWithdrawal({
      target,
      receipt,
      reason,
      state: possible ? 'planned' : 'manual',
      problem: why,
      grace: GRACE,
      notice:
        why &&
        ((id) => ({
          occasion: `manual:${id}`,
          kind: 'manual',
          text: `撤回待办：${why.what}${why.next}`,
          delivery: id,
          explainer: target.explainer,
        })),
    })
    .catch((error: unknown) => {
      if (/unique/i.test(String(error))) {
        throw new Refusal(409, 'withdraw.exists', '这条投放的撤回已经在办，请刷新后查看。');
      }
      throw error;
    });
  await parts.store.audit(who, 'request-withdrawal', withdrawal.id, { target: target.id, reason });
  return withdrawal;
}
