import type { Lane } from './planner-item.ts';

/** Lanes as staff, clients and reports read them. */
export const LANE_WORDS: Record<Lane, string> = {
  security: 'Security',
  infrastructure: 'Infrastructure',
  'microsoft-365': 'Microsoft 365',
  compliance: 'Compliance',
  devices: 'Devices',
  software: 'Software',
  renewals: 'Renewals',
  advisory: 'Advisory',
};
