import { useQuery, useQueryClient } from '@tanstack/react-query';
import { LayoutTemplate } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { BudgetTemplate } from '../../../shared/budgets/budget-template.ts';
import { client } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { RelativeTime } from '../../ui/amount.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useLocale } from '../../ui/locale.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { toast } from '../../ui/toast.tsx';
import { BudgetPlaces, type PlaceHrefs } from './budget-places.tsx';
import { templatesKey, templatesQuery } from './queries.ts';
import { LINE_TYPE, lines, quantityTimesUnit } from './text.ts';

const ConfirmDialog = lazy(async () => ({ default: (await import('../../ui/confirm-dialog.tsx')).ConfirmDialog }));

const rowId = (row: BudgetTemplate) => row.templateId;
const rowName = (row: BudgetTemplate) => row.name;

/** What budgets can start from: the MSP's own templates and those that are shipped. */
export function TemplatesPage({ hrefs }: { hrefs: PlaceHrefs }) {
  const mayWrite = useMay()('budgets:write');
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<string>();
  const [removing, setRemoving] = useState<BudgetTemplate>();
  const { data, error, refetch, isPending } = useQuery(templatesQuery());
  const columns: Column<BudgetTemplate>[] = [
    {
      id: 'name',
      header: 'Template',
      width: 'minmax(16rem,3fr)',
      cell: (row) => <CellLines first={row.name} second={row.description || undefined} />,
    },
    {
      id: 'from',
      header: 'From',
      width: '8rem',
      phone: 'meta',
      cell: ({ shipped }) => (shipped ? 'Fairlead' : 'Our own'),
    },
    {
      id: 'changed',
      header: 'Kept',
      width: '8rem',
      phone: 'hidden',
      cell: ({ updatedAt }) => (updatedAt ? <RelativeTime iso={updatedAt} /> : ''),
    },
    {
      id: 'lines',
      header: 'Lines',
      width: '7rem',
      align: 'end',
      phone: 'value',
      cell: (row) => (
        <button
          type="button"
          aria-expanded={open === row.templateId}
          aria-label={`${lines(row.lines.length)} of ${row.name}`}
          onClick={() => setOpen(open === row.templateId ? undefined : row.templateId)}
          className="num font-medium text-accent underline-offset-4 outline-offset-[-2px] hover:underline max-sm:min-h-11"
        >
          {lines(row.lines.length)}
        </button>
      ),
    },
  ];
  const menu = (row: BudgetTemplate): MenuGroup[] => [
    {
      id: 'see',
      items: [{ id: 'lines', label: 'Show its lines', onSelect: () => setOpen(row.templateId) }],
    },
    ...(row.shipped
      ? []
      : [
          {
            id: 'remove',
            items: [{ id: 'remove', label: 'Delete', danger: true, onSelect: () => setRemoving(row) }],
          },
        ]),
  ];
  return (
    <div className="flex flex-col gap-3">
      <PageHead
        title="Templates"
        fact="Budgets copy their lines"
        actions={<BudgetPlaces current="templates" hrefs={hrefs} />}
      />
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <DataTable
          label="Budget templates"
          frame="card"
          twoLine
          minWidth="44rem"
          columns={columns}
          rows={data?.items ?? []}
          rowId={rowId}
          rowName={rowName}
          rowMenu={mayWrite ? menu : undefined}
          rowNote={(row) => (row.templateId === open ? <TemplateLines template={row} /> : null)}
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
        To keep one of your own, open a budget and choose "Keep as a template" in its menu.
      </p>
      <Suspense>
        {removing ? (
          <ConfirmDialog
            open
            onOpenChange={(next) => !next && setRemoving(undefined)}
            title={`Delete ${removing.name}`}
            effect="The template is gone for good. Budgets that started from it stay as they are."
            verb="Delete template"
            onConfirm={async () => {
              await client.budgets.removeTemplate({ templateId: removing.templateId, v: removing.v });
              await queryClient.invalidateQueries({ queryKey: templatesKey() });
              toast({ title: `${removing.name} deleted` });
            }}
          />
        ) : null}
      </Suspense>
    </div>
  );
}

/** The lines of a template, as a budget of one seat would copy them. */
function TemplateLines({ template }: { template: BudgetTemplate }) {
  const { locale } = useLocale();
  return (
    <ul aria-label={`Lines of ${template.name}`} className="divide-y divide-line py-1 text-body">
      {template.lines.map((line, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a template never change
          key={at}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-1.5 sm:grid-cols-[minmax(0,2fr)_8rem_minmax(0,1fr)_7rem]"
        >
          <span className="min-w-0 truncate font-medium">{line.label}</span>
          <span className="text-ink-2 max-sm:hidden">{LINE_TYPE[line.type]}</span>
          <span className="num text-right text-ink-2 sm:text-left">
            {quantityTimesUnit(line, template.currency, locale)}
            {line.perSeat ? ', each seat' : ''}
          </span>
          <span className="text-right text-ink-3 max-sm:hidden">Month {line.month + 1}</span>
        </li>
      ))}
    </ul>
  );
}
