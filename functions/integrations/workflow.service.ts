import { VENDORS } from '../../shared/integrations/vendor.ts';
import { startWorkflow } from '../_kit/clients/workflows.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { integrationOf, type RunKey } from './plan.service.ts';
import { RunEntity } from './run.entity.ts';

/** Longest wait of a workflow between two looks at a vendor that asked us to wait, in seconds. */
const LONGEST_WAIT = 300;

/** Starts the workflow of a run. The execution bears the run's id, and the attempt for a run taken up again. */
export async function startRun(scope: Scope, { attempt, ...key }: RunKey & { attempt: number }): Promise<void> {
  const run = await find(scope, RunEntity, RunEntity.get({ mspId: scope.mspId, ...key }), { consistent: true });
  // Heard of late: the run is over, or its integration was disconnected and took it along.
  if (!run || run.finishedAt) return;
  const { vendor } = await integrationOf(scope, key.integrationId);
  const name = attempt === 0 ? key.runId : `${key.runId}-${attempt}`;
  await startWorkflow(VENDORS[vendor].workflow, name, { mspId: scope.mspId, ...key, longestWait: LONGEST_WAIT });
}
