import type { ProblemKind } from '../../publishers/problem';

/**
 * What the engine does about a certain refusal, by the kind of its problem:
 * - `again` the same call later, with growing pauses, within the grace;
 * - `account` holds the account's deliveries until it is well again;
 * - `by-hand` a person posts it; `person` a person must change something first;
 * - `doubt` it may have had an effect all the same: asked about, never sent again by itself.
 */
export type Reaction = 'again' | 'account' | 'by-hand' | 'person' | 'doubt';

export const REACTIONS: Readonly<Record<ProblemKind, Reaction>> = {
  later: 'again',
  config: 'account',
  permission: 'by-hand',
  input: 'person',
  bug: 'person',
  unknown: 'doubt',
};
