/**
 * The states of a delivery and every move between them. Nothing else in the product decides what may follow what:
 * `store.move` refuses a pair that is not in this table.
 */
export const STATES = [
  'planned',
  'preparing',
  'ready',
  'committing',
  'pending',
  'published',
  'withdrawn',
  'rejected',
  'uncertain',
  'missed',
  'held',
  'manual',
  'cancelled',
] as const;
export type State = (typeof STATES)[number];

export const TRANSITIONS: Readonly<Record<State, readonly State[]>> = {
  planned: ['preparing', 'held', 'missed', 'rejected', 'cancelled'],
  // Back to planned: a person changed the time. Manual: the account may not publish by API.
  preparing: ['ready', 'planned', 'held', 'missed', 'rejected', 'manual', 'cancelled'],
  // Manual: known before the call that the account may not make it; the draft waits for a person.
  ready: ['committing', 'planned', 'held', 'missed', 'rejected', 'manual', 'cancelled'],
  // Never back to planned and never cancelled: from here on something may be public.
  // Ready and held only when the platform certainly did nothing (an explicit refusal, or `confirm` answered absent).
  committing: ['published', 'pending', 'uncertain', 'rejected', 'ready', 'held', 'manual', 'missed'],
  pending: ['published', 'rejected', 'uncertain', 'ready', 'missed'],
  uncertain: ['published', 'rejected', 'ready', 'missed'],
  published: ['withdrawn'],
  withdrawn: [],
  rejected: ['planned', 'cancelled'],
  missed: ['planned', 'cancelled'],
  held: ['planned', 'missed', 'cancelled'],
  manual: ['published', 'planned', 'cancelled'],
  cancelled: [],
};

/** Nothing more happens by itself and no person is needed. */
export const FINAL: readonly State[] = ['withdrawn', 'cancelled'];

/** A person must decide or act. */
export const NEEDS_PERSON: readonly State[] = ['uncertain', 'missed', 'rejected', 'manual'];

/** On its way: counted as open in the status gauges. */
export const OPEN: readonly State[] = ['planned', 'preparing', 'ready', 'committing', 'pending'];

/** Waiting for its turn or on its way to it: nothing of it is public yet, and it may still be stopped. */
export const STOPPABLE: readonly State[] = ['planned', 'preparing', 'ready', 'held'];

export const mayMove = (from: State, to: State): boolean => TRANSITIONS[from].includes(to);
