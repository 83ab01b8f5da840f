import type { State } from './states';

/** What a person may do. Several names may ask the server the same thing in other words. */
export type ActionName =
  | 'reschedule'
  | 'hold'
  | 'resume'
  | 'retry'
  | 'report-found'
  | 'report-posted'
  | 'confirm-absent'
  | 'confirm-gone'
  | 'withdraw'
  | 'withdraw-from-site'
  | 'withdraw-by-hand'
  | 'cancel'
  | 'cancel-awaited';

/** What has to be filled in before the action can be done. */
export type ActionInput = 'none' | 'time' | 'reason' | 'address' | 'dependants' | 'removal';

/** What decides, beside the state, which actions there are. */
export interface ActionSubject {
  readonly kind: 'publish' | 'withdraw';
  /** Whether the platform lets us take things back. */
  readonly canWithdraw: boolean;
  /** Whether its readers are ours to lead: to another explainer, or to nothing at all. */
  readonly onSite: boolean;
  /** Whether other deliveries wait for this one. */
  readonly awaited: boolean;
}

export interface DeliveryAction {
  readonly name: ActionName;
  /** Verb in the API: `/mingbai/deliveries/:id/<verb>`. */
  readonly verb: 'reschedule' | 'hold' | 'resume' | 'retry' | 'resolve' | 'withdraw' | 'cancel';
  readonly label: string;
  readonly states: readonly State[];
  /** Only for deliveries of which this is true. */
  readonly fits?: (about: ActionSubject) => boolean;
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
    states: ['uncertain'],
    input: 'address',
    effect: '填写平台上的地址，核对后记为已发布。',
  },
  {
    name: 'report-posted',
    verb: 'resolve',
    label: '登记链接',
    states: ['manual'],
    input: 'address',
    effect: '在手机或后台打开草稿箱，找到这一篇，点“发表”，再复制链接贴到这里。系统会打开页面核对，一致才记为已发布。',
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
    name: 'confirm-gone',
    verb: 'resolve',
    label: '已经没有',
    states: ['uncertain', 'manual'],
    fits: ({ kind }) => kind === 'withdraw',
    input: 'none',
    effect: '请先到平台上删除并查看。确认读者已看不到后，记为已撤稿。',
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
    fits: ({ kind, canWithdraw, onSite }) => kind === 'publish' && canWithdraw && !onSite,
    input: 'reason',
    effect: '从平台撤下，读者不再能打开这一篇。',
    severe: true,
  },
  {
    name: 'withdraw-from-site',
    verb: 'withdraw',
    label: '撤稿',
    states: ['published'],
    fits: ({ kind, canWithdraw, onSite }) => kind === 'publish' && canWithdraw && onSite,
    input: 'removal',
    effect: '从网站的所有栏目、搜索和订阅中撤下；别的解读没有用到的图片和音视频一并移除。',
    severe: true,
  },
  {
    name: 'withdraw-by-hand',
    verb: 'withdraw',
    label: '撤稿',
    states: ['published'],
    fits: ({ kind, canWithdraw }) => kind === 'publish' && !canWithdraw,
    input: 'reason',
    effect: '这个平台不支持由系统撤下。会列为待办，由人到平台上删除后在此确认。',
    severe: true,
  },
  {
    name: 'cancel',
    verb: 'cancel',
    label: '取消',
    states: ['planned', 'preparing', 'ready', 'held', 'missed', 'rejected', 'manual'],
    fits: ({ awaited }) => !awaited,
    input: 'none',
    effect: '取消后不再发出；需要时可以重新排期。',
    severe: true,
  },
  {
    name: 'cancel-awaited',
    verb: 'cancel',
    label: '取消',
    states: ['planned', 'preparing', 'ready', 'held', 'missed', 'rejected', 'manual'],
    fits: ({ awaited }) => awaited,
    input: 'dependants',
    effect: '取消后不再发出。有其他渠道在等它，请选择它们怎么办。',
    severe: true,
  },
];

/** What may be done with a delivery in this state. */
export const actionsFor = (state: State, about: ActionSubject): readonly DeliveryAction[] =>
  DELIVERY_ACTIONS.filter(
    ({ states, fits, name }) =>
      states.includes(state) && (fits ? fits(about) : about.kind === 'publish' || !PUBLICATIONS_ONLY.includes(name)),
  );

/** A withdrawal has no address to be found and nothing to be moved to another time. */
const PUBLICATIONS_ONLY: readonly ActionName[] = [
  'report-found',
  'report-posted',
  'confirm-absent',
  'reschedule',
  'hold',
];
