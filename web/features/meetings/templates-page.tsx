import { useQuery, useQueryClient } from '@tanstack/react-query';
import { LayoutTemplate } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { MeetingTemplate } from '../../../shared/meetings/meeting-template.ts';
import { TYPE_WORDS } from '../../../shared/meetings/words.ts';
import { client } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { RelativeTime } from '../../ui/amount.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { toast } from '../../ui/toast.tsx';
import { refreshMeetings, templatesQuery } from './queries.ts';
import { TemplateItems } from './template-items.tsx';
import { templateFact } from './text.ts';

const ConfirmDialog = lazy(async () => ({ default: (await import('../../ui/confirm-dialog.tsx')).ConfirmDialog }));

const rowId = (row: MeetingTemplate) => row.templateId;
const rowName = (row: MeetingTemplate) => row.name;

/** What agendas can start from: the MSP's own templates and those that are shipped. */
export function TemplatesPage({
  meetingsHref,
  startHref,
}: {
  meetingsHref: string;
  /** Where a meeting is planned from a template. */
  startHref: (templateId: string) => string;
}) {
  const mayWrite = useMay()('meetings:write');
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<string>();
  const [removing, setRemoving] = useState<MeetingTemplate>();
  const { data, error, refetch, isPending } = useQuery(templatesQuery());
  const columns: Column<MeetingTemplate>[] = [
    {
      id: 'name',
      header: 'Template',
      width: 'minmax(15rem,3fr)',
      cell: (row) => <CellLines first={row.name} second={row.description || undefined} />,
    },
    { id: 'type', header: 'Type', width: '10rem', phone: 'meta', cell: ({ type }) => TYPE_WORDS[type] },
    {
      id: 'from',
      header: 'From',
      width: '9rem',
      phone: 'meta',
      cell: ({ shipped, updatedAt }) =>
        shipped ? (
          'Fairlead'
        ) : (
          <>
            Our own
            {updatedAt ? (
              <>
                , <RelativeTime iso={updatedAt} />
              </>
            ) : null}
          </>
        ),
    },
    {
      id: 'agenda',
      header: 'Agenda',
      width: '9rem',
      phone: 'value',
      cell: (row) => (
        <button
          type="button"
          aria-expanded={open === row.templateId}
          aria-label={`${templateFact(row)} in ${row.name}`}
          onClick={() => setOpen(open === row.templateId ? undefined : row.templateId)}
          className="num font-medium text-accent underline-offset-4 outline-offset-[-2px] hover:underline max-sm:min-h-11"
        >
          {templateFact(row)}
        </button>
      ),
    },
    ...(mayWrite
      ? [
          {
            id: 'start',
            header: 'Start',
            width: '8.5rem',
            phone: 'hidden' as const,
            cell: ({ templateId, name }: MeetingTemplate) => (
              <LinkButton href={startHref(templateId)} size="sm" aria-label={`Plan a meeting from ${name}`}>
                Plan a meeting
              </LinkButton>
            ),
          },
        ]
      : []),
  ];
  const menu = (row: MeetingTemplate): MenuGroup[] => [
    {
      id: 'use',
      items: [
        { id: 'start', label: 'Plan a meeting', href: startHref(row.templateId) },
        { id: 'agenda', label: 'Show its agenda', onSelect: () => setOpen(row.templateId) },
      ],
    },
    {
      id: 'remove',
      items: row.shipped ? [] : [{ id: 'remove', label: 'Delete', danger: true, onSelect: () => setRemoving(row) }],
    },
  ];
  return (
    <div className="flex flex-col gap-3">
      <PageHead
        crumbs={[{ label: 'Meetings', href: meetingsHref }]}
        title="Templates"
        fact="Meetings copy their agenda"
      />
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <DataTable
          label="Meeting templates"
          frame="card"
          twoLine
          minWidth="52rem"
          columns={columns}
          rows={data?.items ?? []}
          rowId={rowId}
          rowName={rowName}
          {...(mayWrite ? { rowMenu: menu } : {})}
          rowNote={(row) =>
            row.templateId === open ? (
              <TemplateItems template={row} className="max-w-160 divide-y divide-line py-1" />
            ) : null
          }
          noteTone="detail"
          state={isPending ? 'loading' : 'ready'}
          instead={
            error ? (
              <ErrorState error={error} onRetry={() => void refetch()} />
            ) : (
              <EmptyState icon={<LayoutTemplate aria-hidden />} title="No template" />
            )
          }
        />
      </div>
      <p className="text-ink-3 text-meta">
        To keep one of your own, open a meeting and choose "Keep as template" in its menu.
      </p>
      <Suspense>
        {removing ? (
          <ConfirmDialog
            open
            onOpenChange={(next) => !next && setRemoving(undefined)}
            title={`Delete ${removing.name}`}
            effect="The template is gone for good. Meetings that started from it stay as they are."
            verb="Delete template"
            onConfirm={async () => {
              const { templateId, v = 1, name } = removing;
              await client.meetings.removeTemplate({ templateId, v });
              await refreshMeetings(queryClient);
              toast({ title: `${name} deleted` });
            }}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
