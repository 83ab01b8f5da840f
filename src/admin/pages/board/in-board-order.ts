import { ATTENTION_STATES } from '../../delivery/state-groups';
import type { State } from '../../delivery/states';
import type { Delivery } from '../../newsroom/shapes';

const OVER: readonly State[] = ['published', 'withdrawn', 'cancelled'];

/** 0 waits for a person, 1 is still to come, 2 is over. */
const rank = (state: State): number => (ATTENTION_STATES.includes(state) ? 0 : OVER.includes(state) ? 2 : 1);

/** What needs a person first, then what is next in time, then what is over, the latest first. */
export function inBoardOrder(deliveries: readonly Delivery[]): readonly Delivery[] {
  return [...deliveries].sort((a, b) => {
    const place = rank(a.state);
    if (place !== rank(b.state)) return place - rank(b.state);
    const earlierFirst = Date.parse(a.dueAt) - Date.parse(b.dueAt);
    return place === 1 ? earlierFirst : -earlierFirst;
  });
}
