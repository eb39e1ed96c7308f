// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are IAM's own
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConditionBlock, conditionsHold } from './conditions.ts';

type Context = Record<string, string[]>;
const holds = (block: ConditionBlock, context: Context = {}) => conditionsHold(block, (key) => context[key]);
const on = (operator: string, wanted: ConditionBlock[string][string], actual?: string | string[]) =>
  holds({ [operator]: { key: wanted } }, actual === undefined ? {} : { key: [actual].flat() });

describe('condition operators', () => {
  it.each([
    ['StringEquals', 'open', 'open', true],
    ['StringEquals', 'open', 'Open', false],
    ['StringEquals', ['open', 'done'], 'done', true],
    ['StringEquals', 'o*', 'open', false],
    ['StringNotEquals', 'open', 'done', true],
    ['StringNotEquals', ['open', 'done'], 'done', false],
    ['StringEqualsIgnoreCase', 'OPEN', 'open', true],
    ['StringNotEqualsIgnoreCase', 'OPEN', 'open', false],
    ['StringLike', 't#m1#*', 't#m1#cos', true],
    ['StringLike', 't#m1#*', 't#m10#cos', false],
    ['StringLike', 'a?c', 'abc', true],
    ['StringLike', 'a.c', 'abc', false],
    ['StringNotLike', 't#m1#*', 't#m2#cos', true],
    ['StringNotLike', ['t#m1#*', 't#m2#*'], 't#m2#cos', false],
    ['ArnLike', 'arn:aws:iam::*:role/app-*', 'arn:aws:iam::000000000000:role/app-read', true],
    ['ArnLike', 'arn:aws:*', 'arn:aws:sqs:us-east-1:1:jobs', true],
    ['ArnEquals', 'arn:aws:sqs:*:1:jobs', 'arn:aws:sqs:us-east-1:1:jobs', true],
    ['ArnEquals', 'arn:aws:sqs:*:jobs', 'arn:aws:sqs:us-east-1:1:jobs', false],
    ['ArnNotEquals', 'arn:aws:sqs:us-east-1:1:jobs', 'arn:aws:sqs:us-east-1:1:other', true],
    ['ArnNotLike', 'arn:aws:sqs:*:*:jobs', 'arn:aws:sqs:us-east-1:1:jobs', false],
    ['ArnLike', 'jobs', 'jobs', false],
    ['Bool', true, 'true', true],
    ['Bool', 'true', 'TRUE', true],
    ['Bool', false, 'true', false],
    ['NumericEquals', 10, '10.0', true],
    ['NumericNotEquals', 10, '11', true],
    ['NumericLessThan', 10, '9', true],
    ['NumericLessThan', 10, '10', false],
    ['NumericLessThanEquals', '10', '10', true],
    ['NumericGreaterThan', 10, '100', true],
    ['NumericGreaterThanEquals', 10, '9', false],
    ['NumericLessThan', 10, 'nine', false],
    ['NumericEquals', 0, '', false],
  ])('%s %j with %j is %j', (operator, wanted, actual, expected) => {
    expect(on(operator, wanted, actual)).toBe(expected);
  });

  it('a positive operator fails and a negated one holds when the key is absent', () => {
    expect(on('StringEquals', 'a')).toBe(false);
    expect(on('StringLike', '*')).toBe(false);
    expect(on('NumericLessThan', 10)).toBe(false);
    expect(on('StringNotEquals', 'a')).toBe(true);
    expect(on('ArnNotLike', 'arn:aws:sqs:*')).toBe(true);
  });

  it('IfExists holds for an absent key and judges a present one', () => {
    expect(on('StringEqualsIfExists', 'a')).toBe(true);
    expect(on('StringEqualsIfExists', 'a', 'b')).toBe(false);
    expect(on('ForAnyValue:StringLikeIfExists', 'a*')).toBe(true);
  });

  it('Null asks for presence', () => {
    expect(on('Null', 'true')).toBe(true);
    expect(on('Null', 'false')).toBe(false);
    expect(on('Null', false, 'here')).toBe(true);
    expect(on('Null', true, 'here')).toBe(false);
    expect(on('Null', 'false', [])).toBe(false);
  });

  it('all operators and all keys of a statement must hold', () => {
    const context = { a: ['1'], b: ['2'] };
    expect(holds({ StringEquals: { a: '1', b: '2' } }, context)).toBe(true);
    expect(holds({ StringEquals: { a: '1', b: '3' } }, context)).toBe(false);
    expect(holds({ StringEquals: { a: '1' }, StringLike: { b: '3*' } }, context)).toBe(false);
    expect(conditionsHold(undefined, () => undefined)).toBe(true);
  });

  it('replaces policy variables, and takes wildcards from the policy only', () => {
    const context = { 'aws:PrincipalTag/team': ['blue*'], key: ['blue*/x'] };
    expect(holds({ StringLike: { key: '${aws:PrincipalTag/team}/*' } }, context)).toBe(true);
    expect(holds({ StringLike: { key: '${aws:PrincipalTag/team}/*' } }, { ...context, key: ['blues/x'] })).toBe(false);
    expect(holds({ StringEquals: { key: "${none, 'blue*'}/x" } }, context)).toBe(true);
    expect(holds({ StringLike: { key: 'blue${*}/?' } }, context)).toBe(true);
    expect(holds({ StringLike: { key: 'blue${*}/?' } }, { key: ['blue1/x'] })).toBe(false);
  });

  it('a variable without a value keeps the statement from matching, negated or not', () => {
    expect(holds({ StringEquals: { key: '${none}' } }, { key: ['a'] })).toBe(false);
    expect(holds({ StringNotEquals: { key: '${none}' } }, { key: ['a'] })).toBe(false);
    expect(holds({ StringLike: { key: '${key}' } }, { key: ['a', 'b'] })).toBe(false);
    expect(holds({ StringLike: { key: '${none}' } }, { key: ['${none}'] })).toBe(false);
  });

  it.each([
    ['DateLessThan', 'Condition operator DateLessThan is not one'],
    ['constructor', 'Condition operator constructor is not one'],
    ['ForAllValues:Null', 'Condition operator ForAllValues:Null is not one'],
    ['ForSomeValues:StringEquals', 'is not one the local cloud knows'],
  ])('%s is refused', (operator, message) => {
    expect(() => on(operator, 'a', 'a')).toThrow(message);
  });

  it('refuses an unreadable variable and several values without a set operator', () => {
    expect(() => on('StringEquals', '${a b}', 'x')).toThrow('Policy variable ${a b} is not readable');
    expect(() => on('StringEquals', 'a', ['a', 'b'])).toThrow('StringEquals needs ForAllValues: or ForAnyValue:');
  });
});

describe('conditions over several values', () => {
  const values = fc.array(fc.constantFrom('t#m1#a', 't#m1#b', 't#m2#a', 'x'), { minLength: 1, maxLength: 5 });
  const inWall = (value: string) => value.startsWith('t#m1#');

  it('ForAllValues holds exactly when every value fits', () => {
    fc.assert(fc.property(values, (all) => on('ForAllValues:StringLike', 't#m1#*', all) === all.every(inWall)));
  });

  it('ForAnyValue holds exactly when one value fits', () => {
    fc.assert(fc.property(values, (all) => on('ForAnyValue:StringLike', 't#m1#*', all) === all.some(inWall)));
  });

  it('negated set operators look at each value', () => {
    fc.assert(
      fc.property(values, (all) => {
        expect(on('ForAllValues:StringNotLike', 't#m1#*', all)).toBe(!all.some(inWall));
        expect(on('ForAnyValue:StringNotLike', 't#m1#*', all)).toBe(!all.every(inWall));
      }),
    );
  });

  it('ForAllValues holds for an absent key, ForAnyValue does not, so a wall needs Null beside it', () => {
    expect(on('ForAllValues:StringLike', 't#m1#*')).toBe(true);
    expect(on('ForAnyValue:StringLike', 't#m1#*')).toBe(false);
    expect(on('ForAnyValue:StringNotLike', 't#m1#*')).toBe(false);
    expect(holds({ 'ForAllValues:StringLike': { key: '*' }, Null: { key: 'false' } })).toBe(false);
  });
});
