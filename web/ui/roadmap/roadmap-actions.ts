import type { ReactNode } from 'react';
import type { RoadmapItem, RoadmapWork } from './roadmap-types.ts';
import type { RoadmapMoney } from './roadmap-words.ts';

/** What bars and cards may ask of the roadmap. One object for its life (until currency or locale change): bars stay memoised. */
export interface RoadmapActions {
  money: RoadmapMoney;
  locale: string;
  open: (id: string) => void;
  /** An arrow key on a bar. */
  key: (item: RoadmapItem, key: string, shift: boolean) => void;
  /** Reports what the arrow keys changed so far. */
  settleKeys: () => void;
  cancel: () => void;
  /** The menu of one piece of work. */
  menu: (work: RoadmapWork) => ReactNode;
  /** What else can be done with it; finger size on a phone. */
  more: (work: RoadmapWork, large?: boolean) => ReactNode;
}
