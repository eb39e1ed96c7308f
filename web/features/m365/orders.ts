import type { ControlState } from '../../../shared/m365/control.ts';

/* What addresses are read by, without the words that only pages show. */

const STATES: Record<ControlState, true> = {
  to_address: true,
  in_progress: true,
  planned: true,
  third_party: true,
  alternate_mitigation: true,
  risk_accepted: true,
  not_applicable: true,
  completed: true,
};
export const CONTROL_STATE_ORDER = Object.keys(STATES) as ControlState[];
export const CATEGORY_ORDER = ['Identity', 'Apps', 'Device', 'Data', 'Infrastructure'] as const;
