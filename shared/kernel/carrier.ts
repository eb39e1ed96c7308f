import type { RecordType } from './link.ts';
import type { Permission } from './permissions.ts';

/** Records that staff hang something of their own on: comments and files, which the client never sees. */
export const CARRIER_TYPES = ['finding', 'goal', 'planner-item', 'budget', 'meeting', 'report', 'device'] as const;
export type CarrierType = (typeof CARRIER_TYPES)[number];

export const isCarrier = (type: RecordType): type is CarrierType => (CARRIER_TYPES as readonly string[]).includes(type);

/** Whoever may not read a record may not read what hangs on it either. */
export const READS: Record<CarrierType, Permission> = {
  finding: 'findings:read',
  goal: 'goals:read',
  'planner-item': 'planner:read',
  budget: 'budgets:read',
  meeting: 'meetings:read',
  report: 'reports:read',
  device: 'devices:read',
};
