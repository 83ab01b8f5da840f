import { CATEGORIES, FORMS } from '../../../publishers/content';
import type { Expression } from './search-index';

/** What a reader may narrow a search to; null = everything. */
export interface Filters {
  /** A form of explainers, or `policy` for documents. */
  readonly form: string | null;
  readonly category: string | null;
  readonly year: number | null;
}

export const NO_FILTERS: Filters = { form: null, category: null, year: null };

export const FILTER_FORMS = [...FORMS, 'policy'] as const;

/** The filters that an address names; what is no choice counts as none. */
export function filtersOf(params: URLSearchParams): Filters {
  const [form, category, year = ''] = ['form', 'category', 'year'].map((name) => params.get(name) ?? '');
  return {
    form: FILTER_FORMS.find((known) => known === form) ?? null,
    category: CATEGORIES.find((known) => known === category) ?? null,
    year: /^(?:19|20)\d{2}$/.test(year) ? Number(year) : null,
  };
}

export const meets = (document: { form: string; category: string; year: number }, filters: Filters): boolean =>
  (filters.form === null || document.form === filters.form) &&
  (filters.category === null || document.category === filters.category) &&
  (filters.year === null || document.year === filters.year);

/** The filters as tokens that documents carry, so that the index narrows down however many meet the words. */
export const filterTokens = ({ form, category, year }: Filters): Expression =>
  [
    form !== null && formToken(form),
    category !== null && categoryToken(category),
    year !== null && yearToken(year),
  ].flatMap((token) => (token === false ? [] : [[{ token }]]));

export const EXPLAINER_TOKEN = 'kindexplainer';
export const formToken = (form: string): string => `form${form}`;
export const categoryToken = (category: string): string => `area${category.replace(/[^a-z]/g, '')}`;
export const yearToken = (year: number): string => `year${year}`;
