import type { ReactNode } from 'react';
import type { DeviceRow } from '../../../shared/devices/device.ts';
import { quarterLabel } from '../../../shared/devices/fiscal-quarters.ts';
import type { FleetFigures } from '../../../shared/devices/fleet.ts';
import type { FacetOption } from '../../ui/facet-filter.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SingleFacet } from '../../ui/single-facet.tsx';
import type { DeviceSearch, Lens } from './device-search.ts';
import { HEALTH_ORDER, LIFECYCLE_ORDER } from './orders.ts';
import { HEALTHS, LIFECYCLES } from './states.ts';
import { TYPE_OPTIONS } from './text.ts';

type View = Lens | 'all';
const VIEWS: readonly { value: View; label: string }[] = [
  { value: 'all', label: 'All devices' },
  { value: 'expiring', label: 'Warranty under 90 days' },
  { value: 'uncovered', label: 'Out of warranty' },
  { value: 'overdue', label: 'Past lifespan' },
  { value: 'silent', label: 'Not seen in 20 days' },
  { value: 'retired', label: 'Retired' },
];
const healths = HEALTH_ORDER.map((value) => ({ value, label: HEALTHS[value].word }));

/** Devices that a lens shows, as far as they are counted. */
export function lensCount(lens: View, figures: FleetFigures): number | undefined {
  const { byWarranty: warranty } = figures;
  if (lens === 'all') return figures.devices;
  if (lens === 'expiring') return warranty['expiring-30'] + warranty['expiring-60'] + warranty['expiring-90'];
  if (lens === 'uncovered') return warranty.expired;
  if (lens === 'overdue') return figures.byLifecycle.overdue;
  return lens === 'silent' ? figures.silent : undefined;
}

const makersOf = (rows: readonly DeviceRow[]): FacetOption[] =>
  [...new Set(rows.flatMap(({ manufacturer }) => manufacturer ?? []))]
    .toSorted((a, b) => a.localeCompare(b))
    .map((value) => ({ value, label: value }));

/** The bar over the list: lenses, text, and one value of each facet, all kept in the address. */
export function DeviceFilters({
  search,
  onFilter,
  rows,
  figures,
  fiscalYearStart,
  tools,
}: {
  search: DeviceSearch;
  onFilter: (next: DeviceSearch) => void;
  /** Rows at hand: their makers are offered. */
  rows: readonly DeviceRow[];
  /** Of one client. */
  figures?: FleetFigures;
  fiscalYearStart?: number;
  /** The end of the bar: views, columns, export. */
  tools: ReactNode;
}) {
  const { lens, type, lifecycle, health, maker, quarter, q } = search;
  const lenses = VIEWS.map((one) => ({ ...one, count: figures ? lensCount(one.value, figures) : undefined }));
  const types = figures
    ? TYPE_OPTIONS.flatMap((option) => {
        const count = figures.byType.find((one) => one.type === option.value)?.count;
        return count === undefined && option.value !== type ? [] : [{ ...option, count }];
      })
    : TYPE_OPTIONS;
  const lifecycles = LIFECYCLE_ORDER.map((value) => ({
    value,
    label: LIFECYCLES[value].word,
    count: figures?.byLifecycle[value],
  }));
  const quarters = (figures?.quarters ?? []).map((due) => ({
    value: due.quarter,
    label: quarterLabel(due.quarter, fiscalYearStart ?? 1),
    count: due.count,
  }));
  const set = (facet: 'type' | 'lifecycle' | 'health' | 'maker' | 'quarter') => (value: string | undefined) =>
    onFilter({ ...search, [facet]: value });
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label="View"
          options={lenses}
          value={lens ?? 'all'}
          // A fieldset is never narrower than what it holds unless told so; on a phone the lenses scroll.
          className="min-w-0"
          onChange={(next) => {
            const byWarranty = next === 'expiring' || next === 'uncovered';
            onFilter({
              ...search,
              lens: next === 'all' ? undefined : next,
              lifecycle: next === 'overdue' ? undefined : lifecycle,
              sort: byWarranty ? 'warranty' : undefined,
            });
          }}
        />
        <SearchBox
          label="Filter devices"
          placeholder="Name, user, serial, site"
          value={q ?? ''}
          onChange={(text) => onFilter({ ...search, q: text || undefined })}
          className="ml-auto w-60 max-sm:w-full"
        />
      </div>
      <div className="flex items-center gap-2 max-sm:overflow-x-auto sm:flex-wrap">
        <SingleFacet label="Kind" options={types} value={type} onChange={set('type')} />
        {lens === 'overdue' ? null : (
          <SingleFacet label="Lifecycle" options={lifecycles} value={lifecycle} onChange={set('lifecycle')} />
        )}
        <SingleFacet label="Health" options={healths} value={health} onChange={set('health')} />
        <SingleFacet label="Manufacturer" options={makersOf(rows)} value={maker} onChange={set('maker')} />
        {quarters.length > 0 || quarter ? (
          <SingleFacet
            label="Due in"
            options={
              quarter && !quarters.some(({ value }) => value === quarter)
                ? [...quarters, { value: quarter, label: quarterLabel(quarter, fiscalYearStart ?? 1) }]
                : quarters
            }
            value={quarter}
            onChange={set('quarter')}
          />
        ) : null}
        <div className="ml-auto max-sm:ml-0 max-sm:shrink-0">{tools}</div>
      </div>
    </div>
  );
}
