import { type ReactNode, Suspense } from 'react';
import type { ItemStatus, Lane } from '../../../shared/planner/planner-item.ts';
import { LANE_WORDS } from '../../../shared/planner/words.ts';
import { FacetFilter } from '../../ui/facet-filter.tsx';
import { FilterChip } from '../../ui/filter-chip.tsx';
import { optionsOf } from '../../ui/options.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import type { PlannerSearch } from './planner-search.ts';
import { STATUSES } from './statuses.ts';

const lanes = optionsOf(LANE_WORDS);
const statuses = optionsOf(STATUSES);

/** The bar over roadmap and list, kept in the address. */
export function PlannerFilters({
  search,
  onSearch,
  tools,
}: {
  search: PlannerSearch;
  onSearch: (next: PlannerSearch) => void;
  /** The end of the bar of the list: views, columns, export. */
  tools: ReactNode;
}) {
  const some = <Value extends string>(values: string[]) => (values.length > 0 ? (values as Value[]) : undefined);
  return (
    <div className="no-print flex flex-wrap items-center gap-2">
      <FacetFilter
        label="Lane"
        options={lanes}
        value={search.lane ?? []}
        onChange={(next) => onSearch({ ...search, lane: some<Lane>(next) })}
      />
      <FacetFilter
        label="Status"
        options={statuses}
        value={search.status ?? []}
        onChange={(next) => onSearch({ ...search, status: some<ItemStatus>(next) })}
      />
      {search.archived ? (
        <FilterChip label="Show" value="Archived" onRemove={() => onSearch({ ...search, archived: undefined })} />
      ) : null}
      <SearchBox
        label="Filter items"
        value={search.q ?? ''}
        onChange={(text) => onSearch({ ...search, q: text || undefined })}
        className="ml-auto w-48 max-sm:w-full"
      />
      <Suspense>{tools}</Suspense>
    </div>
  );
}
