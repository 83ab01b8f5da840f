import type { State } from './states';

/** The verbs of the delivery API, and `confirm-absent`: `resolve` with the answer that nothing was published. */
export type ActionName =
  'reschedule' | 'hold' | 'resume' | 'retry' | 'report-found' | 'confirm-absent' | 'withdraw' | 'cancel';

/** What has to be filled in before the action can be done. */
export type ActionInput = 'none' | 'time' | 'reason' | 'address';

export interface DeliveryAction {
  readonly name: ActionName;
  /** Verb in the API: `/mingbai/deliveries/:id/<verb>`. */
  readonly verb: 'reschedule' | 'hold' | 'resume' | 'retry' | 'resolve' | 'withdraw' | 'cancel';
  readonly label: string;
  readonly states: readonly State[];
  readonly input: ActionInput;
  /** Said before the action is done: what it will do. */
  readonly effect: string;
  /** Takes something away from readers or from the plan. */
  readonly severe?: boolean;
}

/** What may be asked of a delivery, by state; the first that fits is the primary one. The server decides again. */
export const DELIVERY_ACTIONS: readonly DeliveryAction[] = [
  {
    name: 'report-found',
    verb: 'resolve',
    label: '我找到了',
    states: ['uncertain', 'manual'],
    input: 'address',
    effect: '填写平台上的地址，这条投放记为已发布。',
  },
  {
    name: 'confirm-absent',
    verb: 'resolve',
    label: '确认没有',
    states: ['uncertain'],
    input: 'none',
    effect: '请先到平台上查看。确认没有后记为未发出，可以再重试。',
  },
  {
    name: 'resume',
    verb: 'resume',
    label: '继续',
    states: ['held'],
    input: 'none',
    effect: '恢复计划，到时间发出；已到时间的立即发出。',
  },
  {
    name: 'retry',
    verb: 'retry',
    label: '重试',
    states: ['rejected', 'missed', 'manual'],
    input: 'none',
    effect: '从头准备并立即发出。',
  },
  {
    name: 'reschedule',
    verb: 'reschedule',
    label: '改时间',
    states: ['planned', 'preparing', 'ready', 'held', 'missed', 'rejected'],
    input: 'time',
    effect: '按新的时间发出。',
  },
  {
    name: 'hold',
    verb: 'hold',
    label: '暂停',
    states: ['planned', 'preparing', 'ready'],
    input: 'reason',
    effect: '暂停后不会发出，可以随时继续。',
  },
  {
    name: 'withdraw',
    verb: 'withdraw',
    label: '撤稿',
    states: ['published'],
    input: 'reason',
    effect: '从平台撤下，网站上改为撤稿说明，理由会公开显示。',
    severe: true,
  },
  {
    name: 'cancel',
    verb: 'cancel',
    label: '取消',
    states: ['planned', 'preparing', 'ready', 'held', 'missed', 'rejected', 'manual'],
    input: 'none',
    effect: '取消后不再发出；需要时可以重新排期。',
    severe: true,
  },
];

/** @param canWithdraw whether the account's platform lets us take things back */
export function actionsFor(state: State, canWithdraw: boolean): readonly DeliveryAction[] {
  return DELIVERY_ACTIONS.filter(
    (action) => action.states.includes(state) && (action.verb !== 'withdraw' || canWithdraw),
  );
}
