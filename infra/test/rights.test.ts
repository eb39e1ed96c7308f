import { beforeAll, describe, expect, test } from 'vitest';
import { unitsOf } from '../units.ts';
import { EVERY, type Statement, SUBJECTS, SYNTH_MS, statementsOf, synthesized } from './fixture/synth.ts';

/** Roles that hold a statement on resource `*`, with the reason. */
const ANY_RESOURCE: { role: RegExp; actions: RegExp; reason: string }[] = [
  {
    role: /Role/,
    actions: /^logs:.*(LogDeliver|ResourcePolic|LogGroups)/,
    reason: 'Step Functions manages its log delivery',
  },
];
const NEVER = ['dynamodb:Scan', 'dynamodb:PartiQL', 'dynamodb:ExecuteStatement', 'dynamodb:BatchWriteItem', '*'];

const onTable = ({ Action }: Statement) => Action.some((action) => /^dynamodb:.*(Item|Query)$/.test(action));
const conditionOf = ({ Condition = {} }: Statement) => JSON.stringify(Condition);

describe.each(EVERY)('rights in stage %s of the %s', (stage, of) => {
  beforeAll(() => void synthesized(stage, of), SYNTH_MS);

  const all = () => statementsOf(synthesized(stage, of));
  const ofRole = (name: RegExp) => all().filter(({ role }) => name.test(role));
  /** Roles that have such a statement, without the stage in their names. */
  const rolesWith = (has: (statement: Statement) => boolean) =>
    [...new Set(all().flatMap(({ role, statement }) => (has(statement) ? [role] : [])))]
      .map((role) => role.replace(`fairlead-${stage}-`, ''))
      .sort();
  const names = (what: string) => (statement: Statement) => JSON.stringify(statement.Resource).includes(what);

  test('name their resources', () => {
    for (const { role, statement } of all()) {
      if (!statement.Resource.includes('*')) continue;
      const listed = ANY_RESOURCE.find((known) => known.role.test(role));
      expect(listed, `${role} on *`).toBeDefined();
      for (const action of statement.Action) expect(action).toMatch(listed?.actions ?? /$^/);
    }
  });

  test('contain no scan, no PartiQL, no wildcard action', () => {
    for (const { role, statement } of all()) {
      for (const action of statement.Action) {
        for (const banned of NEVER) expect(action.includes(banned), `${role} ${action}`).toBe(false);
      }
    }
  });

  test('on rows always go by partition key, and a request without keys does not pass', () => {
    for (const { role, statement } of all().filter((s) => onTable(s.statement) && s.statement.Effect === 'Allow')) {
      expect(conditionOf(statement), role).toContain('dynamodb:LeadingKeys');
      expect(statement.Condition?.Null, role).toEqual({ 'dynamodb:LeadingKeys': 'false' });
      for (const [operator, keys] of Object.entries(statement.Condition ?? {})) {
        if (operator.startsWith('ForAllValues'))
          for (const key of Object.values(keys).flat()) expect(key).toMatch(/#\*$/);
      }
    }
  });

  test('on the app table belong to the data roles alone', () => {
    const onApp = names(`fairlead-${stage}-app`);
    expect(rolesWith((statement) => onTable(statement) && onApp(statement))).toEqual(
      ['app-read', 'app-write', 'credentials', 'identity'].map((role) => `data-${role}`),
    );
  });

  test('to write rows count inside a commit only, but for leases and rate buckets', () => {
    const writes = ofRole(/-data-app-write$/).filter(({ statement }) => statement.Action.includes('dynamodb:PutItem'));
    expect(writes).toHaveLength(2);
    for (const { statement } of writes) {
      const keys = statement.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
      if (statement.Condition && 'ForAnyValue:StringEquals' in statement.Condition) {
        expect(keys).toEqual(['t#*']);
        expect(statement.Condition['ForAnyValue:StringEquals']).toEqual({
          'dynamodb:EnclosingOperation': ['TransactWriteItems'],
        });
      } else expect(keys).toEqual(['t#*#ls#*', 't#*#rb#*']);
    }
    expect(ofRole(/-data-app-read$/).some(({ statement }) => /Put|Update|Delete/.test(statement.Action.join()))).toBe(
      false,
    );
  });

  test('never reach the audit trail but to append to it', () => {
    for (const role of [/-data-app-write$/, /-data-credentials$/, /-data-identity$/]) {
      const [deny, ...more] = ofRole(role).filter(({ statement }) => statement.Effect === 'Deny');
      expect(more).toEqual([]);
      expect(deny?.statement).toMatchObject({
        Action: ['dynamodb:DeleteItem', 'dynamodb:UpdateItem'],
        Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['t#*#au#*'] } },
      });
    }
  });

  test('to become identity belong to the functions of identity', () => {
    const { identity } = SUBJECTS[of].specs;
    const functions = identity ? unitsOf('identity', identity).map(({ name }) => name) : [];
    expect(functions).not.toEqual([]);
    expect(rolesWith(names('-data-identity'))).toEqual(functions.sort());
    const trust = synthesized(stage, of)
      .ofType('AWS::IAM::Role')
      .find(({ Properties }) => Properties.RoleName?.endsWith('-data-identity'));
    expect(trust?.Properties.AssumeRolePolicyDocument.Statement[0].Condition).toEqual({
      StringEquals: { 'aws:PrincipalTag/fairlead-data': ['identity'] },
    });
  });

  test('to assume a data role agree with the tag that the role trusts', () => {
    const allowed: Record<string, number> = { none: 0, read: 1, 'read-write': 2, credentials: 3, identity: 3 };
    const functions = new Set(
      synthesized(stage, of)
        .ofType('AWS::Lambda::Function')
        .map((f) => f.Properties.FunctionName),
    );
    const roles = synthesized(stage, of)
      .ofType('AWS::IAM::Role')
      .filter((r) => functions.has(r.Properties.RoleName));
    expect(roles).toHaveLength(functions.size);
    for (const { Properties } of roles) {
      const tag = Properties.Tags.find(({ Key }: { Key: string }) => Key === 'fairlead-data').Value;
      const assumes = all().filter(
        ({ role, statement }) => role === Properties.RoleName && statement.Action.includes('sts:AssumeRole'),
      );
      expect(
        assumes.flatMap(({ statement }) => statement.Resource),
        Properties.RoleName,
      ).toHaveLength(allowed[tag] ?? -1);
    }
  });

  test('on sessions and API keys let an API function read one row and nothing else of the vault', () => {
    const reads = ofRole(/-api$/).filter(({ statement }) => onTable(statement));
    expect(reads).not.toEqual([]);
    for (const { role, statement } of reads) {
      expect(statement.Action, role).toEqual(['dynamodb:GetItem']);
      expect(conditionOf(statement), role).toContain('{"dynamodb:LeadingKeys":["s#*","k#*"]}');
    }
  });

  test('on sealed secrets let a commit of a sealing function write them and nobody read them', () => {
    const [sealed, ...more] = ofRole(/-data-credentials$/).filter(({ statement }) =>
      JSON.stringify(statement.Resource).includes('-vault'),
    );
    expect(more).toEqual([]);
    expect(sealed?.statement.Action.sort()).toEqual(['dynamodb:DeleteItem', 'dynamodb:PutItem']);
    expect(sealed?.statement.Condition).toEqual({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['t#*#cr#*'] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
      'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
    });
    const sealing = ['integrations-api', ...(of === 'product' ? ['webhooks-api'] : [])];
    expect(rolesWith(names('-data-credentials'))).toEqual(sealing);
  });

  test('to publish facts belong to platform', () => {
    expect(rolesWith(({ Action }) => Action.includes('events:PutEvents'))).toEqual([
      'platform-schedule-sweep',
      'platform-stream-outbox',
    ]);
  });

  test('to list MSPs belong to the dispatcher', () => {
    expect(rolesWith((statement) => conditionOf(statement).includes('msps#'))).toEqual(['platform-dispatch-schedules']);
  });

  test('never come from AWS managed policies', () => {
    for (const { Properties, id } of synthesized(stage, of).ofType('AWS::IAM::Role')) {
      expect(Properties.ManagedPolicyArns, id).toBeUndefined();
    }
  });
});

describe('vendor credentials', () => {
  beforeAll(() => void synthesized('production', 'fixture'), SYNTH_MS);

  const actionsOf = (role: RegExp) =>
    statementsOf(synthesized('production', 'fixture'))
      .filter((s) => role.test(s.role) && /kms:|#cr#/.test(JSON.stringify(s.statement)))
      .flatMap(({ statement }) => statement.Action);

  test('are sealed by the API and never read there', () => {
    expect(actionsOf(/-integrations-api$/)).toEqual(['kms:GenerateDataKey']);
  });

  test('are opened by the step that calls the vendor and never written there', () => {
    expect(actionsOf(/-integrations-step-pull$/).sort()).toEqual(['dynamodb:GetItem', 'kms:Decrypt']);
    expect(actionsOf(/-integrations-step-plan$/)).toEqual([]);
  });

  test('use the key under an MSP and an integration only; identity has a context of its own', () => {
    for (const { role, statement } of statementsOf(synthesized('production', 'fixture'))) {
      if (!statement.Action.some((action) => action.startsWith('kms:'))) continue;
      const expected = role.includes('-identity-')
        ? { StringEquals: { 'kms:EncryptionContext:purpose': 'identity' } }
        : { Null: { 'kms:EncryptionContext:mspId': 'false', 'kms:EncryptionContext:integrationId': 'false' } };
      expect(statement.Condition, role).toEqual(expected);
    }
  });
});

test('mail leaves from the address of the stage only', () => {
  const mail = statementsOf(synthesized('production', 'fixture')).filter(({ statement }) =>
    statement.Action.includes('ses:SendEmail'),
  );
  expect(mail.map(({ role }) => role)).toEqual(['fairlead-production-identity-api']);
  expect(mail[0]?.statement.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'no-reply@fairlead.example' } });
});
