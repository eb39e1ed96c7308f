import { useQuery } from '@tanstack/react-query';
import { Hand, Map as MapIcon, MonitorSmartphone, Target, Wallet } from 'lucide-react';
import { quarterWordsOf } from '../../../shared/kernel/fiscal-words.ts';
import type { PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { Card, CardHead } from '../../ui/card.tsx';
import { counted } from '../../ui/format.ts';
import { Trace, type TraceStep } from '../../ui/trace.tsx';
import type { ItemPageProps } from './item-page.tsx';
import { itemLinksQuery } from './queries.ts';
import { STATUSES } from './statuses.ts';

/** Why the item is on the roadmap and where it went from there: source, finding, item, budgets, meetings. */
export function ItemTrace({
  item,
  company,
  people,
  goals,
  reasons,
  budgets,
  budgetHref,
  meetings,
}: Pick<ItemPageProps, 'company' | 'people' | 'goals' | 'reasons' | 'budgets' | 'budgetHref' | 'meetings'> & {
  item: PlannerItemDetail;
}) {
  const { companyId, plannerItemId, status, startDate, createdAt, createdBy, findingId } = item;
  const { data } = useQuery(itemLinksQuery({ companyId, plannerItemId }));
  const devices = (data?.items ?? []).filter(({ from, role }) => from.type === 'device' && role === 'led-to').length;
  const source = { kind: 'Source', detail: people.get(createdBy), at: createdAt };
  const byHand: TraceStep =
    devices > 0
      ? { ...source, id: 'devices', icon: <MonitorSmartphone aria-hidden />, title: counted(devices, 'device') }
      : { ...source, id: 'by-hand', icon: <Hand aria-hidden />, title: 'Added by hand' };
  const when = startDate ? quarterWordsOf(startDate, company.fiscalYearStart) : 'no date yet';
  const used = (data?.items ?? []).flatMap(({ to, createdAt: at }): TraceStep[] => {
    const budget = to.type === 'budget' ? budgets.get(to.id) : undefined;
    return budget
      ? [{ id: to.id, kind: 'Budget', icon: <Wallet aria-hidden />, ...budget, href: budgetHref(to.id), at }]
      : [];
  });
  const served = goals
    .filter(({ goalId }) => item.goalIds?.includes(goalId))
    .map(
      ({ goalId, title, href }): TraceStep => ({ id: goalId, kind: 'Goal', icon: <Target aria-hidden />, title, href }),
    );
  const steps: TraceStep[] = [
    ...(findingId ? reasons : [byHand]),
    ...served,
    {
      id: plannerItemId,
      kind: 'Planner item',
      icon: <MapIcon aria-hidden />,
      title: 'This item',
      detail: `${STATUSES[status].word}, ${when}`,
      at: createdAt,
    },
    ...used,
    ...meetings,
  ];
  return (
    <Card>
      <CardHead title="Why this is on the roadmap" ruled />
      <Trace label="Why this is on the roadmap" currentId={plannerItemId} steps={steps} />
    </Card>
  );
}
