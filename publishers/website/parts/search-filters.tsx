/** One choice, e.g. 领域: 医疗卫生 (12). The one that is chosen leads back to all. */
export interface SearchChip {
  readonly title: string;
  readonly href: string;
  /** null = not counted. */
  readonly count: number | null;
  readonly current: boolean;
}

interface SearchFiltersProps {
  readonly filters: readonly { readonly title: string; readonly chips: readonly SearchChip[] }[];
  readonly sorts: readonly SearchChip[];
  /** The same question without any filter; null when none is set. */
  readonly withoutFilters: string | null;
}

/** What a search may be narrowed to and ordered by. Links: they work without a script. */
export function SearchFilters({ filters, sorts, withoutFilters }: SearchFiltersProps) {
  if (filters.length === 0 && sorts.length === 0) return null;
  return (
    <div class="filters">
      {filters.map((filter) => (
        <Chips key={filter.title} title={filter.title} chips={filter.chips} removable />
      ))}
      {sorts.length > 0 && <Chips title="排序" chips={sorts} />}
      {withoutFilters !== null && (
        <p class="filters-reset">
          <a href={withoutFilters}>清除全部条件</a>
        </p>
      )}
    </div>
  );
}

function Chips(props: { readonly title: string; readonly chips: readonly SearchChip[]; readonly removable?: boolean }) {
  return (
    <nav class="chips" aria-label={props.title}>
      <span>{props.title}</span>
      <ul>
        {props.chips.map((chip) => (
          <li key={chip.href}>
            <a href={chip.href} rel="nofollow" aria-current={chip.current ? 'true' : undefined}>
              {chip.title}
              {chip.count !== null && <small>{chip.count}</small>}
              {props.removable && chip.current && (
                <>
                  <span class="chip-off" aria-hidden="true">
                    ×
                  </span>
                  <span class="visually-hidden">，取消</span>
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
