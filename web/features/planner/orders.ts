import type { ItemStatus, Lane } from '../../../shared/planner/planner-item.ts';

/* What addresses are read by, without the words that only pages show. */

const STATUSES: Record<ItemStatus, true> = {
  idea: true,
  proposed: true,
  presented: true,
  approved: true,
  scheduled: true,
  'in-progress': true,
  'on-hold': true,
  completed: true,
  declined: true,
  deferred: true,
  cancelled: true,
};
export const STATUS_ORDER = Object.keys(STATUSES) as ItemStatus[];

const LANES: Record<Lane, true> = {
  security: true,
  infrastructure: true,
  'microsoft-365': true,
  compliance: true,
  devices: true,
  software: true,
  renewals: true,
  advisory: true,
};
export const LANE_ORDER = Object.keys(LANES) as Lane[];
