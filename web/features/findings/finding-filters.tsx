import type { ReactNode } from 'react';
import { RISKS } from '../../ui/priority.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SingleFacet } from '../../ui/single-facet.tsx';
import type { FindingSearch } from './finding-search.ts';
import { RISK_ORDER, SOURCE_ORDER, STATUS_ORDER } from './orders.ts';
import { SOURCES, STATUSES } from './text.ts';

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
        <SingleFacet
          label="Risk"
          options={risks}
          value={risk}
          onChange={(next) => onFilter({ ...search, risk: next })}
        />
        <SingleFacet
          label="Source"
          options={sources}
          value={source}
          onChange={(next) => onFilter({ ...search, source: next })}
        />
        <div className="ml-auto max-sm:ml-0">{tools}</div>
      </div>
    </div>
  );
}
