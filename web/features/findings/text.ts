import type { DismissReason, FindingStatus, WorkStanding } from '../../../shared/findings/finding.ts';
import type { Feature } from '../../../shared/kernel/features.ts';
import type { SOURCE_ORDER } from './orders.ts';

/** The views of the list; `none` is said when a view is empty. */
export const STATUSES: Record<FindingStatus, { word: string; fact: string; none: string }> = {
  open: {
    word: 'Needs a decision',
    fact: 'open',
    none: 'What your connected sources see and what needs a decision stands here, worst first.',
  },
  planned: { word: 'Planned', fact: 'planned', none: 'Findings that became work on a roadmap stand here.' },
  dismissed: {
    word: 'Dismissed',
    fact: 'dismissed',
    none: 'Findings that were put aside stand here with the reason, and can be opened again.',
  },
  healed: { word: 'Healed', fact: 'healed', none: 'Findings that their source no longer sees stand here.' },
};

export const REASONS: Record<DismissReason, string> = {
  'wrong-data': 'The data is wrong',
  duplicate: 'Duplicate of another finding',
  'not-in-scope': 'Not in our scope',
  'risk-accepted': 'The client accepts the risk',
};

/** What became of the work for a finding that opened again. */
const WORK: Partial<Record<string, string>> = {
  completed: 'The work for it is done, and it is still there',
  archived: 'Its planner item was archived',
  declined: 'Its planner item was declined',
  cancelled: 'Its planner item was cancelled',
} satisfies Record<Exclude<WorkStanding, 'ahead'>, string>;

/** Why a finding opened again, out of its history: what had been decided, or what became of its work. */
export function openedAgain(was: string | undefined): string {
  if (was === undefined) return 'Opened again';
  const work = WORK[was];
  return work ? `Opened again. ${work}` : `Opened again. It was dismissed: ${REASONS[was as DismissReason] ?? was}`;
}

/** Sources as people know them; a feature that is not named here raises no findings. */
export const SOURCES: Partial<Record<Feature, string>> & Record<(typeof SOURCE_ORDER)[number], string> = {
  m365: 'Microsoft 365',
  devices: 'Devices',
};
