import { commit } from '../../_kit/commit.ts';
import { newId } from '../../_kit/new-id.ts';
import { change, put } from '../../_kit/operations.ts';
import { revised } from '../../_kit/record.ts';
import { type Scope, systemScope } from '../../_kit/scope.ts';
import { as } from '../../_kit/testing/world.ts';
import { IntegrationEntity } from '../integration.entity.ts';
import { integrationOf } from '../plan.service.ts';
import type { StepKey } from '../pull.service.ts';
import { RunEntity } from '../run.entity.ts';
import { freshRun } from '../runs.service.ts';

/** Runs work of a sync in process, under the role of the step that pulls. */
export function asPull<T>(mspId: string, work: (scope: Scope) => Promise<T>): Promise<T> {
  return as('m365-step-pull', () => work(systemScope(mspId, 'm365-step-pull')));
}

/** A run that no workflow works: the test calls its steps. */
export async function strayRun(scope: Scope, integrationId: string): Promise<StepKey> {
  const runId = newId();
  const integration = await integrationOf(scope, integrationId);
  const run = freshRun(scope, integrationId, runId, 'person');
  const named = revised(scope, integration, { runId });
  await commit(scope, [put(RunEntity, run), change(IntegrationEntity, integration, named)]);
  return { integrationId, runId, fence: 0, longestWait: 1 };
}
