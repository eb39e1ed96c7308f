import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, FileDown, RotateCcw, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import type { Export } from '../../../shared/exports/export.ts';
import { listWord } from '../../../shared/views/lists.ts';
import { client } from '../../lib/api.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { exportColumns } from './export-columns.tsx';
import { download, follow } from './follow.ts';
import { exportsKey, exportsQuery, isMoving } from './queries.ts';

const rowId = (row: Export) => row.exportId;
const rowName = (row: Export) => `export of ${listWord(row.list)}`;
const rowNote = ({ failure }: Export) => (failure ? <span className="text-meta">{failure}</span> : null);

/** The files that a person had written of lists, for as long as they are kept. */
export function ExportPage({ clientName }: { clientName: (companyId: string) => string | undefined }) {
  const queryClient = useQueryClient();
  const { data, error, refetch, isPending } = useQuery(exportsQuery());
  const columns = useMemo(() => exportColumns(clientName), [clientName]);
  const run = async (work: () => Promise<void>) => {
    try {
      await work();
      await queryClient.invalidateQueries({ queryKey: exportsKey() });
    } catch (failure) {
      tell(failure);
    }
  };
  const again = ({ exportId, v }: Export) =>
    run(async () => void follow(queryClient, await client.exports.retry({ exportId, v })));
  const remove = ({ exportId, v, list }: Export) =>
    run(async () => {
      await client.exports.remove({ exportId, v });
      toast({ title: 'Export deleted', detail: listWord(list) });
    });
  const rowMenu = (row: Export): MenuGroup[] => [
    {
      id: 'file',
      items: [
        ...(row.status === 'finished'
          ? [
              {
                id: 'get',
                label: 'Download',
                icon: <Download aria-hidden />,
                onSelect: () => void download(row.exportId),
              },
            ]
          : []),
        ...(row.status === 'failed'
          ? [{ id: 'again', label: 'Try again', icon: <RotateCcw aria-hidden />, onSelect: () => void again(row) }]
          : []),
        ...(isMoving(row)
          ? []
          : [
              {
                id: 'gone',
                label: 'Delete',
                icon: <Trash2 aria-hidden />,
                danger: true,
                onSelect: () => void remove(row),
              },
            ]),
      ],
    },
  ];
  return (
    <div className="flex flex-col gap-3">
      <PageHead title="Your exports" fact="CSV files, kept for seven days" />
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <DataTable
          label="Your exports"
          list="exports"
          frame="card"
          twoLine
          minWidth="52rem"
          columns={columns}
          rows={data?.items ?? []}
          rowId={rowId}
          rowName={rowName}
          rowMenu={rowMenu}
          rowNote={rowNote}
          state={isPending ? 'loading' : 'ready'}
          instead={
            error ? (
              <ErrorState error={error} onRetry={() => void refetch()} />
            ) : (
              <EmptyState icon={<FileDown aria-hidden />} title="No export yet">
                Press Export above a list: every row that its filters leave is written into a file that stands here.
              </EmptyState>
            )
          }
        />
      </div>
    </div>
  );
}
