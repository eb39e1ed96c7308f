import { ListChecks } from 'lucide-react';
import type { ItemStatus, PlannerItem } from '../../../shared/planner/planner-item.ts';
import type { RoadmapItem, RoadmapStatus, RoadmapWork } from '../../ui/roadmap/roadmap-types.ts';

/** How the roadmap draws a status; declined and cancelled work is not drawn. */
const DRAWN: Partial<Record<ItemStatus, RoadmapStatus>> = {
  idea: 'proposed',
  proposed: 'proposed',
  presented: 'proposed',
  'on-hold': 'proposed',
  deferred: 'proposed',
  approved: 'approved',
  scheduled: 'approved',
  'in-progress': 'in-progress',
  completed: 'done',
};
const NOTES: Partial<Record<ItemStatus, string>> = { 'on-hold': 'on hold', deferred: 'deferred', completed: 'done' };
const FROM_FINDING = [{ icon: ListChecks, label: 'from a finding' }];

const isDated = (work: RoadmapWork | RoadmapItem): work is RoadmapItem => 'start' in work;

/** One drawing for each stored item: the roadmap draws a bar again only when it is another object. */
const drawn = new WeakMap<PlannerItem, RoadmapWork | RoadmapItem>();

function draw(item: PlannerItem, status: RoadmapStatus): RoadmapWork | RoadmapItem {
  const { plannerItemId, title, lane, startDate, endDate, oneTimeMinor, hours, publishedAt, findingId } = item;
  const { monthlyMinor, annualMinor } = item;
  // Finished work is no estimate any more: it stays to be seen, and counts in no total.
  const counts = status !== 'done';
  const work: RoadmapWork = {
    id: plannerItemId,
    title,
    laneId: lane,
    status,
    published: publishedAt !== undefined && item.unpublishedChanges === 0,
    amountMinor: counts && oneTimeMinor > 0 ? oneTimeMinor : null,
    hours: counts && hours > 0 ? hours : null,
    ...(counts && monthlyMinor > 0 ? { monthlyMinor } : {}),
    ...(counts && annualMinor > 0 ? { annualMinor } : {}),
    ...(findingId ? { icons: FROM_FINDING } : {}),
    ...(NOTES[item.status] ? { note: NOTES[item.status] } : {}),
  };
  return startDate && endDate ? { ...work, start: startDate, end: endDate } : work;
}

/** The items as the roadmap takes them: those with dates, and those that wait in the tray. */
export function roadmapWorks(items: readonly PlannerItem[]): { scheduled: RoadmapItem[]; unscheduled: RoadmapWork[] } {
  const scheduled: RoadmapItem[] = [];
  const unscheduled: RoadmapWork[] = [];
  for (const item of items) {
    const status = DRAWN[item.status];
    if (!status) continue;
    const work = drawn.get(item) ?? draw(item, status);
    drawn.set(item, work);
    if (isDated(work)) scheduled.push(work);
    else if (status !== 'done') unscheduled.push(work);
  }
  return { scheduled, unscheduled };
}
