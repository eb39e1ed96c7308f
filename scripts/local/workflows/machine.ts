import { decide, type Principal } from '../aws/iam.ts';
import type { Resource } from '../aws/template.ts';
import { FunctionFailure } from '../functions/failure.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';
import type { Execution, Outcome } from '../services/executions.ts';
import { readDefinition, type State } from './definition.ts';

type Engine = typeof import('aws-local-stepfunctions');
type Json = Parameters<InstanceType<Engine['StateMachine']>['run']>[0];
type Handler = (input: Json) => Promise<Json>;

export interface MachineParts {
  /** The machine's role, under which its tasks invoke functions. */
  principal: Principal;
  functionByArn(arn: string): LambdaFunction | undefined;
  invoke(fn: LambdaFunction, event: unknown): Promise<unknown>;
}

/** A state machine of the templates. The engine behind it is loaded and built with the first execution. */
export class WorkflowMachine {
  readonly arn: string;
  readonly name: string;
  readonly #parts: MachineParts;
  readonly #definition: ReturnType<typeof readDefinition>;
  #built: Promise<{ engine: Engine; machine: InstanceType<Engine['StateMachine']> }> | undefined;

  constructor(resource: Resource, parts: MachineParts) {
    this.arn = resource.arn;
    this.name = resource.arn.split(':').at(-1) ?? '';
    this.#parts = parts;
    const { DefinitionString } = resource.properties;
    if (typeof DefinitionString !== 'string') throw new Error(`State machine ${this.name} has no DefinitionString.`);
    this.#definition = readDefinition(this.name, DefinitionString);
  }

  /** Runs an execution; `stop` aborts it. `outcome` rejects only when the definition cannot be run at all. */
  run(execution: Execution): { outcome: Promise<Outcome>; stop(): void } {
    let abort: () => void = () => {
      stopped = true;
    };
    let stopped = false;
    const outcome = this.#build().then(async ({ engine, machine }): Promise<Outcome> => {
      const input = JSON.parse(execution.input) as Json;
      const started = new Date(execution.started).toISOString();
      const running = machine.run(input, {
        overrides: { taskResourceLocalHandlers: this.#handlers() },
        context: {
          Execution: { Id: execution.arn, Input: input, Name: execution.name, StartTime: started },
          StateMachine: { Id: this.arn, Name: this.name },
        },
      });
      abort = running.abort;
      if (stopped) running.abort();
      try {
        return { status: 'SUCCEEDED', output: JSON.stringify(await running.result) };
      } catch (error) {
        if (error instanceof engine.ExecutionAbortedError) return { status: 'ABORTED' };
        if (error instanceof engine.ExecutionTimeoutError) return { status: 'TIMED_OUT', error: 'States.Timeout' };
        return failureOf(error as Error);
      }
    });
    return { outcome, stop: () => abort() };
  }

  #build() {
    this.#built ??= import('aws-local-stepfunctions').then((engine) => ({
      engine,
      machine: new engine.StateMachine(this.#definition.machine as never, { validationOptions: { checkArn: false } }),
    }));
    return this.#built;
  }

  #handlers(): Record<string, Handler> {
    return Object.fromEntries([...this.#definition.tasks].map(([name, state]) => [name, this.#handler(state)]));
  }

  #handler(state: State): Handler {
    return async (input) => {
      if (state.Resource !== 'arn:aws:states:::lambda:invoke') return this.#invoke(String(state.Resource), input);
      const { FunctionName, Payload } = input as { FunctionName: string; Payload?: Json };
      const answer = await this.#invoke(FunctionName, Payload ?? {});
      return { ExecutedVersion: '$LATEST', Payload: answer, StatusCode: 200 };
    };
  }

  async #invoke(arn: string, event: Json): Promise<Json> {
    const fn = this.#parts.functionByArn(arn);
    if (!fn) throw taskError('Lambda.ResourceNotFoundException', `Function not found: ${arn}`);
    const decision = decide(this.#parts.principal, { action: 'lambda:InvokeFunction', resource: fn.arn, context: {} });
    if (!decision.allowed) throw taskError('Lambda.AWSLambdaException', decision.message);
    try {
      return (await this.#parts.invoke(fn, event)) as Json;
    } catch (error) {
      if (!(error instanceof FunctionFailure)) throw error;
      const { errorType, message: errorMessage, trace } = error;
      throw taskError(errorType, JSON.stringify({ errorType, errorMessage, trace }));
    }
  }
}

/** The engine matches Retry and Catch by the error's name and hands its message on as the cause. */
function taskError(name: string, cause: string): Error {
  return Object.assign(new Error(cause), { name });
}

function failureOf(error: Error): Outcome {
  const inner = error.cause instanceof Error ? error.cause : error;
  return { status: 'FAILED', error: inner.name, cause: inner.message };
}
