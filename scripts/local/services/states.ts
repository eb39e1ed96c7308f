import { randomUUID } from 'node:crypto';
import type { Activity } from '../activity.ts';
import type { AccessRequest } from '../aws/iam.ts';
import { type AwsCall, type AwsService, awsJson, ServiceError, targetOf, textField } from '../gateway/aws-call.ts';
import type { HttpReply } from '../gateway/http.ts';
import { arnOf } from '../place.ts';
import type { WorkflowMachine } from '../workflows/machine.ts';
import type { Execution, Executions } from './executions.ts';

/** Step Functions: StartExecution, DescribeExecution, ListExecutions, StopExecution. */
export class States implements AwsService {
  readonly #machines: Map<string, WorkflowMachine>;
  readonly #executions: Executions;
  readonly #activity: Activity;
  readonly #running = new Map<string, { stop(): void }>();
  #closed = false;

  constructor(machines: WorkflowMachine[], executions: Executions, activity: Activity) {
    this.#machines = new Map(machines.map((machine) => [machine.arn, machine]));
    this.#executions = executions;
    this.#activity = activity;
  }

  operationOf = targetOf;

  access({ operation, input }: AwsCall): AccessRequest[] {
    const ofMachine = operation === 'StartExecution' || operation === 'ListExecutions';
    const resource = textField(input, ofMachine ? 'stateMachineArn' : 'executionArn');
    return [{ action: `states:${operation}`, resource, context: {} }];
  }

  async handle(call: AwsCall): Promise<HttpReply> {
    const { operation, input } = call;
    if (operation === 'StartExecution') return awsJson(call, this.#start(input));
    if (operation === 'ListExecutions') return awsJson(call, this.#list(input));
    if (operation === 'DescribeExecution') return awsJson(call, describe(this.#get(input)));
    if (operation === 'StopExecution') return awsJson(call, this.#stop(input));
    throw new ServiceError('UnknownOperationException', `The local cloud does not answer states:${operation}.`);
  }

  /** Aborts what runs; its record says interrupted, as after a crash. Does not wait for functions in mid-call. */
  close(): void {
    this.#closed = true;
    for (const [arn, { stop }] of this.#running) {
      this.#executions.end(arn, { status: 'ABORTED', error: 'interrupted', cause: 'The local cloud was stopped.' });
      stop();
    }
  }

  /** The same name with the same input while it runs is the same execution; any other use of a name is refused. */
  #start(input: Record<string, unknown>): object {
    const machine = this.#machine(input);
    const name = input.name === undefined ? randomUUID() : textField(input, 'name');
    if (!/^[\w+!@.()=,-]{1,80}$/.test(name)) throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
    const text = input.input === undefined ? '{}' : textField(input, 'input');
    if (!isJson(text))
      throw new ServiceError('InvalidExecutionInput', 'Invalid State Machine Execution Input: not JSON.');
    const arn = arnOf('states', `execution:${machine.name}:${name}`);
    const earlier = this.#executions.get(arn);
    if (earlier && (earlier.status !== 'RUNNING' || earlier.input !== text))
      throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    const execution = earlier ?? this.#executions.begin({ arn, machine: machine.arn, name, input: text });
    if (!earlier) this.#run(machine, execution);
    return { executionArn: arn, startDate: execution.started / 1000 };
  }

  #run(machine: WorkflowMachine, execution: Execution): void {
    const done = this.#activity.begin('execution');
    const { outcome, stop } = machine.run(execution);
    void outcome
      .catch((error: Error) => ({ status: 'FAILED' as const, error: 'States.Runtime', cause: error.message }))
      .then((result) => {
        this.#running.delete(execution.arn);
        if (!this.#closed) this.#executions.end(execution.arn, result);
        done();
      });
    this.#running.set(execution.arn, { stop });
  }

  #stop(input: Record<string, unknown>): object {
    const { arn } = this.#get(input);
    const [error, cause] = [input.error, input.cause].map((text) => (text === undefined ? undefined : String(text)));
    this.#executions.end(arn, { status: 'ABORTED', error, cause });
    this.#running.get(arn)?.stop();
    return { stopDate: (this.#get(input).stopped ?? Date.now()) / 1000 };
  }

  #list(input: Record<string, unknown>): object {
    const machine = this.#machine(input);
    const limit = Math.min(Number(input.maxResults ?? 100), 1000);
    const offset = Number(input.nextToken ?? 0);
    const status = input.statusFilter === undefined ? undefined : String(input.statusFilter);
    const found = this.#executions.list(machine.arn, status, limit + 1, offset);
    return {
      executions: found.slice(0, limit).map((execution) => {
        const { executionArn, stateMachineArn, name, status: state, startDate, stopDate } = describe(execution);
        return { executionArn, stateMachineArn, name, status: state, startDate, stopDate };
      }),
      ...(found.length > limit && { nextToken: String(offset + limit) }),
    };
  }

  #machine(input: Record<string, unknown>): WorkflowMachine {
    const arn = textField(input, 'stateMachineArn');
    const machine = this.#machines.get(arn);
    if (!machine) throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    return machine;
  }

  #get(input: Record<string, unknown>): Execution {
    const arn = textField(input, 'executionArn');
    const execution = this.#executions.get(arn);
    if (!execution) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return execution;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function describe(execution: Execution) {
  const { arn, machine, name, status, input, output, error, cause, started, stopped } = execution;
  return {
    executionArn: arn,
    stateMachineArn: machine,
    name,
    status,
    startDate: started / 1000,
    stopDate: stopped === null ? undefined : stopped / 1000,
    input,
    output: output ?? undefined,
    error: error ?? undefined,
    cause: cause ?? undefined,
  };
}
