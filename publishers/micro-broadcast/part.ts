import type { MediaRef } from '../content';
import type { Kind } from './kinds';

/** A piece of text that should stay together, with the pictures that belong to it. */
export interface Unit {
  readonly text: string;
  readonly images: readonly MediaRef[];
  /** Whether a new line begins with it. */
  readonly newLine: boolean;
}

/** One thing that is said: an aspect, a change, an answer. Becomes one update, or several when it is long. */
export interface Part {
  readonly kind: Kind;
  /** Shown as 【label】 at the beginning; empty where there is none. */
  readonly label: string;
  readonly speaker: string | null;
  readonly units: readonly Unit[];
}
