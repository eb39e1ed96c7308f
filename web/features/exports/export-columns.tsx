import type { Export } from '../../../shared/exports/export.ts';
import { listWord } from '../../../shared/views/lists.ts';
import { DateText, RelativeTime } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import type { Column } from '../../ui/table-model.ts';
import { download } from './follow.ts';
import { rowWords, STATUS, sizeWords } from './text.ts';

/** Columns of a person's exports. `clientName` names the client of a list that belongs to one. */
export function exportColumns(clientName: (companyId: string) => string | undefined): Column<Export>[] {
  return [
    {
      id: 'list',
      header: 'List',
      width: 'minmax(14rem,3fr)',
      cell: ({ list, companyId }) => (
        <CellLines
          first={listWord(list)}
          second={companyId ? (clientName(companyId) ?? 'One client') : 'All clients'}
        />
      ),
    },
    {
      id: 'status',
      header: 'Status',
      width: '9rem',
      phone: 'status',
      cell: ({ status }) => <Badge tone={STATUS[status].tone}>{STATUS[status].word}</Badge>,
    },
    {
      id: 'rows',
      header: 'Rows',
      width: '7rem',
      align: 'end',
      phone: 'value',
      cell: ({ rows, status }) => <span className="num">{status === 'failed' ? '' : rowWords(rows)}</span>,
    },
    {
      id: 'size',
      header: 'Size',
      width: '5rem',
      align: 'end',
      phone: 'hidden',
      cell: ({ bytes }) => (bytes === undefined ? null : <span className="num">{sizeWords(bytes)}</span>),
    },
    {
      id: 'asked',
      header: 'Asked for',
      width: '8rem',
      phone: 'meta',
      cell: ({ createdAt }) => <RelativeTime iso={createdAt} />,
    },
    {
      id: 'until',
      header: 'Kept until',
      width: '8rem',
      phone: 'meta',
      cell: ({ expiresAt }) => <DateText iso={expiresAt} year={false} />,
    },
    {
      id: 'file',
      header: 'File',
      width: '7rem',
      align: 'end',
      phone: 'hidden',
      cell: ({ exportId, status }) =>
        status === 'finished' ? (
          <Button size="sm" onClick={() => void download(exportId)}>
            Download
          </Button>
        ) : null,
    },
  ];
}
