import type { ControlState } from '../../../shared/m365/control.ts';

/** What a status asks a person for. */
export interface Demands {
  help: string;
  /** Label of the proof, where one is asked for. */
  evidence?: string;
  reason?: boolean;
  reasonNeeded?: boolean;
  until?: boolean;
}

const DEMANDS: Record<ControlState, Demands> = {
  to_address: { help: 'Open work: it may become a finding.' },
  planned: { help: 'It will be done; no finding is raised meanwhile.', reason: true },
  in_progress: { help: 'Somebody is at it.', reason: true },
  third_party: {
    help: 'Another tool does this. Counted in our number, not in theirs.',
    evidence: 'Which tool, and where is the proof',
  },
  alternate_mitigation: {
    help: 'Something else stands in for this control. It gives no points.',
    evidence: 'What stands in for it',
  },
  risk_accepted: { help: 'The client lives with it until a day.', reason: true, reasonNeeded: true, until: true },
  not_applicable: { help: 'It does not apply to this client.', reason: true, reasonNeeded: true },
  completed: { help: "Done; it shows as open again while Microsoft's points say otherwise.", reason: true },
};

export function demandsOf(status: ControlState): Demands {
  return DEMANDS[status];
}
