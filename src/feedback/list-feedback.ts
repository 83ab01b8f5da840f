import { z } from 'zod';
import type { Product } from '../assembly';
import { sentencesOn, tallies } from './feedback';

/** Sentences that are shown of one explainer; older ones are answered by then or will not be. */
const SENTENCES = 50;
const EXPLAINERS = 50;

export const feedbackQuery = z.object({ explainer: z.string().min(1).max(64) });

/** What readers of the site made of one explainer. */
export async function feedbackOn({ store }: Pick<Product, 'store'>, { explainer }: z.output<typeof feedbackQuery>) {
  const [tally] = await tallies(store.db, 1, explainer);
  return {
    helpful: tally?.helpful ?? 0,
    unhelpful: tally?.unhelpful ?? 0,
    sentences: await sentencesOn(store.db, explainer, SENTENCES),
  };
}

/** The explainers that readers of the site answered on, first what helped least. */
export async function listFeedback({ store, archive }: Pick<Product, 'store' | 'archive'>) {
  const found = await tallies(store.db, EXPLAINERS);
  const titles = await archive.titles(found.map(({ explainer }) => explainer));
  return {
    items: found.map(({ explainer, ...tally }) => ({
      explainer: { id: explainer, title: titles.get(explainer) ?? '（已删除的解读）' },
      ...tally,
    })),
  };
}
