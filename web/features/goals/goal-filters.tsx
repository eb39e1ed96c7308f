import type { GoalCategory, Standing } from '../../../shared/goals/goal.ts';
import { FacetFilter } from '../../ui/facet-filter.tsx';
import { optionsOf } from '../../ui/options.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import type { GoalSearch } from './goal-search.ts';
import { CATEGORIES, STANDINGS } from './standings.ts';

const categories = optionsOf(CATEGORIES);
const standings = optionsOf(STANDINGS);

/** The bar over board and list, kept in the address. The board shows standings as its columns. */
export function GoalFilters({ search, onSearch }: { search: GoalSearch; onSearch: (next: GoalSearch) => void }) {
  const some = <Value extends string>(values: string[]) => (values.length > 0 ? (values as Value[]) : undefined);
  return (
    <div className="no-print flex flex-wrap items-center gap-2">
      {search.as === 'list' ? (
        <FacetFilter
          label="Standing"
          options={standings}
          value={search.standing ?? []}
          onChange={(next) => onSearch({ ...search, standing: some<Standing>(next) })}
        />
      ) : null}
      <FacetFilter
        label="Category"
        options={categories}
        value={search.category ?? []}
        onChange={(next) => onSearch({ ...search, category: some<GoalCategory>(next) })}
      />
      <SearchBox
        label="Filter goals"
        value={search.q ?? ''}
        onChange={(text) => onSearch({ ...search, q: text || undefined })}
        className="ml-auto w-48 max-sm:w-full"
      />
    </div>
  );
}
