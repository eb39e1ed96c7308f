import { expect, it } from 'vitest';
import type { RoleRecord } from '../aws/iam.ts';
import { Credentials } from '../aws/sts.ts';
import type { Caller } from '../gateway/aws-call.ts';
import { Identities } from './identities.ts';
import type { LambdaFunction } from './lambda-function.ts';

const role: RoleRecord = {
  arn: 'arn:aws:iam::111111111111:role/notes',
  name: 'notes',
  tags: {},
  policies: [],
  trust: [{ Effect: 'Allow', Action: ['sts:AssumeRole'], Principal: { Service: 'lambda.amazonaws.com' } }] as never,
};
const fn = (name: string) => ({ name, roleArn: role.arn }) as LambdaFunction;

it('knows which function acts, however many sessions came after it, until its environment ends', () => {
  const roles = new Map([[role.arn, role]]);
  const identities = new Identities(roles, new Credentials(roles));
  const { accessKeyId: long } = identities.issue(fn('notes-api'), {} as Caller['worker']);
  identities.derive(long, 'in-use');
  identities.derive(long, 'once');
  for (let at = 0; at < 5_000; at += 1) {
    identities.derive(long, `passing-${at}`);
    expect(identities.originOf('in-use').functionName).toBe('notes-api');
  }
  expect(identities.originOf('once').functionName).toBeUndefined();
  expect(identities.originOf(long).functionName).toBe('notes-api');
  identities.forget(long);
  expect(identities.originOf(long).functionName).toBeUndefined();
});
