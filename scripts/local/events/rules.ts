import { matches } from '../aws/event-pattern.ts';
import type { Deployment, Resource } from '../aws/template.ts';

/** An event as EventBridge delivers it. */
export interface BusEvent {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: unknown;
}

export interface RuleTarget {
  Id: string;
  Arn: string;
  Input?: string;
  InputPath?: string;
  InputTransformer?: { InputPathsMap?: Record<string, string>; InputTemplate: string };
  SqsParameters?: { MessageGroupId?: string };
  DeadLetterConfig?: { Arn?: string };
}

export interface Rule {
  name: string;
  arn: string;
  bus: string;
  pattern: object | undefined;
  schedule: string | undefined;
  targets: RuleTarget[];
}

/** The enabled rules of the templates. */
export function rulesOf(deployment: Deployment): Rule[] {
  return deployment
    .ofType('AWS::Events::Rule')
    .filter(({ properties }) => properties.State !== 'DISABLED')
    .map(ruleOf);
}

function ruleOf({ physicalId, arn, properties }: Resource): Rule {
  return {
    name: physicalId.split('|').at(-1) ?? physicalId,
    arn,
    bus: busNameOf(properties.EventBusName),
    pattern: properties.EventPattern as object | undefined,
    schedule: properties.ScheduleExpression as string | undefined,
    targets: (properties.Targets ?? []) as RuleTarget[],
  };
}

/** A bus is named by its name or its ARN; none means the default bus. */
export function busNameOf(nameOrArn: unknown): string {
  return typeof nameOrArn === 'string' && nameOrArn !== '' ? (nameOrArn.split('/').at(-1) ?? 'default') : 'default';
}

/** The rules of this bus whose pattern takes the event. */
export function rulesFor(rules: Rule[], bus: string, event: BusEvent): Rule[] {
  return rules.filter((rule) => rule.bus === bus && rule.pattern !== undefined && matches(rule.pattern, event));
}

/** What a target receives for an event: the event itself, or what its Input, InputPath or InputTransformer makes of it. */
export function inputFor(target: RuleTarget, rule: Rule, event: BusEvent): string {
  if (target.Input !== undefined) return target.Input;
  if (target.InputPath !== undefined) return JSON.stringify(valueAt(event, target.InputPath) ?? null);
  if (!target.InputTransformer) return JSON.stringify(event);
  const { InputPathsMap = {}, InputTemplate } = target.InputTransformer;
  const values: Record<string, unknown> = {
    'aws.events.rule-arn': rule.arn,
    'aws.events.rule-name': rule.name,
    'aws.events.event': event,
    'aws.events.event.json': event,
    'aws.events.event.ingestion-time': event.time,
    ...Object.fromEntries(Object.entries(InputPathsMap).map(([name, path]) => [name, valueAt(event, path)])),
  };
  let quotes = 0;
  return InputTemplate.split(/(<[\w.-]+>|(?<!\\)")/)
    .map((part) => {
      if (part === '"') quotes++;
      const name = part.slice(1, -1);
      if (!part.startsWith('<') || !(name in values)) return part;
      return quotes % 2 === 1 ? bareText(values[name]) : JSON.stringify(values[name] ?? '');
    })
    .join('');
}

/** A value inside a quoted text of the template: without quotes of its own, but escaped. */
function bareText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return JSON.stringify(text).slice(1, -1);
}

/** Follows `$.detail.mspId`. */
export function valueAt(event: unknown, path: string): unknown {
  const steps = path
    .replace(/^\$\.?/, '')
    .split('.')
    .filter((step) => step !== '');
  return steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
    event,
  );
}
