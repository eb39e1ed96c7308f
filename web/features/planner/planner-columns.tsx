import { EyeOff } from 'lucide-react';
import type { PlannerItem } from '../../../shared/planner/planner-item.ts';
import { type Quarter, quarterAt } from '../../../shared/planner/roadmap-quarters.ts';
import { LANE_WORDS } from '../../../shared/planner/words.ts';
import { DateText, Money } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { PRIORITIES } from '../../ui/priority.ts';
import type { Column, RowGroup } from '../../ui/table-model.ts';
import { STATUSES } from './statuses.ts';
import { RECURRENCES } from './text.ts';

/** What an item costs: once, and what recurs below it. */
export function ItemAmount({ item: { oneTimeMinor, monthlyMinor, annualMinor, currency } }: { item: PlannerItem }) {
  const recurring = [
    monthlyMinor > 0 ? { minor: monthlyMinor, after: RECURRENCES.monthly.after } : undefined,
    annualMinor > 0 ? { minor: annualMinor, after: RECURRENCES.annual.after } : undefined,
  ].filter((each) => each !== undefined);
  if (oneTimeMinor === 0 && recurring.length === 0) return <span className="text-ink-3">No estimate</span>;
  return (
    <CellLines
      first={<Money minor={oneTimeMinor} currency={currency} className="font-medium text-ink" />}
      second={
        recurring.length > 0
          ? recurring.map(({ minor, after }, at) => (
              <span key={after}>
                {at > 0 ? ', ' : ''}
                <Money minor={minor} currency={currency} /> {after}
              </span>
            ))
          : undefined
      }
    />
  );
}

export const plannerColumns: Column<PlannerItem>[] = [
  {
    id: 'item',
    header: 'Item',
    width: 'minmax(14rem,3fr)',
    cell: (row) => (
      <CellLines
        first={
          <>
            {row.title}
            {row.publishedAt && row.unpublishedChanges === 0 ? null : (
              <>
                <EyeOff aria-hidden className="ml-1.5 inline size-3.5 text-ink-3" />
                <span className="sr-only"> (not published)</span>
              </>
            )}
          </>
        }
        second={LANE_WORDS[row.lane]}
      />
    ),
  },
  {
    id: 'status',
    header: 'Status',
    width: '8rem',
    phone: 'status',
    cell: (row) => <Badge tone={STATUSES[row.status].tone}>{STATUSES[row.status].word}</Badge>,
  },
  {
    id: 'dates',
    header: 'Dates',
    width: 'minmax(10rem,1.4fr)',
    phone: 'meta',
    cell: (row) =>
      row.startDate && row.endDate ? (
        <>
          <DateText iso={row.startDate} year={false} /> – <DateText iso={row.endDate} />
        </>
      ) : (
        <span className="text-ink-3">No date yet</span>
      ),
  },
  { id: 'priority', header: 'Priority', width: '6rem', phone: 'hidden', cell: (row) => PRIORITIES[row.priority].word },
  { id: 'hours', header: 'Hours', width: '5rem', align: 'end', phone: 'meta', cell: (row) => `${row.hours} h` },
  {
    id: 'amount',
    header: 'Estimate',
    width: '8rem',
    align: 'end',
    phone: 'value',
    cell: (row) => <ItemAmount item={row} />,
  },
];

const GONE = new Set(['declined', 'cancelled']);

/** What a group is estimated at; finished work is no estimate any more. */
function Sum({ items, currency }: { items: readonly PlannerItem[]; currency: string }) {
  const counting = items.filter(({ status }) => status !== 'completed' && !GONE.has(status));
  if (counting.length === 0) return null;
  return (
    <>
      <Money minor={counting.reduce((sum, { oneTimeMinor }) => sum + oneTimeMinor, 0)} currency={currency} />,{' '}
      {counting.reduce((sum, { hours }) => sum + hours, 0)} h
    </>
  );
}

/** Items under their quarters; then what has no date, and what will not happen. */
export function plannerGroups(
  items: readonly PlannerItem[],
  quarters: readonly Quarter[],
  currency: string,
): RowGroup<PlannerItem>[] {
  const byStart = items.toSorted((a, b) => (a.startDate ?? '').localeCompare(b.startDate ?? ''));
  const live = byStart.filter(({ status }) => !GONE.has(status));
  const at = (index: number) =>
    live.filter(({ startDate }) => startDate !== undefined && quarterAt(startDate, quarters) === index);
  const groups: [string, PlannerItem[]][] = [
    ['Earlier', at(-1)],
    ...quarters.map((quarter, index): [string, PlannerItem[]] => [quarter.name, at(index)]),
    ['Later', at(quarters.length)],
    ['Unscheduled', live.filter(({ startDate }) => startDate === undefined)],
    ['Declined or cancelled', byStart.filter(({ status }) => GONE.has(status))],
  ];
  return groups
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) => ({
      id: name,
      name,
      label: name,
      fact: <Sum items={rows} currency={currency} />,
      rows,
    }));
}
