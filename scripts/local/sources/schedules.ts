import { randomUUID } from 'node:crypto';
import { decide, type Principal } from '../aws/iam.ts';
import { nextRun } from '../aws/schedule-expression.ts';
import type { Deployment, Resource } from '../aws/template.ts';
import { type BusEvent, inputFor, type Rule, type RuleTarget } from '../events/rules.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';
import { isNamed } from '../functions/names.ts';
import type { Permissions } from '../functions/permissions.ts';
import { ACCOUNT, REGION } from '../place.ts';

/** A function that runs by the clock, by an EventBridge rule or an EventBridge Scheduler schedule. */
export interface Schedule {
  name: string;
  expression: string;
  timeZone: string | undefined;
  fn: LambdaFunction;
  /** The function whose queue the input names, when `fn` only fans out to it; otherwise `fn` itself. */
  leadsTo: LambdaFunction;
  /** What the function receives when it runs at this time. */
  inputAt(at: Date): unknown;
  /** Why AWS would not run it, as a sentence; undefined when it may. */
  refusal: string | undefined;
}

export interface ScheduleParts {
  deployment: Deployment;
  rules: Rule[];
  permissions: Permissions;
  functionByArn(arn: string): LambdaFunction | undefined;
  principalOf(roleArn: string): Principal;
  /** Functions by the URL of the queue that feeds them. */
  fedBy: Map<string, LambdaFunction>;
}

/** All schedules of the templates. @throws when one has no function as its target. */
export function schedulesOf(parts: ScheduleParts): Schedule[] {
  const enabled = parts.deployment
    .ofType('AWS::Scheduler::Schedule')
    .filter(({ properties }) => properties.State !== 'DISABLED');
  return [
    ...parts.rules.flatMap((rule) => rule.targets.flatMap((target) => ofRule(parts, rule, target))),
    ...enabled.map((schedule) => ofScheduler(parts, schedule)),
  ];
}

/** The schedules by this name: a rule's or a function's, in full or without the stage (`platform-schedule-sweep`). */
export function schedulesNamed(schedules: Schedule[], name: string): Schedule[] {
  return schedules.filter((schedule) => isNamed(schedule.name, name) || isNamed(schedule.leadsTo.name, name));
}

function ofRule(parts: ScheduleParts, rule: Rule, target: RuleTarget): Schedule[] {
  if (rule.schedule === undefined) return [];
  const fn = targetFunction(parts, target.Arn, rule.name);
  const permitted = parts.permissions.allow(fn.arn, 'events.amazonaws.com', rule.arn);
  const inputAt = (at: Date) => JSON.parse(inputFor(target, rule, tick(rule.arn, at)));
  return [
    {
      name: rule.name,
      expression: rule.schedule,
      timeZone: undefined,
      fn,
      leadsTo: fedByQueueIn(parts, inputAt(new Date())) ?? fn,
      inputAt,
      refusal: permitted ? undefined : `Rule ${rule.name} has no permission to invoke ${fn.name}.`,
    },
  ];
}

function ofScheduler(parts: ScheduleParts, { physicalId, properties }: Resource): Schedule {
  const { Target, ScheduleExpression, ScheduleExpressionTimezone } = properties as {
    Target: { Arn: string; RoleArn: string; Input?: string };
    ScheduleExpression: string;
    ScheduleExpressionTimezone?: string;
  };
  const fn = targetFunction(parts, Target.Arn, physicalId);
  const access = { action: 'lambda:InvokeFunction', resource: fn.arn, context: {} };
  const decision = decide(parts.principalOf(Target.RoleArn), access);
  const inputAt = () => JSON.parse(Target.Input ?? '{}');
  return {
    name: physicalId,
    expression: ScheduleExpression,
    timeZone: ScheduleExpressionTimezone,
    fn,
    leadsTo: fedByQueueIn(parts, inputAt()) ?? fn,
    inputAt,
    refusal: decision.allowed ? undefined : decision.message,
  };
}

function targetFunction({ functionByArn }: ScheduleParts, arn: string, name: string): LambdaFunction {
  const fn = functionByArn(arn);
  if (!fn) throw new Error(`Schedule ${name} leads to ${arn}: only functions can be run by the clock here.`);
  return fn;
}

function fedByQueueIn({ fedBy }: ScheduleParts, input: unknown): LambdaFunction | undefined {
  const values = typeof input === 'object' && input !== null ? Object.values(input) : [];
  return values.map((value) => fedBy.get(String(value))).find((fn) => fn !== undefined);
}

/** The event a rule sends when its time has come. */
function tick(ruleArn: string, at: Date): BusEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: ACCOUNT,
    time: `${at.toISOString().slice(0, 19)}Z`,
    region: REGION,
    resources: [ruleArn],
    detail: {},
  };
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Runs schedules when their time comes, until closed. */
export class Clock {
  readonly #timers = new Map<Schedule, NodeJS.Timeout>();

  constructor(schedules: Schedule[], fire: (schedule: Schedule) => void) {
    for (const schedule of schedules) this.#arm(schedule, fire, new Date());
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #arm(schedule: Schedule, fire: (schedule: Schedule) => void, after: Date): void {
    const due = nextRun(schedule.expression, after, schedule.timeZone);
    if (!due) return;
    const wait = due.getTime() - Date.now();
    const timer = setTimeout(
      () => {
        if (wait > LONGEST_TIMER_MS) return this.#arm(schedule, fire, after);
        fire(schedule);
        this.#arm(schedule, fire, due);
      },
      Math.min(Math.max(wait, 0), LONGEST_TIMER_MS),
    );
    this.#timers.set(schedule, timer);
  }
}
