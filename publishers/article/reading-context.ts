import type { Finding } from './markdown';
import type { Pictures } from './pictures';

/** Lives for one reading. `findings`, `headings` and `depth` change while it lasts. */
export interface ReadingContext {
  readonly pictures: Pictures;
  readonly idPrefix: string;
  readonly findings: Finding[];
  headings: number;
  depth: number;
}

/** Deeper nesting than this is an accident or an attack, and would exhaust the stack of whoever walks the result. */
const DEEPEST = 40;

/** @throws RangeError when the nesting is deeper than a text can need */
export function enterLevel(context: ReadingContext): void {
  if (context.depth >= DEEPEST) throw new RangeError('nested too deeply');
  context.depth += 1;
}
