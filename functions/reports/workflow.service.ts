import { startWorkflow } from '../_kit/clients/workflows.ts';
import { commit } from '../_kit/commit.ts';
import type { Scope } from '../_kit/scope.ts';
import type { Making } from './report-records.ts';

/** Starts the making of a report. The execution bears the report's id, and the attempt when it is made again. */
export async function startMaking(scope: Scope, { companyId, reportId, attempt }: Making): Promise<void> {
  const name = attempt === 1 ? reportId : `${reportId}-${attempt}`;
  await startWorkflow('report', name, { mspId: scope.mspId, companyId, reportId, attempt });
  await commit(scope, []);
}
