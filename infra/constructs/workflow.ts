import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  CfnStateMachine,
  CustomState,
  type IChainable,
  JitterType,
  type RetryProps,
  StateGraph,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { functionArn, machineName } from '../names.ts';
import type { Stage } from '../stages.ts';
import { unitName } from '../units.ts';
import { refuseUnportable } from '../workflow-rules.ts';

/** What a workflow's definition builds with: CDK's own states (Choice, Map, Wait ...) in `scope`, and `task` for its steps. */
export interface WorkflowKit {
  scope: Construct;
  /**
   * A state that calls `steps/<step>.ts` of the owning feature with the state's input (or `payload`) and goes on with
   * what it returns. Add retries for the vendor's own errors with `.addRetry`; lost Lambda calls are retried already.
   */
  task(state: string, step: string, payload?: Record<string, unknown>): CustomState;
}

/** A workflow as written in `infra/workflows/<name>.ts`. */
export type WorkflowDefinition = (kit: WorkflowKit) => IChainable;

/** Errors of the Lambda service itself, not of the step (AWS Step Functions, "Handle transient Lambda service exceptions"). */
const LOST_CALLS: RetryProps = {
  errors: [
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
  ],
  interval: Duration.seconds(2),
  maxAttempts: 6,
  backoffRate: 2,
  jitterStrategy: JitterType.FULL,
};

const MOST_SECONDS = 6 * 60 * 60;

/** Step Functions creates its log delivery itself and accepts no narrower resource for that (its guide, "Logging"). */
const DELIVER_LOGS = new PolicyStatement({
  actions: [
    'logs:CreateLogDelivery',
    'logs:GetLogDelivery',
    'logs:UpdateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:DescribeResourcePolicies',
    'logs:DescribeLogGroups',
  ],
  resources: ['*'],
});

interface WorkflowProps {
  stage: Stage;
  name: string;
  feature: string;
  definition: WorkflowDefinition;
  /** Steps of the feature, by file name. */
  steps: readonly string[];
}

/** A state machine whose tasks are the steps of one feature, with a role that may call exactly those it uses. */
export class Workflow extends Construct {
  constructor(scope: Construct, { stage, name, feature, definition, steps }: WorkflowProps) {
    super(scope, name);
    const called = new Set<string>();
    const start = definition({
      scope: this,
      task: (state, step, payload) => {
        if (!steps.includes(step)) {
          throw new Error(
            `infra/workflows/${name}.ts calls ${step}, but infra/features/${feature}.ts has no such step.`,
          );
        }
        const target = functionArn(stage, unitName(feature, 'step', step));
        called.add(target);
        return new CustomState(this, state, {
          stateJson: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Parameters: { FunctionName: target, ...(payload ? { Payload: payload } : { 'Payload.$': '$' }) },
            OutputPath: '$.Payload',
          },
        }).addRetry(LOST_CALLS);
      },
    });
    const graph = new StateGraph(start.startState, name).toGraphJson();
    refuseUnportable(name, Stack.of(this).resolve(graph));
    this.#machine(stage, name, graph, [...called]);
  }

  #machine(stage: Stage, name: string, graph: object, called: string[]): void {
    const log = new LogGroup(this, 'Log', {
      logGroupName: `/aws/vendedlogs/states/${machineName(stage, name)}`,
      retention: stage.retention.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const callSteps = new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: called });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stage.account } },
      }),
      inlinePolicies: { rights: new PolicyDocument({ statements: [callSteps, DELIVER_LOGS] }) },
    });
    new CfnStateMachine(this, 'Machine', {
      stateMachineName: machineName(stage, name),
      stateMachineType: 'STANDARD',
      roleArn: role.roleArn,
      definitionString: Stack.of(this).toJsonString({ ...graph, TimeoutSeconds: MOST_SECONDS }),
      loggingConfiguration: {
        level: 'ALL',
        // Inputs and outputs are customers' data: they stay out of the log.
        includeExecutionData: false,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: log.logGroupArn } }],
      },
    });
  }
}
