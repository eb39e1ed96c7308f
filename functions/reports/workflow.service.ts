import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { stepFunctions } from '../_kit/clients/workflows.ts';
import { commit } from '../_kit/commit.ts';
import { env } from '../_kit/env.ts';
import type { Scope } from '../_kit/scope.ts';
import type { Making } from './report-records.ts';

/**
 * Starts the making of a report. The execution bears the report's id (and the attempt, when it is made again), so the fact
 * delivered twice starts one. Source: AWS Step Functions, StartExecution: idempotent for a running execution of the same
 * name and input, ExecutionAlreadyExists for a closed one.
 */
export async function startMaking(scope: Scope, { companyId, reportId, attempt }: Making): Promise<void> {
  try {
    await stepFunctions().send(
      new StartExecutionCommand({
        stateMachineArn: env('MACHINE_REPORT'),
        name: attempt === 1 ? reportId : `${reportId}-${attempt}`,
        input: JSON.stringify({ mspId: scope.mspId, companyId, reportId, attempt }),
      }),
    );
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExecutionAlreadyExists') throw error;
  }
  await commit(scope, []);
}
