import { z } from 'zod';
import { FindingStatus } from '../shared/findings/finding.ts';
import { CompanyId, FindingId } from '../shared/kernel/id.ts';
import { fact } from './define.ts';

/** A source compared what it sees with what stood open; findings came up, changed or healed. */
export const findingsReconciled = fact(
  'findings.company.reconciled',
  1,
  z.object({ companyId: CompanyId, raised: z.int(), changed: z.int(), healed: z.int() }),
  'Findings of a client came up, changed or healed.',
);

/** A person decided about a finding, or took the decision back. */
export const findingDecided = fact(
  'findings.finding.decided',
  1,
  z.object({ companyId: CompanyId, findingId: FindingId, status: FindingStatus }),
  'A finding was decided about, or the decision taken back.',
);
