import type { CompanyStatus } from '../../../shared/companies/company.ts';
import type { Tone } from '../../ui/status-icon.tsx';

export const STATUS: Record<CompanyStatus, { word: string; tone: Tone }> = {
  active: { word: 'Active', tone: 'ok' },
  onboarding: { word: 'Onboarding', tone: 'proposed' },
  archived: { word: 'Archived', tone: 'idle' },
};

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A label inside a sentence: "Decides" becomes "decides", "IT liaison" stays. */
export const inSentence = (label: string) =>
  /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
