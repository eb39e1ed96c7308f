import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DeviceRow } from '../../../shared/devices/device.ts';
import { dateIn } from '../../../shared/kernel/calendar.ts';
import { DateText, Money, RelativeTime } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { useLocale, useNow } from '../../ui/locale.tsx';
import type { Column } from '../../ui/table-model.ts';
import { DeviceIcon } from './device-icon.tsx';
import { HEALTHS, LIFECYCLES } from './states.ts';
import { hasNoEnd, makeOf } from './text.ts';

function Unknown({ children }: { children: ReactNode }) {
  return <span className="text-ink-3">{children}</span>;
}

/** The operating system, with a quiet mark once nobody mends it any more. */
export function OsText({ row: { os, osEnds } }: { row: Pick<DeviceRow, 'os' | 'osEnds'> }) {
  const { timeZone } = useLocale();
  const today = dateIn(timeZone, useNow());
  if (!os) return <Unknown>Unknown</Unknown>;
  if (!osEnds || osEnds >= today) return <span className="truncate">{os}</span>;
  return (
    <CellLines
      first={os}
      second={
        <span className="inline-flex items-center gap-1">
          <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
          Support ended
        </span>
      }
      tone="warn"
    />
  );
}

/** When the warranty ends, and how far that is. */
export function WarrantyText({ row: { warranty, warrantyEnd } }: { row: Pick<DeviceRow, 'warranty' | 'warrantyEnd'> }) {
  if (!warrantyEnd) return <Unknown>Unknown</Unknown>;
  if (hasNoEnd(warrantyEnd)) return 'Without end';
  return (
    <CellLines
      first={<DateText iso={warrantyEnd} />}
      second={<RelativeTime iso={warrantyEnd} />}
      tone={warranty === 'expired' ? 'bad' : warranty.startsWith('expiring') ? 'warn' : undefined}
    />
  );
}

function Lifecycle({ row: { lifecycle, replacementDue, isEstimated } }: { row: DeviceRow }) {
  const { word, tone } = LIFECYCLES[lifecycle];
  return (
    <span className="flex min-w-0 flex-col items-start gap-x-2 gap-y-0.5 max-sm:flex-row max-sm:flex-wrap max-sm:items-center">
      <Badge tone={tone}>{word}</Badge>
      {replacementDue ? (
        <span className="truncate text-ink-3 text-meta">
          due <DateText iso={replacementDue} />
          {isEstimated ? ', estimated' : ''}
        </span>
      ) : null}
    </span>
  );
}

/** When monitoring last heard of it. What people keep by hand is not heard of. */
export function LastSeen({ row: { lastSeen, isMonitored } }: { row: Pick<DeviceRow, 'lastSeen' | 'isMonitored'> }) {
  const { timeZone } = useLocale();
  const today = dateIn(timeZone, useNow());
  // Vendors say the day of Greenwich, where it may be tomorrow already.
  if (lastSeen) return <RelativeTime iso={lastSeen > today ? today : lastSeen} />;
  return <Unknown>{isMonitored ? 'Never' : 'Kept by hand'}</Unknown>;
}

/** Columns of the list. `clientName` adds the client, on pages over all clients. */
export function deviceColumns(clientName: ((companyId: string) => ReactNode) | undefined): Column<DeviceRow>[] {
  const client: Column<DeviceRow>[] = clientName
    ? [
        {
          id: 'client',
          header: 'Client',
          width: 'minmax(6rem,1.4fr)',
          phone: 'meta',
          cell: ({ companyId }) => <span className="truncate">{clientName(companyId)}</span>,
        },
      ]
    : [];
  return [
    {
      id: 'name',
      header: 'Device',
      width: 'minmax(10rem,2fr)',
      sortable: true,
      cell: (row) => <CellLines icon={<DeviceIcon type={row.type} />} first={row.name} second={makeOf(row)} />,
    },
    ...client,
    {
      id: 'user',
      header: 'User',
      width: 'minmax(6rem,1.4fr)',
      phone: 'meta',
      cell: ({ user }) => (user ? <span className="truncate">{user}</span> : <Unknown>Unassigned</Unknown>),
    },
    {
      id: 'os',
      header: 'Operating system',
      width: 'minmax(7rem,1.6fr)',
      phone: 'hidden',
      cell: (row) => <OsText row={row} />,
    },
    {
      id: 'health',
      header: 'Health',
      width: '6rem',
      phone: 'hidden',
      cell: ({ health }) => <Badge tone={HEALTHS[health].tone}>{HEALTHS[health].word}</Badge>,
    },
    {
      id: 'lifecycle',
      header: 'Lifecycle',
      width: '10.5rem',
      phone: 'status',
      cell: (row) => <Lifecycle row={row} />,
    },
    {
      id: 'warranty',
      header: 'Warranty ends',
      width: '6rem',
      sortable: true,
      phone: 'hidden',
      cell: (row) => <WarrantyText row={row} />,
    },
    {
      id: 'seen',
      header: 'Last seen',
      width: '5rem',
      phone: 'hidden',
      cell: (row) => <LastSeen row={row} />,
    },
    {
      id: 'price',
      header: 'Replacement',
      width: '5rem',
      align: 'end',
      phone: 'value',
      cell: ({ replacementMinor, currency }) =>
        replacementMinor > 0 ? (
          <Money minor={replacementMinor} currency={currency} className="font-medium text-ink" />
        ) : (
          <Unknown>No price</Unknown>
        ),
    },
  ];
}
