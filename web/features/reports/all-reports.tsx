import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { Report } from '../../../shared/reports/report.ts';
import type { ReportSchedule } from '../../../shared/reports/schedule.ts';
import { DateText, RelativeTime } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Link } from '../../ui/link.tsx';
import { ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { schedulesQuery, waitingQuery } from './queries.ts';
import { people, ruleWords, SKIPPED } from './text.ts';

interface Places {
  clientName: (companyId: string) => ReactNode;
  reportHref: (report: Pick<Report, 'companyId' | 'reportId'>) => string;
}

/** Reports of all clients that a person has to send, oldest first; nothing where none waits. */
export function WaitingReports({ clientName, reportHref }: Places) {
  const { data, error, refetch } = useQuery(waitingQuery());
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <Card>
      <CardHead title="Waiting for review" fact={String(data.items.length)} ruled />
      <ul className="divide-y divide-line">
        {data.items.map((report) => (
          <li key={report.reportId} className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-0.5 px-3.5 py-1.5">
            <span className="min-w-0 flex-1 basis-60">
              <Link href={reportHref(report)} className="font-medium hover:underline">
                {report.title}
              </Link>{' '}
              <span className="text-ink-2">{clientName(report.companyId)}</span>
            </span>
            <span className="text-ink-3 text-meta">
              {report.waitsFrom ? (
                <>
                  Put off until <DateText iso={report.waitsFrom} year />
                </>
              ) : (
                <>
                  Made <RelativeTime iso={report.made?.madeAt ?? report.updatedAt} />
                </>
              )}
            </span>
            <Badge tone={report.waitsFrom ? 'idle' : 'warn'}>{report.waitsFrom ? 'Put off' : 'Review it'}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const rowId = (row: ReportSchedule) => row.companyId;

/** The schedules of all clients, those due first at the top. */
export function Schedules({
  clientName,
  reportHref,
  scheduleHref,
}: Places & { scheduleHref: (companyId: string) => string }) {
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    schedulesQuery(),
  );
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const columns = useMemo<Column<ReportSchedule>[]>(
    () => [
      { id: 'client', header: 'Client', width: 'minmax(12rem,2fr)', cell: (row) => clientName(row.companyId) },
      { id: 'rule', header: 'When', width: 'minmax(14rem,3fr)', phone: 'meta', cell: (row) => ruleWords(row.rule) },
      { id: 'next', header: 'Next', width: '8rem', phone: 'meta', cell: (row) => <DateText iso={row.nextDate} year /> },
      {
        id: 'recipients',
        header: 'Mailed to',
        width: '7rem',
        phone: 'hidden',
        cell: (row) =>
          row.recipients.length === 0 ? <span className="text-ink-3">Nobody</span> : people(row.recipients.length),
      },
      {
        id: 'review',
        header: 'Goes out',
        width: '8rem',
        phone: 'hidden',
        cell: (row) => (row.review ? 'After review' : 'By itself'),
      },
      {
        id: 'latest',
        header: 'Last time',
        width: 'minmax(10rem,2fr)',
        phone: 'hidden',
        cell: ({ companyId, latest }) =>
          latest?.reportId ? (
            <Link href={reportHref({ companyId, reportId: latest.reportId })} className="hover:underline">
              <DateText iso={latest.date} year />
            </Link>
          ) : latest?.skipped ? (
            SKIPPED[latest.skipped]
          ) : (
            <span className="text-ink-3">Not yet</span>
          ),
      },
    ],
    [clientName, reportHref],
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Card>
      <CardHead title="Schedules" fact={rows.length > 0 ? String(rows.length) : undefined} ruled />
      {!isPending && rows.length === 0 ? (
        <p className="px-3.5 py-3 text-ink-3">
          No client's reports are made on a schedule yet. Open a client below to set one.
        </p>
      ) : (
        <DataTable
          label="Schedules"
          frame="card"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={(row) => ruleWords(row.rule)}
          rowHref={(row) => scheduleHref(row.companyId)}
          state={isPending ? 'loading' : 'ready'}
        />
      )}
      {hasNextPage ? (
        <div className="border-line border-t p-2">
          <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
