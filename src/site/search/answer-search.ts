import type { Knex } from 'knex';
import type { Account } from '../../../publishers/contract';
import { searchPage } from '../../../publishers/website/pages/search-page';
import type { Places } from '../../../publishers/website/places';
import { siteOf } from '../../../publishers/website/settings';
import { withValidity } from '../../../publishers/website/with-validity';
import { chinaDay } from '../../wechat-insight/china-day';
import { filterRows, sortChips } from './choices';
import { NO_FILTERS, filtersOf } from './filters';
import { find } from './find';
import { keywordsOf } from './keywords';
import type { Near } from './near';
import { MOST } from './search-levels';
import { searchAddress, type SearchState } from './search-address';
import { show, type ShownHit } from './show';
import { MAX_QUESTION } from './understand';

/** Hits on one page. */
const PER_PAGE = 10;
/** Other words that are named to the reader. */
const MAX_OTHERS = 6;
const MAX_SUGGESTIONS = 6;

/** The page that answers a reader's question with the explainers and documents that are on the site now. */
export async function answerSearch(
  db: Knex,
  account: Account,
  places: Places,
  params: URLSearchParams,
  now: Date,
): Promise<string> {
  const frame = { site: siteOf(account), siteUrl: account.siteUrl };
  const typed = Array.from((params.get('q') ?? '').replace(/\s+/g, ' ').trim());
  const question = typed
    .slice(0, MAX_QUESTION)
    .join('')
    .replace(/\p{Cc}/gu, ' ')
    .trim();
  const state: SearchState = {
    question,
    filters: filtersOf(params),
    sort: params.get('sort') === 'newest' ? 'newest' : 'relevance',
    page: Math.max(1, Math.min(100, Math.floor(Number(params.get('page') ?? 1)) || 1)),
  };
  const { filters, sort } = state;
  const result = await find(db, {
    question,
    filters,
    sort,
    explainersOnly: false,
    widen: true,
    today: chinaDay(now.getTime()),
  });
  const { hits, near, words, others, more } = result;
  const pages = Math.max(1, Math.ceil(hits.length / PER_PAGE));
  const page = Math.min(state.page, pages);
  const ids = hits.slice((page - 1) * PER_PAGE, page * PER_PAGE).map(({ id }) => id);
  const looked = [...words, ...others.flat()];
  const shown = await show(db, ids, looked);
  const shownNear = await show(
    db,
    near.map(({ id }) => id),
    looked,
  );
  const to = (number: number): string => searchAddress({ ...state, page: number });
  return searchPage(frame, {
    query: question,
    address: to(page),
    cutTo: typed.length > MAX_QUESTION ? MAX_QUESTION : null,
    words: looked,
    reach: result.reach,
    others: namesFound(others, shown),
    total: more ? MOST : hits.length,
    more,
    hits: await withValidity(places, shown, now),
    filters: result.reach === null ? [] : filterRows(state, result),
    sorts: hits.length > 1 ? sortChips(state) : [],
    withoutFilters: Object.values(filters).some((value) => value !== null)
      ? searchAddress({ ...state, filters: NO_FILTERS, page: 1 })
      : null,
    near: await withValidity(places, shownNear, now),
    suggestions: result.reach === null ? await suggestions(db, near, frame.site.questions) : [],
    previous: page > 1 ? to(page - 1) : null,
    next: page < pages ? to(page + 1) : null,
    place: pages === 1 ? null : more ? `第 ${page} 页` : `第 ${page} 页，共 ${pages} 页`,
  });
}

/** Keywords of what is near; where nothing is, the questions that the site itself offers. */
async function suggestions(db: Knex, near: readonly Near[], questions: readonly string[]): Promise<readonly string[]> {
  const words = await keywordsOf(
    db,
    near.map(({ id }) => id),
  );
  return words.length > 0 ? words.slice(0, MAX_SUGGESTIONS) : questions;
}

/** The names that are really there, of each word in turn: a list of everything that was tried would explain nothing. */
function namesFound(others: readonly (readonly string[])[], shown: readonly ShownHit[]): readonly string[] {
  const there = others.map((names) => names.filter((name) => shown.some(({ holds }) => holds.includes(name))));
  const turns = Array.from({ length: MAX_OTHERS }, (_turn, index) =>
    there.flatMap((names) => names.slice(index, index + 1)),
  );
  return [...new Set(turns.flat())].slice(0, MAX_OTHERS);
}
