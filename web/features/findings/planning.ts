import type { FindingRow } from '../../../shared/findings/finding.ts';

/** How the work of a finding is planned: dates (none: the unscheduled tray), the whole one-time estimate, and hours. */
export interface PlanChoice {
  dates?: { start: string; end: string };
  /** Minor units of `currency`, labour included. */
  minor: number;
  currency: string;
  hours: number;
}

/**
 * Makes the planner item of a finding; the console's routes give it, because the planner is another feature. `open` goes to
 * the new item.
 */
export type PlanFinding = (finding: FindingRow, choice: PlanChoice) => Promise<{ open: () => void }>;

/** What the page knows of the client whose finding is open. */
export interface FindingClient {
  companyId: string;
  name: string;
  /** 1-12. */
  fiscalYearStart: number;
  currency: string;
}

/** What a finding proposes for its plan. Hours go in quarters, as the planner keeps them. */
export function proposedPlan({ estimate }: Pick<FindingRow, 'estimate'>, currency: string) {
  const hours = Math.round((estimate?.hours ?? 0) * 4) / 4;
  return { minor: estimate?.minor ?? 0, currency: estimate?.currency ?? currency, hours };
}
