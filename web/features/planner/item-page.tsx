import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { Discussion, Files, WhereUsed } from '../../ui/record-panels.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import type { TraceStep } from '../../ui/trace.tsx';
import { ArchivedNote } from './archived-note.tsx';
import { DetailsCard } from './details-card.tsx';
import { EstimateCard } from './estimate-card.tsx';
import { ItemHistory } from './history-card.tsx';
import { ItemHead } from './item-head.tsx';
import { ItemTrace } from './item-trace.tsx';
import { NotesCard } from './notes-card.tsx';
import type { PlannerClient } from './planner-page.tsx';
import { itemQuery } from './queries.ts';
import type { ItemGoal } from './served-goals.tsx';

const EstimateForm = lazy(() => import('./estimate-form.tsx'));
const DetailsForm = lazy(() => import('./details-form.tsx'));
const ClientView = lazy(() => import('./client-view.tsx'));

export interface ItemPageProps {
  company: PlannerClient;
  plannerItemId: string;
  /** Names of staff by id. */
  people: ReadonlyMap<string, string>;
  /** People of the client, who may approve. */
  contacts: readonly { contactId: string; name: string }[];
  /** Goals of the client, for those that it serves and may serve. */
  goals: readonly ItemGoal[];
  /** What led to the item, oldest first: the source and its finding. */
  reasons: readonly TraceStep[];
  /** Budgets in which it is used, by id; those that the reader may not see are absent. */
  budgets: ReadonlyMap<string, { title: string; detail: string }>;
  budgetHref: (budgetId: string) => string;
  /** Meetings that it is on the agenda of, soonest first. */
  meetings: readonly TraceStep[];
  /** Cards of the devices that it names. */
  devices: ReactNode;
  plannerHref: string;
}

/** One planner item: why it is there, what it may cost, what the client reads, and what happened to it. */
export function ItemPage(props: ItemPageProps) {
  const { company, plannerItemId, people, contacts } = props;
  const { companyId } = company;
  const may = useMay();
  const [open, setOpen] = useState<'estimate' | 'details' | 'client'>();
  const close = () => setOpen(undefined);
  const { data: item, error, refetch } = useQuery(itemQuery({ companyId, plannerItemId }));
  if (error && !item) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!item) return <CardSkeleton label="Loading the item" rows={12} className="min-h-120" />;
  const writable = may('planner:write') && !item.isArchived;
  return (
    <div className="flex flex-col gap-4">
      <ItemHead
        item={item}
        plannerHref={props.plannerHref}
        writable={writable}
        onClientView={() => setOpen('client')}
      />
      {item.isArchived ? <ArchivedNote item={item} /> : null}
      <ItemTrace {...props} item={item} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <EstimateCard item={item} onEdit={writable ? () => setOpen('estimate') : undefined} />
          <NotesCard item={item} people={people} writable={writable} />
          {props.devices}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <DetailsCard
            item={item}
            fiscalYearStart={company.fiscalYearStart}
            people={people}
            contacts={contacts}
            goals={props.goals}
            onEdit={writable ? () => setOpen('details') : undefined}
          />
          <WhereUsed record={{ kind: 'planner-item', id: plannerItemId, companyId }} frame="card" />
          <Files record={{ kind: 'planner-item', id: plannerItemId, companyId }} frame="card" />
          <Discussion record={{ kind: 'planner-item', id: plannerItemId, companyId }} frame="card" />
          <ItemHistory item={item} fiscalYearStart={company.fiscalYearStart} people={people} />
        </div>
      </div>
      <Suspense>
        {open === 'estimate' ? <EstimateForm item={item} people={people} onClose={close} /> : null}
        {open === 'details' ? <DetailsForm item={item} people={people} contacts={contacts} onClose={close} /> : null}
        {open === 'client' ? <ClientView item={item} onClose={close} /> : null}
      </Suspense>
    </div>
  );
}
