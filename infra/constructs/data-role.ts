import { AccountRootPrincipal, Effect, PolicyDocument, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { appTableArns, type DataRole, dataRoleName, filesBucket, tableArn, vaultTableName } from '../names.ts';
import type { Stage } from '../stages.ts';
import { READ_ITEMS, WRITE_ITEMS, walled } from '../walled-statements.ts';

/** Role tag by which a function's role says which data roles it may assume. */
export const DATA_TAG = 'fairlead-data';

/** Tag values that each data role trusts. */
const TRUSTED: Record<DataRole, string[]> = {
  'app-read': ['read', 'read-write', 'identity'],
  'app-write': ['read-write', 'identity'],
  identity: ['identity'],
};

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
    new PolicyStatement({
      actions: write ? ['s3:GetObject', 's3:PutObject'] : ['s3:GetObject'],
      resources: [`arn:aws:s3:::${filesBucket(stage)}/t/*`],
    }),
  ];
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
  const statements = [...appRights(stage, role !== 'app-read'), ...(role === 'identity' ? [vaultRights(stage)] : [])];
  return new Role(scope, `Data-${role}`, {
    roleName: dataRoleName(stage, role),
    description: `Fairlead ${stage.name}: rows and files, narrowed by a session policy at every use`,
    assumedBy: new AccountRootPrincipal().withConditions({
      StringEquals: { [`aws:PrincipalTag/${DATA_TAG}`]: TRUSTED[role] },
    }),
    inlinePolicies: { rights: new PolicyDocument({ statements }) },
  });
}
