import type { ItemStatus, Lane, PlannerItem } from '../../../shared/planner/planner-item.ts';
import { flagParam, textParam, wordParam, wordsParam } from '../../lib/search.ts';
import { LANE_ORDER, STATUS_ORDER } from './orders.ts';

/** What the address of a planner holds. */
export interface PlannerSearch {
  /** Absent: the roadmap. */
  as?: 'list';
  lane?: Lane[];
  status?: ItemStatus[];
  q?: string;
  /** List view of the archived items. */
  archived?: true;
  /** The New item dialog is open; `tray` leaves the date out. */
  new?: true | 'tray';
}

export function parsePlannerSearch(raw: Record<string, unknown>): PlannerSearch {
  return {
    as: wordParam(raw, 'as', ['list']),
    lane: wordsParam(raw, 'lane', LANE_ORDER),
    status: wordsParam(raw, 'status', STATUS_ORDER),
    q: textParam(raw, 'q'),
    archived: flagParam(raw, 'archived'),
    new: wordParam(raw, 'new', ['tray'] as const) ?? flagParam(raw, 'new'),
  };
}

/** The same as the address writes it: words of one kind joined by commas. */
export function writtenSearch({ lane, status, ...rest }: PlannerSearch) {
  return { ...rest, lane: lane?.join(','), status: status?.join(',') };
}

/** The items that the filters leave; all of them are in the browser. */
export function matching(items: readonly PlannerItem[], { lane, status, q }: PlannerSearch): PlannerItem[] {
  const text = q?.toLocaleLowerCase() ?? '';
  return items.filter(
    (item) =>
      (!lane || lane.includes(item.lane)) &&
      (!status || status.includes(item.status)) &&
      item.title.toLocaleLowerCase().includes(text),
  );
}
