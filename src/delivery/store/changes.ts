import type { Json, Problem, Receipt } from '../../../publishers/contract';
import type { Holder } from '../delivery';

/** What a move may change beside the state. `nextAt: null` = never looked at again by itself. */
export interface Changes {
  dueAt?: number;
  nextAt?: number | null;
  done?: Json;
  prepared?: Json;
  intentAt?: number | null;
  answer?: Json;
  pendingSince?: number | null;
  tries?: number;
  asks?: number;
  receipt?: Receipt | null;
  problem?: Problem | null;
  holdBy?: Holder | null;
  holdReason?: string | null;
  publishedAt?: number | null;
  dependsOn?: string | null;
  lateCause?: string | null;
}

/** JSON as the tables keep it. */
export const jsonText = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

const ifGiven = (value: unknown): string | null | undefined => (value === undefined ? undefined : jsonText(value));

/** Changes as columns; what is not given is left alone. */
export function columns(changes: Changes): Record<string, unknown> {
  const all: Record<string, unknown> = {
    due_at: changes.dueAt,
    next_at: changes.nextAt,
    done: ifGiven(changes.done),
    prepared: ifGiven(changes.prepared),
    intent_at: changes.intentAt,
    answer: ifGiven(changes.answer),
    pending_since: changes.pendingSince,
    tries: changes.tries,
    asks: changes.asks,
    receipt: ifGiven(changes.receipt),
    problem: ifGiven(changes.problem),
    hold_by: changes.holdBy,
    hold_reason: changes.holdReason,
    published_at: changes.publishedAt,
    depends_on: changes.dependsOn,
    late_cause: changes.lateCause,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
