import { useMemo } from 'react';
import type { Quarter } from '../../../shared/planner/roadmap-quarters.ts';
import { LANE_WORDS } from '../../../shared/planner/words.ts';
import { useMay } from '../../lib/session.ts';
import { useLocale } from '../../ui/locale.tsx';
import { useRecordActions } from '../../ui/record-actions.tsx';
import { Roadmap } from '../../ui/roadmap/roadmap.tsx';
import { toast } from '../../ui/toast.tsx';
import { LANE_ORDER } from './orders.ts';
import type { PlannerClient } from './planner-page.tsx';
import type { roadmapWorks } from './roadmap-work.ts';
import { useMoveItem } from './use-move-item.ts';

const refuse = () => toast({ id: 'planner-read-only', title: 'Your role may look at this roadmap, but not change it' });

/** The roadmap over its tray. Lanes in use are shown; an item gets into another one on its page. */
export function RoadmapView({
  company: { companyId, currency },
  works,
  quarters,
  today,
  onOpen,
  onAdd,
}: {
  company: PlannerClient;
  works: ReturnType<typeof roadmapWorks>;
  quarters: readonly Quarter[];
  today: string;
  onOpen: (plannerItemId: string) => void;
  onAdd?: () => void;
}) {
  const { locale } = useLocale();
  const may = useMay();
  const move = useMoveItem(companyId);
  const actionsOf = useRecordActions();
  const { scheduled, unscheduled } = works;
  const used = new Set((scheduled.length > 0 ? scheduled : unscheduled).map(({ laneId }) => laneId));
  const names = LANE_ORDER.filter((lane) => used.has(lane)).join(' ');
  const lanes = useMemo(
    () => LANE_ORDER.filter((lane) => names.split(' ').includes(lane)).map((id) => ({ id, name: LANE_WORDS[id] })),
    [names],
  );
  return (
    <>
      <h2 className="sr-only">Roadmap</h2>
      <Roadmap
        quarters={quarters}
        lanes={lanes}
        items={scheduled}
        unscheduled={unscheduled}
        today={today}
        currency={currency}
        locale={locale}
        canChangeLane
        onMove={may('planner:write') ? move : refuse}
        onOpen={onOpen}
        moreOf={({ id, title }) => actionsOf([{ kind: 'planner-item', id, label: title, companyId }])}
        onAddUnscheduled={onAdd}
        {...(may('planner:write') ? {} : { renderMenu: () => null })}
      />
    </>
  );
}
