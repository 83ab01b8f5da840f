import type { Removal } from '../../publishers/contract';
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
 * @throws Refusal 409 when there is one already, 422 where readers cannot be led to another explainer
 */
export async function requestWithdrawal(
  parts: EngineParts,
  target: Delivery,
  { reason, removal }: { readonly reason: string; readonly removal: Removal },
  who: string,
): Promise<Delivery> {
  const publisher = await publisherOf(parts, target);
  const { receipt } = target;
  if (!receipt) throw new Refusal(409, 'withdraw.no-receipt', '这条投放没有回执，系统不知道要撤回什么。');
  if (removal.kind === 'moved') await requireLeadsOn(parts, target, removal.to, publisher.leadsOn ?? false);
  const possible = publisher.withdraw !== undefined;
  const why = possible ? null : byHand({ publisher });
  const withdrawal = await parts.store
    .addWithdrawal({
      target,
      receipt,
      reason,
      removal,
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
  await parts.store.audit(who, 'request-withdrawal', withdrawal.id, { target: target.id, reason, removal });
  return withdrawal;
}

/** The channel looks again when it does it; here whoever asks is told at once. */
async function requireLeadsOn(parts: EngineParts, target: Delivery, to: string, leadsOn: boolean): Promise<void> {
  if (!leadsOn) {
    throw new Refusal(422, 'withdraw.cannot-move', '这个渠道不能把读者引到另一篇解读，只能撤下。', {
      account: target.account,
    });
  }
  const { total } = await parts.store.list({
    explainer: to,
    account: target.account,
    kind: 'publish',
    states: ['published'],
    limit: 1,
  });
  if (to === target.explainer || total === 0) {
    throw new Refusal(422, 'withdraw.moved-nowhere', '要转到的解读不在网站上，或者就是这一篇。', { to });
  }
}
