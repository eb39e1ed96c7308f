import type { Deployment } from '../aws/template.ts';
import type { FunctionTime } from '../function-time.ts';
import { FunctionWorker } from './function-worker.ts';
import { environmentFor, type Identities } from './identities.ts';
import { functionsOf, type LambdaFunction } from './lambda-function.ts';
import type { FunctionLogs } from './logs.ts';
import { isNamed } from './names.ts';
import { WorkerPool } from './pool.ts';

/** All functions of a deployment, ready to be invoked. */
export class FunctionHost {
  readonly pool: WorkerPool;
  readonly functions: LambdaFunction[];
  readonly #identities: Identities;
  readonly #endpoint: string;
  readonly #byArn: Map<string, LambdaFunction>;
  readonly #environments = new Map<LambdaFunction, Record<string, string>>();

  constructor(
    deployment: Deployment,
    identities: Identities,
    time: FunctionTime,
    logs: FunctionLogs,
    endpoint: string,
  ) {
    this.functions = functionsOf(deployment);
    this.#identities = identities;
    this.#endpoint = endpoint;
    this.#byArn = new Map(this.functions.map((fn) => [fn.arn, fn]));
    this.pool = new WorkerPool(
      (fn) => this.#start(fn, time, logs),
      (fn, { errorType, message, trace }) =>
        logs.complain({ level: 'ERROR', function: fn.name, message: `${errorType}: ${message}`, errorType, trace }),
    );
  }

  byArn = (arn: string): LambdaFunction | undefined => this.#byArn.get(arn.split(':').slice(0, 7).join(':'));

  /** Finds a function by ARN, full name, or the name without its stage (`companies-api`). @throws when it is not one. */
  named(name: string): LambdaFunction {
    const found = this.byArn(name) ?? this.functions.find((fn) => isNamed(fn.name, name));
    if (!found) throw new Error(`The templates have no function ${name}.`);
    return found;
  }

  invoke = (fn: LambdaFunction, event: unknown): Promise<unknown> => this.pool.invoke(fn, event);

  /** Lets a function run another bundle from its next event on. @throws when there is no such function */
  replace(name: string, bundle: string): void {
    const fn = this.named(name);
    fn.bundle = bundle;
    this.pool.replace(fn);
  }

  /** What the function's `process.env` would be, with credentials that stay valid. */
  environmentOf(fn: LambdaFunction): Record<string, string> {
    const known = this.#environments.get(fn);
    if (known) return { ...known };
    const environment = environmentFor(fn, this.#identities.issue(fn), this.#endpoint);
    this.#environments.set(fn, environment);
    return { ...environment };
  }

  #start(fn: LambdaFunction, time: FunctionTime, logs: FunctionLogs): FunctionWorker {
    const creds = this.#identities.issue(fn, { end: () => worker.end(), event: () => worker.event });
    const environment = environmentFor(fn, creds, this.#endpoint);
    const worker = new FunctionWorker(fn, environment, time, (line, requestId) => logs.add(fn.name, line, requestId));
    void worker.ended.then(() => this.#identities.forget(creds.accessKeyId));
    return worker;
  }
}
