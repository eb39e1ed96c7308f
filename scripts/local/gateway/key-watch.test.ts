import { expect, it } from 'vitest';
import type { Principal } from '../aws/iam.ts';
import { KeyWatch } from './key-watch.ts';

const [ours, theirs] = ['a'.repeat(26), 'b'.repeat(26)];
const session: Principal = {
  arn: 'arn:aws:sts::000000000000:assumed-role/app-write/staff-olga',
  account: '000000000000',
  tags: {},
  policies: [],
  session: [
    {
      Effect: 'Allow',
      Action: ['dynamodb:Query'],
      Resource: ['*'],
      Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`t#${ours}#*`] } },
    },
  ],
};
const { session: _, ...itself } = session;

const query = (...keys: string[]) => ({
  action: 'dynamodb:Query',
  resource: 'app',
  context: { 'dynamodb:LeadingKeys': keys },
});
const file = (mspId: string) => ({
  action: 's3:GetObject',
  resource: `arn:aws:s3:::files/t/${mspId}/report.pdf`,
  context: {},
});
const sealed = (mspId: string) => ({
  action: 'kms:Decrypt',
  resource: 'key',
  context: { 'kms:EncryptionContext:mspId': mspId },
});

it('counts the requests and the keys that they name', () => {
  const watch = new KeyWatch();
  watch.note(session, [query(`t#${ours}#msp`, `t#${ours}#cos`), file(ours)]);
  watch.note(session, [sealed(ours)]);
  watch.note(session, [{ action: 'ses:SendEmail', resource: '*', context: {} }]);
  expect(watch.seen).toEqual({ requests: 2, keys: 4, foreign: [] });
});

it.each([query(`t#${theirs}#msp`), file(theirs), sealed(theirs)])('tells of a key of another MSP: $action', (need) => {
  const watch = new KeyWatch();
  watch.note(session, [need]);
  expect(watch.seen.foreign).toEqual([expect.stringContaining(`${need.action} by ${session.arn}`)]);
});

it('tells of a request of no session that names keys of two MSPs', () => {
  const watch = new KeyWatch();
  watch.note(itself, [query(`t#${theirs}#msp`)]);
  expect(watch.seen.foreign).toEqual([]);
  watch.note(itself, [query(`t#${ours}#msp`), query(`t#${theirs}#msp`)]);
  expect(watch.seen.foreign[0]).toContain(`${ours} and ${theirs}`);
});
