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
