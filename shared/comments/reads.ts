import type { RecordType } from '../kernel/link.ts';
import type { Permission } from '../kernel/permissions.ts';

/** Records that staff talk about. */
export const COMMENTED_TYPES = ['finding', 'goal', 'planner-item', 'budget', 'meeting', 'report', 'device'] as const;
export type CommentedType = (typeof COMMENTED_TYPES)[number];

export const isCommented = (type: RecordType): type is CommentedType =>
  (COMMENTED_TYPES as readonly string[]).includes(type);

/** Whoever may not read a record may not read what is said about it. */
export const READS: Record<CommentedType, Permission> = {
  finding: 'findings:read',
  goal: 'goals:read',
  'planner-item': 'planner:read',
  budget: 'budgets:read',
  meeting: 'meetings:read',
  report: 'reports:read',
  device: 'devices:read',
};

export const MOST_TEXT = 4_000;
