import type { PolicySnapshot } from '../../../publishers/content';

/**
 * A policy of the demo data. `key` stands for the id that the database will give it. A date that could not be confirmed
 * in an original is null rather than guessed.
 */
export type DemoPolicy = Omit<PolicySnapshot, 'id'> & { readonly key: string };
