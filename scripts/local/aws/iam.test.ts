// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are IAM's own
import * as iam from 'aws-cdk-lib/aws-iam';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { decide, mayAssume, type Principal, type RoleRecord, rolesOf, type Statement } from './iam.ts';
import { loadDeployment } from './template.ts';
import { ACCOUNT, OPTIONS, removeScratch, sampleStack, synthSampleApp, writeTemplates } from './testing/sample-app.ts';

afterAll(removeScratch);

const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/app-local';
const caller = (policies: Statement[], session?: Statement[]): Principal => ({
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/goals-api/goals-api-1`,
  account: ACCOUNT,
  tags: { 'fairlead-data': 'read', team: 'blue' },
  policies,
  session,
});
const get = { action: 'dynamodb:GetItem', resource: TABLE, context: {} };
const allow = (rest: Partial<Statement>): Statement => ({ Effect: 'Allow', ...rest });
const allowed = (statements: Statement[], request = get) => decide(caller(statements), request).allowed;

describe('a decision', () => {
  it.each([
    [{ Action: 'dynamodb:GetItem', Resource: TABLE }, true],
    [{ Action: 'DYNAMODB:getitem', Resource: TABLE }, true],
    [{ Action: ['s3:*', 'dynamodb:Get*'], Resource: ['arn:aws:s3:::x', TABLE] }, true],
    [{ Action: 'dynamodb:?etItem', Resource: '*' }, true],
    [{ Action: '*', Resource: 'arn:aws:dynamodb' }, true],
    [{ Action: '*', Resource: 'arn:aws:dynamodb:*:*:table/*' }, true],
    [{ Action: 'dynamodb:GetItem', Resource: `${TABLE}/index/*` }, false],
    [{ Action: 'dynamodb:GetItem', Resource: TABLE.toUpperCase() }, false],
    [{ Action: 'dynamodb:BatchGetItem', Resource: '*' }, false],
    [{ NotAction: 's3:*', Resource: TABLE }, true],
    [{ NotAction: ['dynamodb:Get*'], Resource: TABLE }, false],
    [{ Action: 'dynamodb:*', NotResource: 'arn:aws:dynamodb:*:*:table/vault' }, true],
    [{ Action: 'dynamodb:*', NotResource: TABLE }, false],
    [{ Action: 'dynamodb:*' }, false],
    [{ Action: '*', Resource: '*', Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } }, true],
    [{ Action: '*', Resource: '*', Condition: { StringEquals: { 'aws:PrincipalTag/team': 'red' } } }, false],
    [{ Action: '*', Resource: 'arn:aws:dynamodb:*:*:table/${aws:PrincipalTag/team}-*' }, false],
  ] as [Partial<Statement>, boolean][])('by %j is %j', (statement, expected) => {
    expect(allowed([allow(statement)])).toBe(expected);
  });

  it('names the resource by the tags of the caller, never reading wildcards from them', () => {
    const statement = allow({ Action: '*', Resource: 'arn:aws:s3:::files/${aws:PrincipalTag/folder}/*' });
    const as = (folder: string, resource: string) =>
      decide({ ...caller([statement]), tags: { folder } }, { action: 's3:GetObject', resource, context: {} }).allowed;
    expect(as('blue', 'arn:aws:s3:::files/blue/a')).toBe(true);
    expect(as('blue', 'arn:aws:s3:::files/red/a')).toBe(false);
    expect(as('*', 'arn:aws:s3:::files/red/a')).toBe(false);
    expect(as('*', 'arn:aws:s3:::files/*/a')).toBe(true);
  });

  it('knows the role behind the session and lets no request claim to be someone else', () => {
    const onlyRole = allow({
      Action: '*',
      Resource: '*',
      Condition: { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/goals-api` } },
    });
    expect(allowed([onlyRole])).toBe(true);
    const forged = { ...get, context: { 'aws:PrincipalTag/team': 'red', 'AWS:principalArn': 'x' } };
    expect(decide(caller([onlyRole]), forged).allowed).toBe(true);
    const red = allow({ Action: '*', Resource: '*', Condition: { StringEquals: { 'aws:principaltag/team': 'red' } } });
    expect(decide(caller([red]), forged).allowed).toBe(false);
  });

  it('reads context keys whatever their case', () => {
    const statement = allow({
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { 'DynamoDB:select': 'COUNT' } },
    });
    expect(decide(caller([statement]), { ...get, context: { 'dynamodb:Select': 'COUNT' } }).allowed).toBe(true);
  });
});

describe('refusals are worded as AWS words them', () => {
  const user = `User: arn:aws:sts::${ACCOUNT}:assumed-role/goals-api/goals-api-1 is not authorized to perform: dynamodb:GetItem on resource: ${TABLE}`;
  const all = allow({ Action: '*', Resource: '*' });
  const deny: Statement = { Effect: 'Deny', Action: 'dynamodb:*', Resource: '*' };
  const other = allow({ Action: 's3:*', Resource: '*' });
  it.each([
    ['nothing allows', [], undefined, 'because no identity-based policy allows the dynamodb:GetItem action'],
    ['a deny', [all, deny], undefined, 'with an explicit deny in an identity-based policy'],
    ['a deny of the session', [all], [all, deny], 'with an explicit deny in a session policy'],
    ['a silent session', [all], [other], 'because no session policy allows the dynamodb:GetItem action'],
    ['a session cannot widen', [other], [all], 'because no identity-based policy allows the dynamodb:GetItem action'],
    ['an empty session policy', [all], [], 'because no session policy allows the dynamodb:GetItem action'],
  ] as const)('%s', (_, policies, session, because) => {
    const decision = decide(caller([...policies], session && [...session]), get);
    expect(decision).toEqual({ allowed: false, message: `${user} ${because}` });
  });

  it('a session is allowed exactly when identity and session both allow and neither denies', () => {
    const statements = fc.array(fc.constantFrom(all, deny, other), { maxLength: 3 });
    fc.assert(
      fc.property(statements, statements, (identity, session) => {
        const expected = [identity, session].every((set) => set.includes(all) && !set.includes(deny));
        expect(decide(caller(identity, session), get).allowed).toBe(expected);
      }),
    );
  });
});

describe('the roles of a deployment', () => {
  const roles = rolesOf(loadDeployment(synthSampleApp(), OPTIONS));
  const role = (name: string): RoleRecord => {
    const found = roles.get(`arn:aws:iam::${ACCOUNT}:role/${name}`);
    if (!found) throw new Error(`no role ${name}`);
    return found;
  };
  const as = (record: RoleRecord): Principal => ({
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${record.name}/test`,
    account: ACCOUNT,
    tags: record.tags,
    policies: record.policies,
  });
  const service = (arn: string): Principal => ({ arn, account: ACCOUNT, tags: {}, policies: [] });

  it('carry inline and attached statements and tags', () => {
    const api = role('fairlead-local-goals-api');
    expect(api.tags).toEqual({ 'fairlead-data': 'read-write' });
    const may = (action: string, resource: string) => decide(as(api), { action, resource, context: {} }).allowed;
    expect(may('logs:PutLogEvents', '*')).toBe(true);
    expect(may('sts:AssumeRole', `arn:aws:iam::${ACCOUNT}:role/fairlead-local-app-write`)).toBe(true);
    expect(may('s3:GetObject', 'arn:aws:s3:::data-files8e6940b8/t/m1/logo.png')).toBe(true);
    expect(may('s3:PutObject', 'arn:aws:s3:::data-files8e6940b8/t/m1/logo.png')).toBe(false);
    expect(may('dynamodb:GetItem', TABLE)).toBe(false);
  });

  it('trust tagged roles of the account, services by name, and nobody else', () => {
    const write = role('fairlead-local-app-write');
    const api = role('fairlead-local-goals-api');
    expect(mayAssume(write, as(api))).toBe(true);
    expect(mayAssume(write, { ...as(api), tags: { 'fairlead-data': 'read' } })).toBe(false);
    expect(mayAssume(write, { ...as(api), tags: {} })).toBe(false);
    expect(mayAssume(write, { ...as(api), account: '111111111111' })).toBe(false);
    expect(mayAssume(write, service('lambda.amazonaws.com'))).toBe(false);
    expect(mayAssume(api, service('lambda.amazonaws.com'))).toBe(true);
    expect(mayAssume(api, service('states.amazonaws.com'))).toBe(false);
    expect(mayAssume(api, as(write))).toBe(false);
  });

  it('trust by role ARN, by session ARN, by anyone, and not against a deny', () => {
    const api = role('fairlead-local-goals-api');
    const trusting = (...trust: Partial<Statement>[]) =>
      mayAssume({ ...api, trust: trust.map((rest) => allow({ Action: 'sts:AssumeRole', ...rest })) }, as(api));
    expect(trusting({ Principal: { AWS: api.arn } })).toBe(true);
    expect(trusting({ Principal: { AWS: [as(api).arn] } })).toBe(true);
    expect(trusting({ Principal: { AWS: ACCOUNT } })).toBe(true);
    expect(trusting({ Principal: { AWS: '*' } })).toBe(true);
    expect(trusting({ Principal: '*' })).toBe(true);
    expect(trusting({ Principal: { Federated: 'x' } })).toBe(false);
    expect(trusting({})).toBe(false);
    expect(trusting({ Principal: '*' }, { Principal: '*', Effect: 'Deny' })).toBe(false);
    expect(trusting({ Principal: '*', Action: 'sts:TagSession' })).toBe(false);
    const byArn = { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/fairlead-local-*` } };
    expect(trusting({ Principal: { AWS: '*' }, Condition: byArn })).toBe(true);
  });

  it('include managed policies of the templates and ignore those of AWS', () => {
    const { stack, synth } = sampleStack();
    const document = (action: string) =>
      new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ actions: [action], resources: ['*'] })] });
    const named = new iam.ManagedPolicy(stack, 'Named', { document: document('sqs:SendMessage') });
    const own = new iam.Role(stack, 'Own', {
      roleName: 'own',
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [named, iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')],
    });
    new iam.ManagedPolicy(stack, 'Naming', { document: document('sqs:DeleteMessage'), roles: [own] });
    const record = rolesOf(loadDeployment(synth(), OPTIONS)).get(`arn:aws:iam::${ACCOUNT}:role/own`);
    expect(record?.policies.map(({ Action }) => Action).sort()).toEqual(['sqs:DeleteMessage', 'sqs:SendMessage']);
  });

  const odd = (properties: Record<string, unknown>) => {
    const AssumeRolePolicyDocument = { Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: '*' } };
    const Odd = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument, ...properties } };
    return () => rolesOf(loadDeployment(writeTemplates({ Sample: { Resources: { Odd } } }), OPTIONS));
  };
  const policies = (statement: unknown) => ({
    Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: statement } }],
  });
  it.each([
    ['a boundary', { PermissionsBoundary: 'arn:aws:iam::aws:policy/x' }, 'permissions boundaries are not supported'],
    ['no trust', { AssumeRolePolicyDocument: {} }, 'Sample/Odd (trust): the policy document has no Statement'],
    ['an odd effect', policies({ Effect: 'Maybe', Action: '*' }), 'Sample/Odd: Effect must be Allow or Deny'],
    ['no action', policies([{ Effect: 'Allow', Resource: '*' }]), 'needs either Action or NotAction'],
    [
      'an unknown operator',
      policies({ Effect: 'Allow', Action: '*', Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': '::/0' } } }),
      'Condition operator IpAddress is not one the local cloud knows',
    ],
  ])('a role with %s is refused when the deployment is read', (_, properties, message) => {
    expect(odd(properties)).toThrow(message);
  });
});
