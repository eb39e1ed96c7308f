import type { LineStatus } from '../budgets/budget.ts';
import type { LifecycleState, WarrantyState } from '../devices/lifecycle.ts';
import type { Risk } from '../findings/finding.ts';
import type { Standing } from '../goals/goal.ts';
import { formatMoney } from '../kernel/minor.ts';
import type { Effect, Result } from './agenda.ts';
import type { Value } from './exhibit.ts';
import type { MeetingType, Repeat } from './meeting.ts';

export const TYPE_WORDS: Record<MeetingType, string> = {
  qbr: 'Quarterly review',
  strategy: 'Annual strategy',
  kickoff: 'Kickoff',
  'check-in': 'Check-in',
  'budget-review': 'Budget review',
  'security-review': 'Security review',
  'project-status': 'Project status',
  onboarding: 'Onboarding',
  renewal: 'Renewal',
  internal: 'Internal preparation',
  other: 'Other',
};

export const REPEAT_WORDS: Record<Repeat, string> = {
  monthly: 'Every month',
  'every-two-months': 'Every two months',
  quarterly: 'Every quarter',
  'half-yearly': 'Every half year',
  yearly: 'Every year',
};

export const RESULT_WORDS: Record<Result, string> = {
  open: 'Not reached',
  discussed: 'Discussed',
  approved: 'Approved',
  declined: 'Declined',
  deferred: 'Put off',
  skipped: 'Skipped',
};

/** Stands before figures that a decision has overtaken: they are those on which it was taken. */
export const AS_PRESENTED = 'As presented';

/** What a decision did elsewhere, as the minutes say it. */
export const EFFECT_WORDS: Record<Effect['did'], string> = {
  approved: 'goes ahead on the roadmap',
  declined: 'is off the roadmap',
  'put-off': 'is put off on the roadmap',
  planned: 'is on the roadmap now',
  dismissed: 'is accepted as it is',
  activated: 'is worked at from now on',
  abandoned: 'is given up',
  answered: 'is answered in the budget',
};

export const RISK_WORDS: Record<Risk, string> = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' };

export const LINE_WORDS: Record<LineStatus, string> = {
  draft: 'Draft',
  pending: 'Waits for an answer',
  approved: 'Approved',
  rejected: 'Not now',
};

export const STANDING_WORDS: Record<Standing, string> = {
  proposed: 'Proposed',
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
  achieved: 'Reached',
  abandoned: 'Given up',
};

export const LIFECYCLE_WORDS: Record<LifecycleState, string> = {
  healthy: 'Healthy',
  'due-soon': 'Due within a year',
  due: 'Due now',
  overdue: 'Overdue',
  unknown: 'Age unknown',
  untracked: 'Has no end of its own',
};

export const WARRANTY_WORDS: Record<WarrantyState, string> = {
  active: 'In warranty',
  'expiring-90': 'Warranty ends within 90 days',
  'expiring-60': 'Warranty ends within 60 days',
  'expiring-30': 'Warranty ends within 30 days',
  expired: 'Warranty ended',
  lifetime: 'Warranty for life',
  unknown: 'Warranty unknown',
};

/** A value as text, in the MSP's locale. */
export function valueText(value: Value, locale: string): string {
  const day = (date: string) =>
    new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
      Date.parse(`${date}T00:00:00Z`),
    );
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'money':
      return formatMoney(value.minor, value.currency, locale, true);
    case 'date':
      return day(value.date);
    case 'period':
      return `${day(value.from)} to ${day(value.to)}`;
    case 'percent':
      return `${Math.round(value.percent * 10) / 10}%`;
    case 'number':
      return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value.number);
  }
}
