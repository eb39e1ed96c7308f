import { describe, expect, it } from 'vitest';
import { MAX_POLICY, sessionPolicy } from './wall.ts';

const id = (letter: string) => `01j${letter.repeat(23)}`;
const on = {
  appTable: 'fairlead-production-app',
  vaultTable: 'fairlead-production-vault',
  bucket: 'fairlead-production-files-222222222222',
};

interface Statement {
  Action: string[];
  Condition?: Record<string, Record<string, unknown>>;
}
const statements = (policy: string) => (JSON.parse(policy) as { Statement: Statement[] }).Statement;

describe('the wall', () => {
  const walls = {
    msp: sessionPolicy({ kind: 'msp', mspId: id('a') }, on),
    credentials: sessionPolicy({ kind: 'credentials', mspId: id('a') }, on),
    client: sessionPolicy({ kind: 'client', mspId: id('a'), companyId: id('b'), userId: id('c') }, on),
    rate: sessionPolicy({ kind: 'rate', mspId: id('a') }, on),
    identity: sessionPolicy({ kind: 'identity', mspId: id('a') }, on),
  };

  it('fits the size that AWS accepts', () => {
    for (const policy of Object.values(walls)) expect(policy.length).toBeLessThan(MAX_POLICY);
  });

  it('refuses to be built longer', () => {
    const long = { ...on, appTable: 'x'.repeat(400) };
    expect(() => sessionPolicy({ kind: 'client', mspId: id('a'), companyId: id('b'), userId: id('c') }, long)).toThrow(
      'AWS accepts',
    );
  });

  it('grants no Scan, no PartiQL, and nothing by key without the Null guard', () => {
    for (const policy of [walls.msp, walls.credentials, walls.client, walls.rate]) {
      expect(policy).not.toMatch(/Scan|PartiQL|"dynamodb:\*"/);
      for (const { Action, Condition } of statements(policy)) {
        if (!Action.some((action) => action.startsWith('dynamodb:'))) continue;
        expect(Condition?.Null).toEqual({ 'dynamodb:LeadingKeys': 'false' });
        expect(Condition?.['ForAllValues:StringLike']).toBeDefined();
      }
    }
  });

  it('lets every pattern end a whole id, so that no id is a prefix of another', () => {
    for (const policy of [walls.msp, walls.credentials, walls.client, walls.rate]) {
      for (const { Condition } of statements(policy)) {
        const keys = (Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? []) as string[];
        for (const key of keys) expect(key).toMatch(/(#\*|[0-9a-z]{26}|#brand)$/);
      }
    }
  });

  it('lets a key be counted by whoever answers it, and nothing else', () => {
    const [counting, ...more] = statements(walls.rate);
    expect(more).toEqual([]);
    expect(counting?.Action).toEqual(['dynamodb:UpdateItem']);
    expect(counting?.Condition?.['ForAllValues:StringLike']).toEqual({ 'dynamodb:LeadingKeys': [`t#${id('a')}#rb#*`] });
  });

  it('gives a client user the base table and its list index only', () => {
    expect(walls.client).toContain('index/gsi1');
    expect(walls.client).not.toContain('index/*');
  });
});
