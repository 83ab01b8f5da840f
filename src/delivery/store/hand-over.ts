import type { Knex } from 'knex';

/** A delivery that wants to be looked at, and when: milliseconds UTC. */
export interface Handed {
  readonly id: string;
  readonly account: string;
  readonly at: number;
}

/**
 * Tells whoever hands out work that deliveries will be due, in the transaction that makes them due: both happen or
 * neither. Null where nobody hands out work and the tick alone finds it.
 */
export type HandOver = ((trx: Knex, handed: readonly Handed[]) => Promise<void>) | null;
