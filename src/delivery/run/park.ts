import type { Problem } from '../../../publishers/contract';
import type { Run } from '../context';
import type { Delivery } from '../delivery';
import type { Notice } from '../notices';
import type { State } from '../states';
import type { Changes } from '../store/changes';

/** Beyond so many missed deliveries within `TOGETHER`, one notice speaks for all further ones. */
const ONE_BY_ONE = 5;
const TOGETHER = 60 * 60_000;

/**
 * Puts a delivery where it waits for a person, and tells staff in the same transaction. Null when it was changed by
 * somebody else meanwhile.
 */
export async function park(
  run: Run,
  delivery: Delivery,
  to: State,
  why: Problem,
  changes: Changes = { nextAt: null },
): Promise<Delivery | null> {
  const { store, exclusive } = run.parts;
  const put = async (): Promise<Delivery | null> =>
    store.move(delivery, to, { ...changes, problem: why }, { notice: await noticeOf(run, delivery, to, why) });
  // One after another, or each of two hundred would count before the others are told.
  const after = to === 'missed' ? await exclusive('notices:missed', put) : await put();
  if (after) await store.wakeDependants(after.id);
  return after;
}

async function noticeOf(run: Run, delivery: Delivery, to: State, why: Problem): Promise<Notice> {
  const at = run.parts.now().getTime();
  if (to === 'missed' && (await run.parts.store.toldSince(to, at - TOGETHER)) >= ONE_BY_ONE) {
    return {
      occasion: `missed:many:${Math.floor(at / TOGETHER)}`,
      kind: to,
      text: '还有多条投放错过了计划时间，没有发出。请到投放列表查看“错过”的各条，逐条或成批决定：现在发布、改时间，或取消。',
      delivery: null,
      explainer: null,
    };
  }
  return {
    occasion: `${to}:${why.code}:${delivery.id}`,
    kind: to,
    text: `${run.account.title}：${why.what}${why.next}`,
    delivery: delivery.id,
    explainer: delivery.explainer,
  };
}
