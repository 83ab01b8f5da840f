import type { Filters } from './filters';
import type { Sort } from './find';

export interface SearchState {
  readonly question: string;
  readonly filters: Filters;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
}

/** The address of a search: what is usual is left out, so that the same search has one address. */
export function searchAddress({ question, filters, sort, page }: SearchState): string {
  if (question === '') return '/search';
  const params = new URLSearchParams({ q: question });
  for (const [name, value] of Object.entries(filters)) if (value !== null) params.set(name, String(value));
  if (sort !== 'relevance') params.set('sort', sort);
  if (page > 1) params.set('page', String(page));
  return `/search?${params.toString()}`;
}
