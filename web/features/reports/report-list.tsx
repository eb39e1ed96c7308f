import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileText, Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { Report } from '../../../shared/reports/report.ts';
import { client } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { DateText, RelativeTime } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ListTools } from '../../ui/list-tools.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Pager } from '../../ui/pager.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { tell } from '../../ui/tell.ts';
import { useRecordList } from '../../ui/use-record-list.tsx';
import { refreshReports, reportsQuery } from './queries.ts';
import { reportRef } from './report-ref.ts';
import { ScheduleLine } from './schedule-line.tsx';
import { standingWords } from './text.ts';

const columns: Column<Report>[] = [
  { id: 'title', header: 'Report', width: 'minmax(14rem,3fr)', cell: (row) => row.title },
  {
    id: 'period',
    header: 'Period',
    width: 'minmax(12rem,2fr)',
    phone: 'meta',
    cell: (row) => (
      <>
        <DateText iso={row.period.from} /> to <DateText iso={row.period.to} />
      </>
    ),
  },
  {
    id: 'pages',
    header: 'Pages',
    width: '5rem',
    align: 'end',
    phone: 'hidden',
    cell: (row) => <span className="num">{row.made?.pdf.pages ?? ''}</span>,
  },
  { id: 'made', header: 'Begun', width: '8rem', phone: 'meta', cell: (row) => <RelativeTime iso={row.createdAt} /> },
  {
    id: 'client',
    header: 'Client sees it',
    width: '8rem',
    phone: 'hidden',
    cell: (row) => (row.publishedAt ? <DateText iso={row.publishedAt} /> : <span className="text-ink-3">No</span>),
  },
  {
    id: 'status',
    header: 'Status',
    width: '9rem',
    phone: 'status',
    cell: (row) => {
      const { word, tone } = standingWords(row);
      return <Badge tone={tone}>{word}</Badge>;
    },
  },
];
const rowId = (row: Report) => row.reportId;
const rowName = (row: Report) => row.title;

export interface ReportSearch {
  cursor?: string;
  /** The schedule's dialog is open. */
  schedule?: true;
}

/** A client's reports, newest first; those under way move by themselves. */
export function ReportList({
  company,
  search,
  onSearch,
  reportHref,
  peopleHref,
  onOpen,
}: {
  company: { companyId: string; name: string; timeZone: string; fiscalYearStart: number };
  search: ReportSearch;
  onSearch: (next: ReportSearch) => void;
  reportHref: (reportId: string) => string;
  peopleHref: string;
  onOpen: (reportId: string) => void;
}) {
  const may = useMay();
  const queryClient = useQueryClient();
  const begin = useMutation({
    mutationFn: () => client.reports.create({ companyId: company.companyId }),
    onSuccess: async ({ reportId }) => {
      onOpen(reportId);
      await refreshReports(queryClient);
    },
    onError: tell,
  });
  const { data, error, refetch, isPending } = useQuery(reportsQuery(company.companyId, search.cursor));
  const rows = data?.items ?? [];
  const { offered } = useRecordList({ rows, rowId, refOf: reportRef });
  const rowHref = useMemo(() => (row: Report) => reportHref(row.reportId), [reportHref]);
  const add = may('reports:write') ? (
    <Button variant="primary" icon={<Plus aria-hidden />} busy={begin.isPending} onClick={() => begin.mutate()}>
      New report
    </Button>
  ) : undefined;
  const instead = error ? (
    <ErrorState error={error} onRetry={() => void refetch()} />
  ) : data && rows.length === 0 ? (
    <EmptyState icon={<FileText aria-hidden />} title="No report yet" action={add}>
      Choose and order its sections; what you publish is frozen and reads the same next year.
    </EmptyState>
  ) : undefined;
  return (
    <div className="flex flex-col gap-3">
      <PageHead title="Reports" primary={add} />
      <ScheduleLine
        company={company}
        open={search.schedule ?? false}
        onOpen={(open) => onSearch({ ...search, schedule: open || undefined })}
        peopleHref={peopleHref}
        reportHref={reportHref}
      />
      <div className="flex justify-end">
        <ListTools list="reports" columns={columns} companyId={company.companyId} filter={{}} />
      </div>
      <div className="overflow-clip rounded-card border border-line bg-surface">
        <DataTable
          label="Reports"
          list="reports"
          frame="card"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={rowName}
          rowHref={rowHref}
          state={isPending ? 'loading' : 'ready'}
          instead={instead}
          {...offered}
        />
        {search.cursor || data?.cursor ? (
          <Pager
            from={1}
            to={rows.length}
            onNewer={search.cursor ? () => onSearch({ ...search, cursor: undefined }) : undefined}
            newer="Newest"
            onOlder={data?.cursor ? () => onSearch({ ...search, cursor: data.cursor }) : undefined}
          />
        ) : null}
      </div>
    </div>
  );
}
