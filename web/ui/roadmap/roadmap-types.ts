import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Quarter, Span } from '../../../shared/planner/roadmap-quarters.ts';
import type { MenuItem } from '../menu-button.tsx';

/** Where a piece of work stands. */
export type RoadmapStatus = 'proposed' | 'approved' | 'in-progress' | 'done';

/** A swimlane. */
export interface RoadmapLane {
  id: string;
  name: string;
}

/** Work on the roadmap, dated or not. Keep unchanged items identical between renders: only changed bars draw again. */
export interface RoadmapWork {
  id: string;
  title: string;
  laneId: string;
  status: RoadmapStatus;
  /** False marks what the client does not see yet. */
  published: boolean;
  /** Estimate in minor units; null without one. */
  amountMinor: number | null;
  /** What recurs, in minor units; absent when nothing does. */
  monthlyMinor?: number;
  annualMinor?: number;
  hours: number | null;
  /** Where it comes from. */
  icons?: readonly { icon: LucideIcon; label: string }[];
  /** A word after amount and hours in the tray: "wait for lease", "saves $540". */
  note?: string;
}

/** Work with its first and last day. */
export interface RoadmapItem extends RoadmapWork, Span {}

/** A finished move. `laneId` is there only when the lane changed. */
export interface RoadmapMove extends Span {
  laneId?: string;
}

/** Puts work into a quarter; a menu calls it for those who do not drag. */
export type MoveTo = (quarter: Quarter) => void;

export interface RoadmapProps {
  quarters: readonly Quarter[];
  lanes: readonly RoadmapLane[];
  items: readonly RoadmapItem[];
  unscheduled: readonly RoadmapWork[];
  /** YYYY-MM-DD in the company's zone. */
  today: string;
  /** ISO 4217. */
  currency: string;
  /** BCP 47. */
  locale: string;
  /** Lets work change lanes, by drag and by the up and down arrows. */
  canChangeLane?: boolean;
  /**
   * Called once for each finished gesture: a drag, a run of arrow keys, a choice in a menu. Change `items` at once (and
   * offer undo): the roadmap forgets its own draft.
   */
  onMove: (id: string, move: RoadmapMove) => void;
  onOpen: (id: string) => void;
  /** Replaces the built-in "Move to quarter" menu of bars and tray cards. */
  renderMenu?: (work: RoadmapWork, moveTo: MoveTo) => ReactNode;
  /** What else can be done with a piece of work, behind three dots. */
  moreOf?: (work: RoadmapWork) => readonly MenuItem[];
  /** Shows "Add without a date" in the tray. */
  onAddUnscheduled?: () => void;
  /** CSS height above which the lanes scroll under their quarters, such as "70vh". */
  maxHeight?: string;
}

/** What is being changed and not yet reported. */
export interface RoadmapDraft extends Span {
  id: string;
  laneId: string;
}
