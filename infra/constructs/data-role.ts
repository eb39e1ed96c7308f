import { AccountRootPrincipal, Effect, PolicyDocument, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { FeatureSpec } from '../feature-spec.ts';
import {
  appTableArns,
  CLEARED_FOLDERS,
  DATA_ROLES,
  type DataRole,
  dataRoleName,
  filesBucket,
  tableArn,
  vaultTableName,
} from '../names.ts';
import type { Stage } from '../stages.ts';
import { READ_ITEMS, WRITE_ITEMS, walled } from '../walled-statements.ts';

/** Role tag by which a function's role says which data roles it may assume. */
export const DATA_TAG = 'fairlead-data';

/** What a function's role is tagged with: its feature's `data`, or `credentials` when it seals vendor secrets as well. */
export type DataTrust = FeatureSpec['data'] | 'credentials';

/** Tag values that each data role trusts. */
const TRUSTED: Record<DataRole, DataTrust[]> = {
  'app-read': ['read', 'read-write', 'credentials', 'identity'],
  'app-write': ['read-write', 'credentials', 'identity'],
  credentials: ['credentials'],
  identity: ['identity'],
};

/** Data roles that trust a tag value. */
export function rolesTrusting(tag: DataTrust): DataRole[] {
  return DATA_ROLES.filter((role) => TRUSTED[role].includes(tag));
}

const MSP_ROWS = ['t#*'];
/** The named exceptions to "every write is a commit": leases and rate buckets are written alone, often and without audit. */
const UNCOMMITTED_ROWS = ['t#*#ls#*', 't#*#rb#*'];

/** The audit trail is appended to: whatever else a policy allows, its rows are neither changed nor deleted. */
function keepAudit(table: string): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.DENY,
    actions: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
    resources: [table],
    conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['t#*#au#*'] } },
  });
}

function appRights(stage: Stage, write: boolean): PolicyStatement[] {
  const [table = '', ...indexes] = appTableArns(stage);
  return [
    walled({ actions: READ_ITEMS, tables: [table, ...indexes], keys: MSP_ROWS }),
    ...(write
      ? [
          walled({ actions: WRITE_ITEMS, tables: [table], keys: MSP_ROWS, inCommit: true }),
          walled({ actions: WRITE_ITEMS, tables: [table], keys: UNCOMMITTED_ROWS }),
          keepAudit(table),
        ]
      : []),
  ];
}

function fileRights(stage: Stage, write: boolean): PolicyStatement[] {
  const files = (pattern: string) => `arn:aws:s3:::${filesBucket(stage)}/${pattern}`;
  const read = new PolicyStatement({
    actions: write ? ['s3:GetObject', 's3:PutObject'] : ['s3:GetObject'],
    resources: [files('t/*')],
  });
  // Exports end by themselves, and files that staff attached may be taken away; every other file stays.
  const clear = new PolicyStatement({
    actions: ['s3:DeleteObject'],
    resources: CLEARED_FOLDERS.map((folder) => files(`t/*/${folder}/*`)),
  });
  return write ? [read, clear] : [read];
}

/** Sealed vendor secrets change in the commit of their integration, and no data role reads them. */
function sealedRights(stage: Stage): PolicyStatement {
  return walled({
    actions: ['PutItem', 'DeleteItem'],
    tables: [tableArn(stage, vaultTableName(stage))],
    keys: ['t#*#cr#*'],
    inCommit: true,
  });
}

/** Logins, people, sessions, slugs: the whole vault but the vendor credentials, which stand under `t#`. */
function vaultRights(stage: Stage): PolicyStatement {
  return walled({
    actions: [...READ_ITEMS, ...WRITE_ITEMS],
    tables: [tableArn(stage, vaultTableName(stage))],
    keys: MSP_ROWS,
    except: true,
  });
}

/**
 * A role that holds the rights on rows and files of *every* MSP and is therefore never used bare: the store assumes it
 * with a session policy that leaves one MSP (or one company of it). Who may assume it is told by the caller's role tag.
 */
export function dataRole(scope: Construct, stage: Stage, role: DataRole): Role {
  const write = role !== 'app-read';
  const statements = [
    ...appRights(stage, write),
    ...(role === 'credentials' ? [sealedRights(stage)] : fileRights(stage, write)),
    ...(role === 'identity' ? [vaultRights(stage)] : []),
  ];
  return new Role(scope, `Data-${role}`, {
    roleName: dataRoleName(stage, role),
    description: `Fairlead ${stage.name}: rows and files, narrowed by a session policy at every use`,
    assumedBy: new AccountRootPrincipal().withConditions({
      StringEquals: { [`aws:PrincipalTag/${DATA_TAG}`]: TRUSTED[role] },
    }),
    inlinePolicies: { rights: new PolicyDocument({ statements }) },
  });
}
