import type { Knex } from 'knex';
import { z } from 'zod';
import { CATEGORIES, FORMS } from '../../../publishers/content';
import type { SearchHit } from '../../../publishers/website/parts/search-hits';
import { fold } from '../../../publishers/website/folded';
import { explainerPath, policyPath } from '../../../publishers/website/state/card';
import { SEARCH_TABLES } from '../../delivery/search-schema';
import { excerpt } from './excerpt';

const row = z.object({
  id: z.coerce.number(),
  kind: z.enum(['explainer', 'policy']),
  ref: z.string(),
  title: z.string(),
  summary: z.string(),
  head: z.string(),
  form: z.string(),
  category: z.string(),
  moment: z.coerce.number(),
  text: z.string(),
});

/** A document as it is shown among others, without what only the site's state knows: how it stands today. */
export interface ShownHit extends Omit<SearchHit, 'validity'> {
  readonly id: number;
  /** Id of the explainer or the policy. */
  readonly ref: string;
  readonly summary: string;
  /** Those of the words that it holds, folded. */
  readonly holds: readonly string[];
}

/** The documents with these numbers, in this order. @param words to choose the excerpt by, folded */
export async function show(db: Knex, ids: readonly number[], words: readonly string[]): Promise<readonly ShownHit[]> {
  if (ids.length === 0) return [];
  const rows: unknown = await db(SEARCH_TABLES.documents)
    .join(SEARCH_TABLES.shown, 'document', 'id')
    .whereIn('id', [...ids]);
  const byId = new Map(
    z
      .array(row)
      .parse(rows)
      .map((document) => [document.id, document]),
  );
  return ids.flatMap((id) => {
    const document = byId.get(id);
    return document ? [hitOf(document, words)] : [];
  });
}

function hitOf(document: z.infer<typeof row>, words: readonly string[]): ShownHit {
  const { kind, ref, title, summary, form, category, moment, text } = document;
  const all = `${document.head}\n${fold(text)}`;
  return {
    id: document.id,
    ref,
    summary,
    holds: words.filter((word) => all.includes(word)),
    href: kind === 'explainer' ? explainerPath(ref) : policyPath(ref),
    title,
    excerpt: excerpt(kind === 'explainer' ? summary : '', text, words),
    // Who issued it, and its number, stand below the text of a document.
    facts: kind === 'policy' && summary !== '' ? summary : null,
    form: FORMS.find((known) => known === form) ?? null,
    category: CATEGORIES.find((known) => known === category) ?? null,
    publishedAt: new Date(moment).toISOString(),
  };
}
