import { describe, expect, it } from 'vitest';
import type { Principal, RoleRecord, Statement } from './iam.ts';
import { Credentials, type Creds, type Refusal } from './sts.ts';

const ACCOUNT = '000000000000';
const NOW = new Date('2026-11-22T10:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const APP = `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/app-local`;

const role = (name: string, rest: Partial<RoleRecord>): RoleRecord => ({
  arn: `arn:aws:iam::${ACCOUNT}:role/${name}`,
  name,
  tags: {},
  policies: [],
  trust: [],
  ...rest,
});
const trustTag = (value: string): Statement => ({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  Condition: { StringEquals: { 'aws:PrincipalTag/fairlead-data': [value] } },
});
const items = ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem', 'Query', 'Scan', 'BatchGetItem'];
const write = role('app-write', {
  trust: [trustTag('read-write')],
  policies: [
    {
      Effect: 'Allow',
      Action: [...items, 'BatchWriteItem', 'PartiQL*'].map((one) => `dynamodb:${one}`),
      Resource: [APP, `${APP}/index/*`],
    },
  ],
});
const assume: Statement = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: write.arn };
const api = role('goals-api', { tags: { 'fairlead-data': 'read-write' }, policies: [assume] });
const reader = role('goals-reader', { tags: { 'fairlead-data': 'read' }, policies: [assume] });
const unpermitted = role('goals-other', { tags: { 'fairlead-data': 'read-write' } });

const roles = new Map([write, api, reader, unpermitted].map((one) => [one.arn, one]));
const fresh = () => {
  const credentials = new Credentials(roles);
  const principal = (creds: Creds | Refusal, now = NOW): Principal => {
    if ('code' in creds) throw new Error(creds.message);
    const found = credentials.principalOf(creds.accessKeyId, creds.sessionToken, now);
    if ('code' in found) throw new Error(found.message);
    return found;
  };
  const as = (record: RoleRecord) => principal(credentials.issueForRole(record, 'worker-1'));
  return { credentials, principal, as };
};
const request = { RoleArn: write.arn, RoleSessionName: 'm1' };

describe('credentials of a running function', () => {
  it('look like those of AWS, differ each time and stand for the role', () => {
    const { credentials, as } = fresh();
    const [first, second] = [credentials.issueForRole(api, 'worker-1'), credentials.issueForRole(api, 'worker-2')];
    expect(first.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(first.secretAccessKey).toHaveLength(40);
    expect(new Set([first, second].flatMap((c) => [c.accessKeyId, c.secretAccessKey, c.sessionToken])).size).toBe(6);
    expect(first.expiration).toBeUndefined();
    expect(as(api)).toEqual({
      arn: `arn:aws:sts::${ACCOUNT}:assumed-role/goals-api/worker-1`,
      account: ACCOUNT,
      tags: api.tags,
      policies: api.policies,
      session: undefined,
    });
  });

  it('are known by key id and token together, until they are revoked', () => {
    const { credentials } = fresh();
    const creds = credentials.issueForRole(api, 'worker-1');
    expect(credentials.secretOf(creds.accessKeyId, creds.sessionToken)).toBe(creds.secretAccessKey);
    const unknown = { code: 'InvalidClientTokenId' };
    for (const [id, token] of [
      [creds.accessKeyId, 'other'],
      [creds.accessKeyId, undefined],
      ['ASIAOTHER', creds.sessionToken],
      ['ASIAOTHER', undefined],
    ] as const) {
      expect(credentials.secretOf(id, token)).toBeUndefined();
      expect(credentials.principalOf(id, token, NOW)).toMatchObject(unknown);
    }
    credentials.revoke(creds.accessKeyId);
    expect(credentials.principalOf(creds.accessKeyId, creds.sessionToken, NOW)).toMatchObject(unknown);
  });
});

describe('AssumeRole', () => {
  it('gives the other role to a caller it trusts and who may ask', () => {
    const { credentials, principal, as } = fresh();
    const creds = credentials.assumeRole(as(api), { ...request, DurationSeconds: 900 }, NOW);
    expect(creds).toMatchObject({
      expiration: later(900),
      assumedRole: { arn: `arn:aws:sts::${ACCOUNT}:assumed-role/app-write/m1` },
    });
    expect(principal(creds)).toMatchObject({ policies: write.policies, tags: {} });
    expect(principal(creds).session).toBeUndefined();
  });

  it('lasts an hour unless told otherwise, then answers that it expired', () => {
    const { credentials, as } = fresh();
    const creds = credentials.assumeRole(as(api), request, NOW) as Creds;
    const ask = (seconds: number) => credentials.principalOf(creds.accessKeyId, creds.sessionToken, later(seconds));
    expect(ask(3599)).toHaveProperty('arn');
    expect(ask(3600)).toMatchObject({ code: 'ExpiredTokenException' });
    expect(credentials.secretOf(creds.accessKeyId, creds.sessionToken)).toBe(creds.secretAccessKey);
    credentials.assumeRole(as(api), request, later(3 * 3600));
    expect(ask(3 * 3600)).toMatchObject({ code: 'InvalidClientTokenId' });
  });

  it.each([
    ['a caller the role does not trust', reader, request],
    ['a caller without the permission', unpermitted, request],
    ['a role that does not exist', api, { ...request, RoleArn: `${write.arn}-other` }],
    ['its own role, which trusts services only', api, { ...request, RoleArn: api.arn }],
  ])('refuses %s in the words of STS', (_, caller, asked) => {
    const { credentials, as } = fresh();
    expect(credentials.assumeRole(as(caller), asked, NOW)).toEqual({
      code: 'AccessDenied',
      message: `User: arn:aws:sts::${ACCOUNT}:assumed-role/${caller.name}/worker-1 is not authorized to perform: sts:AssumeRole on resource: ${asked.RoleArn}`,
      status: 403,
    });
  });

  const policy = (statement: unknown) => JSON.stringify({ Version: '2012-10-17', Statement: statement });
  it.each([
    [{ DurationSeconds: 899 }, 'ValidationError', "'durationSeconds'"],
    [{ DurationSeconds: 1000.5 }, 'ValidationError', "'durationSeconds'"],
    [{ DurationSeconds: 3601 }, 'ValidationError', 'exceeds the 1 hour session limit'],
    [{ RoleSessionName: 'm' }, 'ValidationError', "'roleSessionName'"],
    [{ RoleSessionName: 'm 1' }, 'ValidationError', "'roleSessionName'"],
    [{ Policy: policy('x'.repeat(2048)) }, 'ValidationError', 'Member must have length less than or equal to 2048'],
    [{ Policy: '{' }, 'MalformedPolicyDocument', 'invalid Json'],
    [{ Policy: '{}' }, 'MalformedPolicyDocument', 'has no Statement'],
    [{ Policy: 'null' }, 'MalformedPolicyDocument', 'has no Statement'],
    [
      { Policy: policy({ Effect: 'Allow', Action: '*', Resource: '*', Condition: { Odd: {} } }) },
      'MalformedPolicyDocument',
      'Condition operator Odd',
    ],
  ])('refuses %j', (rest, code, message) => {
    const { credentials, as } = fresh();
    const answer = credentials.assumeRole(as(api), { ...request, ...rest }, NOW);
    expect(answer).toMatchObject({ code, status: 400, message: expect.stringContaining(message) });
  });

  it('accepts a session policy of exactly 2048 characters', () => {
    const { credentials, as } = fresh();
    const all = policy({ Effect: 'Allow', Action: '*', Resource: '*' });
    expect(credentials.assumeRole(as(api), { ...request, Policy: all.padEnd(2048) }, NOW)).toHaveProperty(
      'accessKeyId',
    );
    expect(credentials.assumeRole(as(api), { ...request, Policy: all.padEnd(2049) }, NOW)).toHaveProperty('code');
  });
});
