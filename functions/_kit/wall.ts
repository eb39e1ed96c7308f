/**
 * The wall between MSPs is IAM. This is the one place that writes session policies: DynamoDB rights by leading key,
 * S3 rights by prefix, `Null: false` beside every key condition (a missing key would pass `ForAllValues`), no Scan, no
 * PartiQL, and writes inside transactions only.
 */

/** AWS refuses longer session policies. */
export const MAX_POLICY = 2_048;

export type Wall =
  | { kind: 'msp' | 'credentials' | 'rate'; mspId: string }
  | { kind: 'client'; mspId: string; companyId: string; userId: string }
  | { kind: 'identity'; mspId?: string };

export interface WalledResources {
  appTable: string;
  vaultTable: string;
  bucket: string;
}

interface Statement {
  Effect: 'Allow';
  Action: string[];
  Resource: string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

/** `*GetItem` is GetItem and BatchGetItem: every character counts against AWS's limit. */
const READ = ['dynamodb:*GetItem', 'dynamodb:Query', 'dynamodb:ConditionCheckItem'];
const WRITE = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'];

function keyed(actions: string[], resources: string[], keys: string[], inTransaction = false): Statement {
  return {
    Effect: 'Allow',
    Action: actions,
    Resource: resources,
    Condition: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
      Null: { 'dynamodb:LeadingKeys': 'false' },
      ...(inTransaction
        ? { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } }
        : {}),
    },
  };
}

const table = (name: string) => `arn:aws:dynamodb:*:*:table/${name}`;
/** A pattern for everything below a key, and the key itself. */
const andBelow = (key: string) => [key, `${key}#*`];

function staffStatements(mspId: string, on: WalledResources): Statement[] {
  const app = table(on.appTable);
  const all = [`t#${mspId}#*`];
  return [
    keyed(READ, [app, `${app}/index/*`], all),
    keyed(WRITE, [app], all, true),
    // The named exceptions to "every write is a commit": leases and rate buckets.
    keyed(WRITE, [app], [`t#${mspId}#ls#*`, `t#${mspId}#rb#*`]),
    { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: [`arn:aws:s3:::${on.bucket}/t/${mspId}/*`] },
    // Exports end by themselves, and files that staff attached may be taken away; every other file stays.
    {
      Effect: 'Allow',
      Action: ['s3:DeleteObject'],
      Resource: ['exports', 'attachments'].map((folder) => `arn:aws:s3:::${on.bucket}/t/${mspId}/${folder}/*`),
    },
  ];
}

/** Sealed vendor secrets are written in the commit of their integration, and read by nobody here. */
function credentialStatements(mspId: string, on: WalledResources): Statement[] {
  const write = ['dynamodb:PutItem', 'dynamodb:DeleteItem'];
  return [...staffStatements(mspId, on), keyed(write, [table(on.vaultTable)], [`t#${mspId}#cr#*`], true)];
}

function clientStatements(wall: Extract<Wall, { kind: 'client' }>, on: WalledResources): Statement[] {
  const app = table(on.appTable);
  const company = andBelow(`t#${wall.mspId}#c#${wall.companyId}`);
  const own = [...andBelow(`t#${wall.mspId}#n#${wall.userId}`), `t#${wall.mspId}#ik#${wall.userId}`];
  return [
    keyed(READ, [app, `${app}/index/gsi1`], [...company, ...own, `t#${wall.mspId}#brand`]),
    keyed(WRITE, [app], [...company, ...own], true),
    keyed(['dynamodb:PutItem'], [app], [`t#${wall.mspId}#ob#*`, `t#${wall.mspId}#au#*`], true),
    {
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: [`arn:aws:s3:::${on.bucket}/t/${wall.mspId}/c/${wall.companyId}/*`],
    },
  ];
}

/** The counters of the MSP's API keys, for a function that answers one and may otherwise only read. */
function rateStatements(mspId: string, on: WalledResources): Statement[] {
  return [keyed(['dynamodb:UpdateItem'], [table(on.appTable)], [`t#${mspId}#rb#*`])];
}

function identityStatements(mspId: string | undefined, on: WalledResources): Statement[] {
  const vault: Statement = { Effect: 'Allow', Action: [...READ, ...WRITE], Resource: [table(on.vaultTable)] };
  return mspId ? [vault, ...staffStatements(mspId, on)] : [vault];
}

function statementsOf(wall: Wall, on: WalledResources): Statement[] {
  if (wall.kind === 'client') return clientStatements(wall, on);
  if (wall.kind === 'identity') return identityStatements(wall.mspId, on);
  if (wall.kind === 'rate') return rateStatements(wall.mspId, on);
  return wall.kind === 'msp' ? staffStatements(wall.mspId, on) : credentialStatements(wall.mspId, on);
}

/**
 * The session policy of a wall as JSON.
 *
 * @throws when it would be longer than AWS accepts
 */
export function sessionPolicy(wall: Wall, on: WalledResources): string {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: statementsOf(wall, on) });
  if (policy.length > MAX_POLICY)
    throw new Error(`The session policy has ${policy.length} characters; AWS accepts ${MAX_POLICY}.`);
  return policy;
}
