import type { ReactNode } from 'react';
import type { Risk } from '../../../shared/findings/finding.ts';
import type { Feature } from '../../../shared/kernel/features.ts';
import { FacetFilter } from '../../ui/facet-filter.tsx';
import { FilterChip } from '../../ui/filter-chip.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { FindingSearch } from './finding-search.ts';
import { RISK_ORDER, RISKS, SOURCE_ORDER, SOURCES, STATUS_ORDER, STATUSES } from './text.ts';

const views = STATUS_ORDER.map((value) => ({ value, label: STATUSES[value].word }));
const risks = RISK_ORDER.map((value) => ({ value, label: RISKS[value].word }));
const sources = SOURCE_ORDER.map((value) => ({ value, label: SOURCES[value] ?? value }));

/** The bar over the list: views, text, and one value of each facet, all kept in the address. */
export function FindingFilters({
  search,
  onFilter,
  tools,
}: {
  search: FindingSearch;
  onFilter: (next: FindingSearch) => void;
  /** The end of the bar: views, columns, export. */
  tools: ReactNode;
}) {
  const { status = 'open', risk, source, q } = search;
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label="View"
          options={views}
          value={status}
          onChange={(next) => onFilter({ ...search, status: next === 'open' ? undefined : next })}
        />
        <SearchBox
          label="Filter findings"
          value={q ?? ''}
          onChange={(text) => onFilter({ ...search, q: text || undefined })}
          className="ml-auto w-48 max-sm:w-full"
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {risk ? (
          <FilterChip label="Risk" value={RISKS[risk].word} onRemove={() => onFilter({ ...search, risk: undefined })} />
        ) : (
          <FacetFilter
            label="Risk"
            options={risks}
            value={[]}
            onChange={([next]) => onFilter({ ...search, risk: next as Risk | undefined })}
          />
        )}
        {source ? (
          <FilterChip
            label="Source"
            value={SOURCES[source] ?? source}
            onRemove={() => onFilter({ ...search, source: undefined })}
          />
        ) : (
          <FacetFilter
            label="Source"
            options={sources}
            value={[]}
            onChange={([next]) => onFilter({ ...search, source: next as Feature | undefined })}
          />
        )}
        <div className="ml-auto max-sm:ml-0">{tools}</div>
      </div>
    </div>
  );
}
