import type { ItemStatus } from '../../../shared/planner/planner-item.ts';
import type { FrozenBudget, FrozenScore } from '../../../shared/reports/snapshot.ts';
import { INK, type Node, px, say } from './paper.ts';

/** Marks are told apart by shape alone: paper is often printed grey. */
const SHAPES = {
  check: '<circle cx="8" cy="8" r="6.5"/><path d="M5.2 8.2l2 2 3.6-4.2"/>',
  cross: '<circle cx="8" cy="8" r="6.5"/><path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4"/>',
  dot: '<circle cx="8" cy="8" r="6.5"/><circle cx="8" cy="8" r="1.2" fill="INK"/>',
  warn: '<path d="M8 1.9l6.4 11.6H1.6z" stroke-linejoin="round"/><path d="M8 6.4v3.4M8 11.6v.2"/>',
  dashed: '<circle cx="8" cy="8" r="6.5" stroke-dasharray="2.6 1.9"/>',
  proposed: '<circle cx="8" cy="8" r="6.5" stroke-dasharray="2.6 1.9"/><circle cx="8" cy="8" r="1.2" fill="INK"/>',
  bar: '<circle cx="8" cy="8" r="6.5"/><path d="M5.2 8h5.6"/>',
} as const;
export type Shape = keyof typeof SHAPES;

export const STANDING_MARKS: Record<FrozenScore['controls'][number]['standing'], Shape> = {
  'to-decide': 'warn',
  planned: 'dot',
  'in-progress': 'dashed',
  'other-tool': 'proposed',
  'other-way': 'proposed',
  'risk-accepted': 'bar',
  done: 'check',
};

export const ITEM_MARKS: Record<ItemStatus, Shape> = {
  idea: 'dashed',
  proposed: 'proposed',
  presented: 'proposed',
  approved: 'dot',
  scheduled: 'dot',
  'in-progress': 'dashed',
  'on-hold': 'bar',
  completed: 'check',
  declined: 'cross',
  deferred: 'bar',
  cancelled: 'cross',
};

export const LINE_MARKS: Record<FrozenBudget['lines'][number]['status'], Shape> = {
  approved: 'check',
  pending: 'proposed',
  rejected: 'cross',
};

/** A mark and its word, as a cell. */
export function marked(shape: Shape, word: string): Node {
  const body = SHAPES[shape].replaceAll('INK', INK.muted);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><g fill="none" stroke="${INK.muted}"` +
    ` stroke-width="1.25" stroke-linecap="round">${body}</g></svg>`;
  return {
    columns: [{ svg, width: px(14), margin: [0, 0.75, 0, 0] }, say(word, 'body', { width: '*' })],
    columnGap: px(6),
  };
}
