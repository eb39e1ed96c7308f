import type { FindingStatus, Risk } from '../../../shared/findings/finding.ts';
import type { Feature } from '../../../shared/kernel/features.ts';

/* What addresses are read by, without the words that only pages show. */

const RISKS: Record<Risk, true> = { critical: true, high: true, medium: true, low: true };
/** Worst first, as lists are ordered. */
export const RISK_ORDER = Object.keys(RISKS) as Risk[];

const STATUSES: Record<FindingStatus, true> = { open: true, planned: true, dismissed: true, healed: true };
export const STATUS_ORDER = Object.keys(STATUSES) as FindingStatus[];

/** Features that raise findings. */
export const SOURCE_ORDER = ['m365', 'devices'] as const satisfies readonly Feature[];
