import { filesBucketName, type Stage } from './stages.ts';
import { type Unit, unitName } from './units.ts';

/**
 * Names and ARNs of everything that has a name of its own. Stacks meet by these names instead of exports, so that one
 * stack can be changed without unlocking another; only generated ids (API, stream, keys) cross as references.
 */

/** Limits of the services: a name that would be cut is refused here, with the word to shorten. */
const LIMITS = { function: 64, queue: 80, rule: 64, machine: 80 } as const;

function named(stage: Stage, kind: keyof typeof LIMITS, suffix: string): string {
  const name = `fairlead-${stage.name}-${suffix}`;
  if (name.length > LIMITS[kind]) {
    throw new Error(
      `${kind} name ${name} has ${name.length} characters, AWS allows ${LIMITS[kind]}: shorten the file name.`,
    );
  }
  return name;
}

function arn(stage: Stage, service: string, resource: string): string {
  return `arn:aws:${service}:${stage.region}:${stage.account}:${resource}`;
}

export const stackName = (stage: Stage, what: string): string => `fairlead-${stage.name}-${what}`;

export const appTableName = (stage: Stage): string => `fairlead-${stage.name}-app`;
export const vaultTableName = (stage: Stage): string => `fairlead-${stage.name}-vault`;
export const tableArn = (stage: Stage, name: string): string => arn(stage, 'dynamodb', `table/${name}`);

export const GSIS = ['gsi1', 'gsi2', 'gsi3', 'gsi4'] as const;
/** What an index holds of a row beside its keys: functions/_kit/stored-row.ts puts it there. */
export const INDEXED_FIELDS = ['e', 'v', 'ttl', 'd'];

/** The app table and each of its indexes, listed: no wildcard. */
export function appTableArns(stage: Stage): string[] {
  const table = tableArn(stage, appTableName(stage));
  return [table, ...GSIS.map((index) => `${table}/index/${index}`)];
}

export const filesBucket = (stage: Stage): string => filesBucketName(stage.name, stage.account);

export const siteBucketName = (stage: Stage): string => `fairlead-${stage.name}-site-${stage.account}`;

/** Folders of an MSP's files from which its functions delete; every other file stays. */
export const CLEARED_FOLDERS = ['exports', 'attachments'] as const;

export const DATA_ROLES = ['app-read', 'app-write', 'credentials', 'identity'] as const;
export type DataRole = (typeof DATA_ROLES)[number];
export const dataRoleName = (stage: Stage, role: DataRole): string => `fairlead-${stage.name}-data-${role}`;
export function dataRoleArn(stage: Stage, role: DataRole): string {
  return `arn:aws:iam::${stage.account}:role/${dataRoleName(stage, role)}`;
}

export const busName = (stage: Stage): string => `fairlead-${stage.name}`;
export const busArn = (stage: Stage): string => arn(stage, 'events', `event-bus/${busName(stage)}`);

export const functionName = (stage: Stage, unit: string): string => named(stage, 'function', unit);
export const functionArn = (stage: Stage, unit: string): string =>
  arn(stage, 'lambda', `function:${functionName(stage, unit)}`);
export const logGroupName = (stage: Stage, unit: string): string => `/aws/lambda/${functionName(stage, unit)}`;

export const queueName = (stage: Stage, unit: string): string => named(stage, 'queue', unit);
export const deadLetterName = (stage: Stage, unit: string): string => named(stage, 'queue', `${unit}-dlq`);
export const queueArn = (stage: Stage, name: string): string => arn(stage, 'sqs', name);

/** Rules of the clock share a prefix, so one permission on the dispatcher covers them all. */
export const scheduleRulePrefix = (stage: Stage): string => `fairlead-${stage.name}-clock-`;
export function scheduleRuleName(stage: Stage, unit: Unit): string {
  return named(stage, 'rule', `clock-${unit.feature}-${unit.what}`);
}
export const defaultBusRuleArn = (stage: Stage, name: string): string => arn(stage, 'events', `rule/${name}`);
export const subscriberRuleName = (stage: Stage, unit: Unit): string => named(stage, 'rule', unit.name);
export function busRuleArn(stage: Stage, name: string): string {
  return arn(stage, 'events', `rule/${busName(stage)}/${name}`);
}

/** The one function that the clock wakes: it puts a message per MSP on the queue of the job that is due. */
export const DISPATCHER = unitName('platform', 'dispatch', 'schedules');

export const machineName = (stage: Stage, workflow: string): string => named(stage, 'machine', workflow);
export function machineArn(stage: Stage, workflow: string): string {
  return arn(stage, 'states', `stateMachine:${machineName(stage, workflow)}`);
}
/** Variable in which a function finds the ARN of a machine it may start. */
export function machineVariable(workflow: string): `MACHINE_${string}` {
  return `MACHINE_${workflow.toUpperCase().replaceAll('-', '_')}`;
}

export const mailDomain = (stage: Stage): string => stage.mailFrom.slice(stage.mailFrom.indexOf('@') + 1);
export const mailIdentityArn = (stage: Stage): string => arn(stage, 'ses', `identity/${mailDomain(stage)}`);

export const originVerifySecretName = (stage: Stage): string => `fairlead-${stage.name}-origin-verify`;
