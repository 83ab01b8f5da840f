/**
 * The states of a delivery, word for word those of the engine (a test compares them). Listed again because the admin
 * panel is a program of its own: an import from the engine would make every change there a rebuild of the panel.
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
