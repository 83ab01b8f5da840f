import { z } from 'zod';
import { content, type Content } from '../../publishers/content';
import type { Account } from '../../publishers/contract';
import type { SearchHit } from '../../publishers/website/pages/search-page';
import { TABLES } from '../delivery/schema';
import type { Store } from '../delivery/store';
import { excerpt } from './excerpt';
import { bareWords, searchWords } from './search-words';

/** Explainers on one page of what was found. */
export const PER_PAGE = 10;

const row = z.object({ explainer: z.string(), content: z.string(), published_at: z.coerce.number() });

export interface ExplainerHit extends SearchHit {
  readonly explainer: string;
  readonly summary: string;
}

/** What shares some of a question's pairs of neighbouring characters. */
export interface NearHit extends ExplainerHit {
  /** 0 to 1: 1 = all of them, and nothing else holds one. */
  readonly likeness: number;
}

export interface Found {
  /** The words that the hits contain, to be marked. */
  readonly words: readonly string[];
  /** One page of them, the newest first. */
  readonly hits: readonly ExplainerHit[];
  readonly total: number;
  /** Where nothing contains every word: the nearest, best first. */
  readonly near: readonly NearHit[];
}

/**
 * Finds the explainers that are on the site now and contain every word of a question: as it was asked, else without the
 * phrases in which people ask (怎么, 请问, 能不能).
 * @param account the website
 * @param page from 1
 */
export async function findExplainers(store: Store, account: Account, question: string, page = 1): Promise<Found> {
  const asked = searchWords(question);
  const bare = bareWords(asked);
  for (const words of [asked, bare]) {
    const found = words.length === 0 ? null : await find(store, account, words, page);
    if (found && found.total > 0) return { words, ...found, near: [] };
  }
  return { words: asked, hits: [], total: 0, near: await nearest(store, account, bare.length > 0 ? bare : asked) };
}

async function find(
  store: Store,
  account: Account,
  words: readonly string[],
  page: number,
): Promise<{ hits: ExplainerHit[]; total: number }> {
  const live = () => {
    const q = store
      .db(`${TABLES.deliveries} as d`)
      .join(`${TABLES.versions} as v`, 'v.id', 'd.version')
      .where({ 'd.account': account.name, 'd.kind': 'publish', 'd.state': 'published' })
      // Only what was last brought out of an explainer; nothing when just that was taken back.
      .whereNotExists(
        store
          .db(`${TABLES.deliveries} as d2`)
          .select(store.db.raw('1'))
          .whereRaw('d2.explainer = d.explainer and d2.published_at > d.published_at')
          .where({ 'd2.account': account.name, 'd2.kind': 'publish' })
          .whereIn('d2.state', ['published', 'withdrawn']),
      );
    // Latin letters of either case find each other: so does SQLite's `like` by itself, PostgreSQL's does not.
    for (const word of words) {
      void q.whereRaw("lower(v.content) like lower(?) escape '!'", [`%${escapeLike(inJson(word))}%`]);
    }
    return q;
  };
  const counted: unknown = await live().count('d.id as total').first();
  const rows: unknown = await live()
    .select('d.explainer', 'v.content', 'd.published_at')
    .orderBy('d.published_at', 'desc')
    .limit(PER_PAGE)
    .offset((page - 1) * PER_PAGE);
  return {
    total: z.object({ total: z.coerce.number() }).parse(counted).total,
    hits: z
      .array(row)
      .parse(rows)
      .map((r) => toHit(r.explainer, content.parse(JSON.parse(r.content)), r.published_at, words)),
  };
}

/** Pairs of neighbouring characters at most: they find 参保 and 户口 in a question asked the way people talk. */
const MAX_PAIRS = 16;

function pairsOf(word: string): readonly string[] {
  const signs = Array.from(word);
  return signs.slice(1).map((second, index) => `${signs[index] ?? ''}${second}`);
}

/**
 * What shares the most pairs of characters with a question that nothing answers word for word. A pair that few explainers
 * hold says more than one that stands in half of them (补贴, 申请).
 */
async function nearest(store: Store, account: Account, words: readonly string[]): Promise<NearHit[]> {
  const pairs = [...new Set(words.flatMap(pairsOf))].slice(0, MAX_PAIRS);
  const all = pairs.length === 0 ? 0 : (await find(store, account, [], 1)).total;
  const scored = new Map<string, { hit: ExplainerHit; score: number }>();
  for (const pair of pairs) {
    const { hits, total } = await find(store, account, [pair], 1);
    for (const hit of hits) {
      const score = (scored.get(hit.href)?.score ?? 0) + rarity(total, all);
      scored.set(hit.href, { hit, score });
    }
  }
  return [...scored.values()]
    .sort((one, other) => other.score - one.score)
    .slice(0, 5)
    .map(({ hit, score }) => ({ ...hit, likeness: score / pairs.length }));
}

/** From nearly 0 for what stands in all of them to 1 for what stands in one. */
const rarity = (total: number, all: number): number => Math.log((all + 1) / total) / Math.log(all + 1);

function toHit(id: string, explained: Content, publishedAt: number, words: readonly string[]): ExplainerHit {
  return {
    explainer: id,
    summary: explained.summary,
    href: `/explainers/${id}/`,
    title: explained.title,
    excerpt: excerpt(explained, words),
    form: explained.form,
    category: explained.category,
    publishedAt: new Date(publishedAt).toISOString(),
  };
}

/** As the word stands inside the stored JSON. */
const inJson = (word: string): string => JSON.stringify(word).slice(1, -1);

const escapeLike = (word: string): string => word.replace(/[!%_]/g, (sign) => `!${sign}`);
