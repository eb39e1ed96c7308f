import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { env } from '../env.ts';
import { perKeys } from './aws.ts';

/** Step Functions under the function's own role: only the machines that its FeatureSpec lists. */
const stepFunctions = perKeys((config) => new SFNClient(config));

/**
 * Starts a workflow under a name, once: a fact delivered twice starts one. Source: AWS Step Functions, StartExecution:
 * idempotent for a running execution of the same name and input, ExecutionAlreadyExists for a closed one.
 *
 * @param workflow name of its file in `infra/workflows`
 */
export async function startWorkflow(workflow: string, name: string, input: object): Promise<void> {
  const machine = `MACHINE_${workflow.toUpperCase().replaceAll('-', '_')}` as const;
  try {
    await stepFunctions().send(
      new StartExecutionCommand({ stateMachineArn: env(machine), name, input: JSON.stringify(input) }),
    );
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExecutionAlreadyExists') throw error;
  }
}
