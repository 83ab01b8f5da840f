import type { Knex } from 'knex';
import { z } from 'zod';
import { CATEGORIES, content, type Category, type PolicySnapshot } from '../../../publishers/content';
import { TABLES } from '../../delivery/schema';
import { SEARCH_TABLES } from '../../delivery/search-schema';
import { explainerDocument, policyDocument } from './documents';
import { removeDocument, writeDocument } from './write-document';

const publication = z.object({
  id: z.string(),
  version: z.string(),
  state: z.enum(['published', 'withdrawn']),
  published_at: z.coerce.number(),
  content: z.string(),
});
const known = z.object({ as_of: z.coerce.number(), category: z.enum(CATEGORIES) });

/** Writes what is public of an explainer, and the policies that it names or named: their pages stay. */
export async function indexExplainer(trx: Knex, account: string, explainer: string): Promise<void> {
  const rows: unknown = await trx(`${TABLES.deliveries} as d`)
    .join(`${TABLES.versions} as v`, 'v.id', 'd.version')
    .where({ 'd.explainer': explainer, 'd.account': account, 'd.kind': 'publish' })
    .whereIn('d.state', ['published', 'withdrawn'])
    .whereNotNull('d.published_at')
    .orderBy(['d.published_at', 'd.id'])
    .select('d.id', 'd.version', 'd.state', 'd.published_at', 'v.content');
  const publications = z.array(publication).parse(rows);
  const [first] = publications;
  const last = publications.at(-1);
  for (const { version, published_at: at, content: json } of publications) {
    const { policies, category } = content.parse(JSON.parse(json));
    for (const policy of policies) await indexPolicy(trx, policy, { version, at, category });
  }
  // Only what was last brought out of an explainer is public; nothing when just that was taken back.
  if (!first || last?.state !== 'published') {
    await removeDocument(trx, 'explainer', explainer);
    return;
  }
  const dates = { delivery: last.id, firstAt: first.published_at, at: last.published_at };
  await writeDocument(trx, explainerDocument(explainer, content.parse(JSON.parse(last.content)), dates));
}

async function indexPolicy(
  trx: Knex,
  policy: PolicySnapshot,
  by: { readonly version: string; readonly at: number; readonly category: Category },
): Promise<void> {
  const row: unknown = await trx(SEARCH_TABLES.documents).where({ kind: 'policy', ref: policy.id }).first();
  const before = row ? known.parse(row) : null;
  // A newer snapshot replaces an older one. The area stays that of who explained it first: others only mention it.
  if (!before || before.as_of <= by.at) {
    await writeDocument(trx, policyDocument(policy, before?.category ?? by.category, by));
  }
}
