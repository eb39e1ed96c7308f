import { startWorkflow } from '../_kit/clients/workflows.ts';
import { commit } from '../_kit/commit.ts';
import type { Scope } from '../_kit/scope.ts';
import type { Writing } from './export-records.ts';

/** Starts the writing of an export. The execution bears the export's id, and the attempt when it is taken up again. */
export async function startWriting(scope: Scope, { userId, exportId, attempt }: Omit<Writing, 'mspId'>): Promise<void> {
  const name = attempt === 1 ? exportId : `${exportId}-${attempt}`;
  await startWorkflow('export', name, { mspId: scope.mspId, userId, exportId, attempt });
  await commit(scope, []);
}
