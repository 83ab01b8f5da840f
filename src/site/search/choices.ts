import { CATEGORIES, CATEGORY_TITLES, FORM_TITLES } from '../../../publishers/content';
import type { SearchChip } from '../../../publishers/website/parts/search-filters';
import type { Candidate } from './candidates';
import { FILTER_FORMS, meets, type Filters } from './filters';
import type { Result } from './find';
import { searchAddress, type SearchState } from './search-address';

/** Years that are offered, the newest. */
const MAX_YEARS = 6;

interface Choice {
  readonly value: string | number;
  readonly title: string;
}

export interface FilterRow {
  readonly title: string;
  readonly chips: readonly SearchChip[];
}

/**
 * The choices of each filter, counted among what meets the others. A choice that leads to nothing is left out, and so is a
 * filter with a single choice; what was chosen stays and leads back.
 */
export function filterRows(state: SearchState, { countable, hits }: Result): readonly FilterRow[] {
  const known = countable ?? hits;
  const years = [...new Set(known.map(({ year }) => year))].sort((one, other) => other - one).slice(0, MAX_YEARS);
  const chosenYear = state.filters.year;
  if (chosenYear !== null && !years.includes(chosenYear)) years.push(chosenYear);
  const rows: readonly { readonly name: keyof Filters; readonly title: string; readonly choices: readonly Choice[] }[] =
    [
      {
        name: 'form',
        title: '形式',
        choices: FILTER_FORMS.map((form) => ({ value: form, title: form === 'policy' ? '文件' : FORM_TITLES[form] })),
      },
      {
        name: 'category',
        title: '领域',
        choices: CATEGORIES.map((category) => ({ value: category, title: CATEGORY_TITLES[category] })),
      },
      { name: 'year', title: '年份', choices: years.map((year) => ({ value: year, title: `${year}年` })) },
    ];
  return rows
    .map(({ name, title, choices }) => ({ title, chips: chipsOf(state, name, choices, countable) }))
    .filter(({ chips }) => chips.length > 1 || chips.some(({ current }) => current));
}

function chipsOf(
  state: SearchState,
  name: keyof Filters,
  choices: readonly Choice[],
  countable: readonly Candidate[] | null,
): readonly SearchChip[] {
  const others = { ...state.filters, [name]: null };
  const among = countable?.filter((candidate) => meets(candidate, others)) ?? null;
  return choices.flatMap(({ value, title }) => {
    const current = state.filters[name] === value;
    const count = among && among.filter((candidate) => candidate[name] === value).length;
    if (count === 0 && !current) return [];
    const filters = { ...others, [name]: current ? null : value };
    return [{ title, count, current, href: searchAddress({ ...state, filters, page: 1 }) }];
  });
}

export const sortChips = (state: SearchState): readonly SearchChip[] =>
  (
    [
      ['relevance', '最相关'],
      ['newest', '最新'],
    ] as const
  ).map(([sort, title]) => ({
    title,
    count: null,
    current: state.sort === sort,
    href: searchAddress({ ...state, sort, page: 1 }),
  }));
