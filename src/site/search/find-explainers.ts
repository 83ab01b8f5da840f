import type { Knex } from 'knex';
import { chinaDay } from '../../wechat-insight/china-day';
import { NO_FILTERS } from './filters';
import { find } from './find';
import { show, type ShownHit } from './show';

/** Hits that are shown. */
const SHOWN = 10;

export interface ExplainerHit {
  readonly explainer: string;
  readonly href: string;
  readonly title: string;
  readonly summary: string;
}

/** What shares some of a question's words and pairs of neighbouring characters. */
export interface NearHit extends ExplainerHit {
  /** 0 to 1: 1 = all of them, and nothing else holds one. */
  readonly likeness: number;
}

export interface Found {
  /** The best first, ten at most. */
  readonly hits: readonly ExplainerHit[];
  readonly total: number;
  /** Whether the hits hold all that was asked for, under one name or another. */
  readonly fits: boolean;
  /** Where nothing was found: the nearest, best first. */
  readonly near: readonly NearHit[];
}

/** The explainers on the site that answer a question: what somebody gets who cannot see a page of results. */
export async function findExplainers(db: Knex, question: string, now: Date): Promise<Found> {
  const result = await find(db, {
    question,
    filters: NO_FILTERS,
    sort: 'relevance',
    explainersOnly: true,
    widen: false,
    today: chinaDay(now.getTime()),
  });
  const { hits, near, reach } = result;
  const best = hits.slice(0, SHOWN).map(({ id }) => id);
  const likeness = new Map(near.map((one) => [one.id, one.likeness]));
  return {
    hits: (await show(db, best, [])).map(explainerHit),
    total: hits.length,
    fits: reach !== null && reach !== 'most',
    near: (await show(db, [...likeness.keys()], [])).map((hit) => ({
      ...explainerHit(hit),
      likeness: likeness.get(hit.id) ?? 0,
    })),
  };
}

const explainerHit = ({ ref, href, title, summary }: ShownHit): ExplainerHit => ({
  explainer: ref,
  href,
  title,
  summary,
});
