import type { ActivityKind, Side } from '../../../shared/portal/portal-activity.ts';

/** What of the activity is shown stands in the URL. */
export interface ActivitySearch {
  month?: string;
  kind?: ActivityKind;
  by?: Side;
}

// Not from the contract: that would load a schema library with the first page.
export const KINDS: readonly ActivityKind[] = ['budgets', 'roadmap', 'meetings', 'reports', 'people'];
export const SIDES: readonly Side[] = ['company', 'msp', 'system'];

/** The month that a text means, or undefined. */
export const monthOf = (text: string | undefined): string | undefined =>
  text && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? text : undefined;
