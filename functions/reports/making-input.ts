import { z } from 'zod';
import { CompanyId, ReportId } from '../../shared/kernel/id.ts';

/** What each step of the making is given. */
export const MakingInput = z.object({
  mspId: z.string(),
  companyId: CompanyId,
  reportId: ReportId,
  attempt: z.int().min(1),
});
