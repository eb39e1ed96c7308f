import type { AnyContractRouter } from '@orpc/contract';
import type { FactDefinition } from '../events/define.ts';

/** Sizes and rights of one function where they differ from the house's defaults. */
export interface FunctionSpec {
  /** Memory in MB (default 512). */
  memory?: number;
  /** Time-out in seconds (default 15 for API, 60 for the rest). */
  timeout?: number;
  /** Encrypt: may seal vendor credentials. Decrypt: may open them. */
  credentials?: 'seal' | 'open';
  /** Messages of its queue that one run takes (default 10); 1 where each waits for somebody outside. */
  batch?: number;
  /** May send mail through SES. */
  mail?: true;
  /** May put facts on the bus: the outbox sweep (the consumer of the outbox stream always may; platform only). */
  publishes?: true;
  /** Access to the files bucket under the actor's wall. */
  files?: 'read' | 'read-write';
  /** State machines it may start, by workflow name (`infra/workflows/<name>.ts`). */
  starts?: readonly string[];
}

/**
 * A job run by the clock, once for each MSP: a rule wakes the schedule dispatcher, which puts one message per MSP on the
 * job's queue, and the job's function works each under that MSP's wall.
 */
export interface ScheduleSpec extends FunctionSpec {
  /** AWS schedule expression, UTC: `rate(15 minutes)` or `cron(0 3 * * ? *)`. */
  every: string;
}

/** A queue consumer of one fact, or of several that it treats alike. */
export interface SubscriberSpec extends FunctionSpec {
  fact: FactDefinition | readonly FactDefinition[];
}

/** The facts that feed a subscriber. */
export function factsOf({ fact }: SubscriberSpec): readonly FactDefinition[] {
  return 'name' in fact ? [fact] : fact;
}

/**
 * Everything a feature may touch: the review surface of its deployment. One folder `functions/<feature>` is deployed by
 * exactly one of these; the mirror test proves that files and spec agree.
 */
export interface FeatureSpec {
  /** The HTTP surface; its routes, permissions and the API function come from it. */
  api?: AnyContractRouter;
  apiFunction?: FunctionSpec;
  /** Trust on the data roles: which of `app-read`, `app-write` and (identity alone) `identity` it may assume. */
  data: 'none' | 'read' | 'read-write' | 'identity';
  /** `on-<name>.ts` handlers by file name without `on-`. */
  on?: Readonly<Record<string, SubscriberSpec>>;
  /** `steps/<name>.ts` handlers by file name: Lambda tasks of this feature's state machines. */
  steps?: Readonly<Record<string, FunctionSpec>>;
  /** `schedule-<name>.ts` handlers by file name. */
  schedules?: Readonly<Record<string, ScheduleSpec>>;
  /** `stream-<name>.ts`: the one consumer of the outbox stream (platform only). */
  stream?: Readonly<Record<string, FunctionSpec>>;
  /** `dispatch-<name>.ts`: the schedule dispatcher, the one reader of the list of MSPs (platform only). */
  dispatch?: Readonly<Record<string, FunctionSpec>>;
  /** State machines this feature owns, by name; definitions stand in `infra/workflows/<name>.ts`. */
  workflows?: readonly string[];
}
