import type { Delivery } from './delivery';
import { Refusal } from './refusal';

/** What was asked does not fit the state in which the delivery is now. */
export const stateChanged = (delivery: Delivery): Refusal =>
  new Refusal(409, 'delivery.state', '这条投放现在的状态不允许这个操作。请刷新后查看。', { state: delivery.state });
