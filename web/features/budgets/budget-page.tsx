import { useQuery } from '@tanstack/react-query';
import { Map as MapIcon, Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Card } from '../../ui/card.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { ListCount } from '../../ui/pager.tsx';
import { refsOf, useRecordActions } from '../../ui/record-actions.tsx';
import { Discussion, Files, WhereUsed } from '../../ui/record-panels.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { CardSkeleton, StatStripSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { approversOf } from './approvers.ts';
import { BudgetDialogs, type BudgetHrefs, type Opened } from './budget-dialogs.tsx';
import { BudgetHead } from './budget-head.tsx';
import { budgetRef } from './budget-ref.ts';
import { LineTable } from './line-table.tsx';
import type { View } from './line-views.ts';
import { budgetQuery, budgetsQuery, clientUsersQuery } from './queries.ts';
import { SumStrip } from './sum-strip.tsx';
import { ESTIMATES } from './text.ts';

const BudgetHistory = lazy(() => import('./budget-history.tsx'));
const ApproversCard = lazy(() => import('./approvers-card.tsx'));
const QuarterCard = lazy(() => import('./quarter-card.tsx'));
const GroundCards = lazy(() => import('./ground-cards.tsx'));
const ForecastWidget = lazy(() => import('./forecast-widget.tsx'));

const VIEW_OPTIONS = [
  { value: 'type', label: 'By type' },
  { value: 'quarter', label: 'By quarter' },
  { value: 'status', label: 'By status' },
] as const;

export interface BudgetPageProps {
  companyId: string;
  budgetId: string;
  view: View;
  onView: (view: View) => void;
  hrefs: BudgetHrefs;
  /** Names of staff by id. */
  people: ReadonlyMap<string, string>;
  onGo: (href: string) => void;
}

/** The editor of one budget. */
export function BudgetPage(props: BudgetPageProps) {
  const { data: budget, error, refetch } = useQuery(budgetQuery(props.companyId, props.budgetId));
  if (budget) return <Editor {...props} budget={budget} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <div className="flex flex-col gap-4">
      <StatStripSkeleton label="Loading the budget" />
      <CardSkeleton label="Loading its lines" rows={10} />
    </div>
  );
}

function Editor({ budget, view, onView, hrefs, people, onGo }: BudgetPageProps & { budget: BudgetDetail }) {
  const may = useMay();
  const { companyId, budgetId } = budget;
  const [opened, setOpened] = useState<Opened>();
  const users = useQuery({ ...clientUsersQuery(companyId), enabled: may('people:read') });
  const approvers = users.data && approversOf(users.data.items);
  const names = useMemo(() => new Map(users.data?.items.map(({ userId, name }) => [userId, name])), [users.data]);
  const context = useMemo(() => ({ itemHref: hrefs.item, names }), [hrefs, names]);
  const open = budget.status !== 'obsolete';
  const mayWrite = may('budgets:write') && open;
  const drafts = budget.lines.filter(({ status }) => status === 'draft');
  const maySend = may('budgets:send') && open;

  const actions: MenuGroup = { id: 'records', items: useRecordActions()(refsOf([budget], budgetRef)) };
  const menu: MenuGroup[] = [
    {
      id: 'edit',
      items: [
        { id: 'details', label: 'Edit title, due date and notes', onSelect: () => setOpened({ what: 'details' }) },
        ...(budget.lines.length > 0
          ? [{ id: 'template', label: 'Keep as a template', onSelect: () => setOpened({ what: 'template' }) }]
          : []),
      ],
    },
    {
      id: 'whole',
      items: [
        {
          id: 'replace',
          label: 'New version',
          detail: 'A draft with the same lines',
          onSelect: () => setOpened({ what: 'replace' }),
        },
        ...(budget.sentVersion === 0
          ? [{ id: 'remove', label: 'Delete draft', danger: true, onSelect: () => setOpened({ what: 'remove' }) }]
          : []),
      ],
    },
  ];
  return (
    <div className="flex flex-col gap-4">
      <BudgetHead
        budget={budget}
        listHref={hrefs.list}
        menu={[actions, ...(mayWrite ? menu : [])]}
        onSend={maySend && drafts.length > 0 ? () => setOpened({ what: 'send', lines: drafts }) : undefined}
      />
      {open ? null : <ReplacedBy companyId={companyId} budgetId={budgetId} href={hrefs.budget} />}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <SumStrip budget={budget} />
          <Card aria-label="Lines">
            <div className="flex min-h-12 flex-wrap items-center gap-2 px-3.5 py-1.5">
              <h2 className="font-semibold">Lines</h2>
              <ListCount shown={budget.lines.length} />
              <span className="text-ink-3 text-meta max-lg:hidden">{ESTIMATES}</span>
              <Segmented
                label="Lines by"
                options={VIEW_OPTIONS}
                value={view}
                onChange={onView}
                className="sm:ml-auto"
              />
              {mayWrite ? (
                <span className="flex gap-2 max-sm:w-full max-sm:*:flex-1">
                  <Button icon={<MapIcon aria-hidden />} onClick={() => setOpened({ what: 'items' })}>
                    From planner
                  </Button>
                  <Button icon={<Plus aria-hidden />} onClick={() => setOpened({ what: 'line' })}>
                    Add line
                  </Button>
                </span>
              ) : null}
            </div>
            <LineTable
              budget={budget}
              view={view}
              context={context}
              mayWrite={mayWrite}
              maySend={maySend}
              onEdit={(line) => setOpened({ what: 'line', line })}
              onCopy={(from) => setOpened({ what: 'line', from })}
              onSend={(lines) => setOpened({ what: 'send', lines })}
            />
          </Card>
        </div>
        <div className="grid min-w-0 gap-4 max-xl:sm:grid-cols-2">
          <Suspense fallback={<CardSkeleton label="Loading the quarters" rows={14} />}>
            <QuarterCard budget={budget} />
          </Suspense>
          {may('people:read') ? (
            <Suspense fallback={<CardSkeleton label="Loading the approvers" rows={3} />}>
              <ApproversCard budget={budget} approvers={approvers} error={users.error} peopleHref={hrefs.people} />
            </Suspense>
          ) : null}
          <Suspense fallback={<CardSkeleton label="Loading the notes" rows={4} />}>
            <GroundCards budget={budget} onEdit={mayWrite ? () => setOpened({ what: 'details' }) : undefined} />
          </Suspense>
          <WhereUsed record={{ kind: 'budget', id: budgetId, companyId }} frame="card" />
          <Files record={{ kind: 'budget', id: budgetId, companyId }} frame="card" />
          <Discussion record={{ kind: 'budget', id: budgetId, companyId }} frame="card" />
          <Suspense fallback={<CardSkeleton label="Loading the history" rows={3} />}>
            <BudgetHistory budget={budget} people={people} clients={names} />
          </Suspense>
          <Suspense fallback={<CardSkeleton label="Loading the years ahead" rows={4} />}>
            <ForecastWidget companyId={companyId} href={hrefs.forecast} />
          </Suspense>
        </div>
      </div>
      <BudgetDialogs
        opened={opened}
        budget={budget}
        approvers={approvers?.map(({ name }) => name)}
        hrefs={hrefs}
        onGo={onGo}
        onClose={() => setOpened(undefined)}
      />
    </div>
  );
}

/** On top of a budget that counts no more: where the newer one is. */
function ReplacedBy({
  companyId,
  budgetId,
  href,
}: {
  companyId: string;
  budgetId: string;
  href: (id: string) => string;
}) {
  const newer = useQuery(budgetsQuery({ companyId })).data?.items.find(({ replaces }) => replaces === budgetId);
  return (
    <Callout
      tone="info"
      title="This budget was replaced by a newer one"
      actions={newer ? <TextLink href={href(newer.budgetId)}>Open {newer.title}</TextLink> : undefined}
    >
      It stays as it was, for the record. The client no longer sees it.
    </Callout>
  );
}
