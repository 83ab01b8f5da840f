import type { Correction } from './parts/corrections';
import { correctionsOf } from './state/corrections';
import type { Related } from './state/related';

/** What stands around the text of an explainer and comes from what else the site knows. */
export interface Surroundings {
  readonly related: readonly Related[];
  /** The newest first. */
  readonly corrections: readonly Correction[];
}

/** @param item as kept, or as it will be once a publication is complete: whoever draws its page again draws the same */
export const surroundingsOf = (item: {
  readonly related?: readonly Related[] | undefined;
  readonly publications: Parameters<typeof correctionsOf>[0];
}): Surroundings => ({ related: item.related ?? [], corrections: correctionsOf(item.publications) });
