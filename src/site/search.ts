import { searchPage } from '../../publishers/website/pages/search-page';
import { siteOf } from '../../publishers/website/settings';
import type { Places } from '../../publishers/website/places';
import { withValidity } from '../../publishers/website/with-validity';
import type { Account } from '../../publishers/contract';
import type { Store } from '../delivery/store';
import { findExplainers, PER_PAGE } from './find-explainers';

/** Longest question, characters. */
const MAX_QUERY = 60;

/** Answers a reader's question with the explainers that are on the site now and contain every word of it. */
export async function searchSite(
  store: Store,
  account: Account,
  params: URLSearchParams,
  places: Places,
  now: Date,
): Promise<string> {
  const query = (params.get('q') ?? '').trim().slice(0, MAX_QUERY);
  const page = Math.max(1, Math.min(100, Number(params.get('page') ?? 1) || 1));
  const found = await findExplainers(store, account, query, page);
  const link = (to: number) => `/search?${new URLSearchParams({ q: query, page: String(to) }).toString()}`;
  return searchPage(
    { site: siteOf(account), siteUrl: account.siteUrl },
    {
      query,
      ...found,
      hits: await withValidity(places, found.hits, now),
      near: await withValidity(places, found.near, now),
      filters: [],
      previous: page > 1 ? link(page - 1) : null,
      next: page * PER_PAGE < found.total ? link(page + 1) : null,
    },
  );
}
