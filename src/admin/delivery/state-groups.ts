import type { State } from './states';

export interface StateGroup {
  readonly name: string;
  readonly title: string;
  readonly states: readonly State[];
  /** Said when the group is empty. */
  readonly empty: string;
}

/** The filters of the board, in the order in which work flows. A cancelled delivery appears under 全部 only. */
export const STATE_GROUPS: readonly StateGroup[] = [
  { name: 'waiting', title: '待发', states: ['planned', 'preparing', 'ready', 'held'], empty: '没有等待发出的投放。' },
  { name: 'running', title: '进行中', states: ['committing', 'pending'], empty: '此刻没有正在发出的投放。' },
  {
    name: 'attention',
    title: '需要处理',
    states: ['uncertain', 'missed', 'rejected', 'manual'],
    empty: '没有需要处理的投放。',
  },
  { name: 'published', title: '已发布', states: ['published', 'withdrawn'], empty: '还没有已发布的投放。' },
];

/** Deliveries that a person must look at. */
export const ATTENTION_STATES: readonly State[] = ['uncertain', 'missed', 'rejected', 'manual'];
