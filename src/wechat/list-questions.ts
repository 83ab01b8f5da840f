import { z } from 'zod';
import type { Product } from '../assembly';
import { askedQuestions } from './questions';

const DAY = 24 * 60 * 60_000;

export const questionsQuery = z.object({
  days: z.coerce.number().int().min(1).max(366).default(30),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** 群众在问: what people asked the accounts within the last days, first what nothing answered. */
export async function listQuestions(
  { store, archive, parts }: Pick<Product, 'store' | 'archive' | 'parts'>,
  { days, limit }: z.output<typeof questionsQuery>,
) {
  const asked = await askedQuestions(store.db, parts.now().getTime() - days * DAY, limit);
  const titles = await archive.titles(asked.flatMap(({ explainer }) => explainer ?? []));
  return {
    days,
    items: asked.map(({ explainer, ...question }) => ({
      ...question,
      explainer: explainer === null ? null : { id: explainer, title: titles.get(explainer) ?? '（已删除的解读）' },
    })),
  };
}
