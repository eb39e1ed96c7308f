import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { FeatureSpec } from '../feature-spec.ts';
import {
  busArn,
  dataRoleArn,
  deadLetterName,
  machineArn,
  mailIdentityArn,
  queueArn,
  queueName,
  tableArn,
  vaultTableName,
} from '../names.ts';
import type { Stage } from '../stages.ts';
import type { Unit } from '../units.ts';
import { walled } from '../walled-statements.ts';
import { type DataTrust, rolesTrusting } from './data-role.ts';
import type { FeatureContext } from './feature-context.ts';

const allow = (actions: string[], resources: string[], conditions?: Record<string, unknown>) =>
  new PolicyStatement({ actions, resources, ...(conditions ? { conditions } : {}) });

/** The tag of a function's role: by it the data roles know whom they trust. */
export function trustOf(unit: Unit, data: FeatureSpec['data']): DataTrust {
  return unit.spec.credentials === 'seal' ? 'credentials' : data;
}

function dataRights(stage: Stage, trust: DataTrust): PolicyStatement[] {
  const roles = rolesTrusting(trust).map((role) => dataRoleArn(stage, role));
  return roles.length > 0 ? [allow(['sts:AssumeRole'], roles)] : [];
}

/** One GetItem a request finds the session or the API key; nothing else of the vault is open to an API function. */
function sessionRights(stage: Stage): PolicyStatement {
  return walled({ actions: ['GetItem'], tables: [tableArn(stage, vaultTableName(stage))], keys: ['s#*', 'k#*'] });
}

/**
 * Vendor credentials: the row `t#<mspId>#cr#<integrationId>` of the vault and the key that wraps its data key. Sealing
 * never reads (its rows are written through the data role `credentials`, in the integration's commit), opening never
 * writes, and a data key opens only under the MSP and the integration it was made for.
 */
function credentialRights(stage: Stage, kind: 'seal' | 'open', key: string): PolicyStatement[] {
  const bound = { Null: { 'kms:EncryptionContext:mspId': 'false', 'kms:EncryptionContext:integrationId': 'false' } };
  if (kind === 'seal') return [allow(['kms:GenerateDataKey'], [key], bound)];
  const rows = { tables: [tableArn(stage, vaultTableName(stage))], keys: ['t#*#cr#*'] };
  return [walled({ actions: ['GetItem'], ...rows }), allow(['kms:Decrypt'], [key], bound)];
}

/** Identity's own secrets (signing key, TOTP seeds) live under a context that no vendor credential can have. */
function identityKeyRights(key: string): PolicyStatement {
  return allow(['kms:GenerateDataKey', 'kms:Decrypt'], [key], {
    StringEquals: { 'kms:EncryptionContext:purpose': 'identity' },
  });
}

function mailRights(stage: Stage): PolicyStatement {
  return allow(['ses:SendEmail'], [mailIdentityArn(stage)], { StringEquals: { 'ses:FromAddress': stage.mailFrom } });
}

function queueRights(stage: Stage, unit: Unit): PolicyStatement {
  return allow(
    ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
    [queueArn(stage, queueName(stage, unit.name))],
  );
}

function streamRights(stage: Stage, unit: Unit, streamArn: string): PolicyStatement[] {
  return [
    allow(
      ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream', 'dynamodb:ListStreams'],
      [streamArn],
    ),
    allow(['sqs:SendMessage'], [queueArn(stage, deadLetterName(stage, unit.name))]),
  ];
}

/** The dispatcher alone reads the list of MSPs and puts work on the queues of scheduled jobs. */
function dispatchRights(stage: Stage, unit: Unit, schedules: readonly Unit[]): PolicyStatement[] {
  const queues = schedules.map((schedule) => queueArn(stage, queueName(stage, schedule.name)));
  return [
    walled({ actions: ['Query'], tables: [tableArn(stage, vaultTableName(stage))], keys: ['msps#*'] }),
    allow(['sqs:SendMessage'], [...queues, queueArn(stage, deadLetterName(stage, unit.name))]),
  ];
}

/** Everything one function may do besides writing its log: read from its kind and its FeatureSpec, nothing implied. */
export function rightsOf(unit: Unit, data: FeatureSpec['data'], context: FeatureContext): PolicyStatement[] {
  const { stage, credentialsKeyArn, streamArn, schedules } = context;
  const { kind, spec } = unit;
  return [
    ...dataRights(stage, trustOf(unit, data)),
    ...(data === 'identity' ? [identityKeyRights(credentialsKeyArn)] : []),
    ...(kind === 'api' ? [sessionRights(stage)] : []),
    ...(kind === 'on' || kind === 'schedule' ? [queueRights(stage, unit)] : []),
    ...(kind === 'stream' ? streamRights(stage, unit, streamArn) : []),
    ...(kind === 'dispatch' ? dispatchRights(stage, unit, schedules) : []),
    ...(kind === 'stream' || spec.publishes ? [allow(['events:PutEvents'], [busArn(stage)])] : []),
    ...(spec.credentials ? credentialRights(stage, spec.credentials, credentialsKeyArn) : []),
    ...(spec.mail ? [mailRights(stage)] : []),
    ...(spec.starts?.length
      ? [
          allow(
            ['states:StartExecution'],
            spec.starts.map((workflow) => machineArn(stage, workflow)),
          ),
        ]
      : []),
  ];
}
