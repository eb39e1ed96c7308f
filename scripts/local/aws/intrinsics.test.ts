// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are CloudFormation's own
import { describe, expect, it } from 'vitest';
import { type Lookups, NO_VALUE, resolve } from './intrinsics.ts';

const lookups: Lookups = {
  ref: (name) => (name === 'AWS::NoValue' ? NO_VALUE : `ref(${name})`),
  attribute: (id, attribute) => `att(${id},${attribute})`,
  imported: (name) => `import(${name})`,
  mapped: (map, first, second) => `${map}/${first}/${second}`,
  condition: (name) => name === 'IsProduction',
};
const resolved = (value: unknown) => resolve(value, lookups, 'Goals/Api.Properties');

describe('template functions', () => {
  it.each([
    [{ Ref: 'Queue' }, 'ref(Queue)'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'att(Queue,Arn)'],
    [{ 'Fn::GetAtt': 'Function.FunctionMetadata.FunctionARN' }, 'att(Function,FunctionMetadata.FunctionARN)'],
    [{ 'Fn::Join': ['', ['a-', { Ref: 'B' }, '-', 3]] }, 'a-ref(B)-3'],
    [{ 'Fn::Split': [':', 'a:b:c'] }, ['a', 'b', 'c']],
    [{ 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::GetAtt': ['x', 'y:z'] }] }] }, 'z)'],
    [{ 'Fn::Select': ['0', ['first', 'second']] }, 'first'],
    [
      { 'Fn::Sub': 'arn:${AWS::Partition}:${Queue.Arn}:${!Literal}' },
      'arn:ref(AWS::Partition):att(Queue,Arn):${Literal}',
    ],
    [{ 'Fn::Sub': ['${own}/${Queue}', { own: { Ref: 'Api' } }] }, 'ref(Api)/ref(Queue)'],
    [{ 'Fn::ImportValue': { 'Fn::Join': ['-', ['a', 'b']] } }, 'import(a-b)'],
    [{ 'Fn::FindInMap': ['Regions', { Ref: 'AWS::Region' }, 'ami'] }, 'Regions/ref(AWS::Region)/ami'],
    [{ 'Fn::Base64': 'hello' }, 'aGVsbG8='],
    [{ 'Fn::If': ['IsProduction', 'yes', 'no'] }, 'yes'],
    [{ 'Fn::If': ['IsLocal', 'yes', { 'Fn::GetAtt': ['a', 'b'] }] }, 'att(a,b)'],
    [{ 'Fn::And': [{ 'Fn::Equals': ['a', 'a'] }, { 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }] }, true],
    [{ 'Fn::Or': [{ 'Fn::Equals': ['a', 'b'] }, { 'Fn::Equals': [1, '2'] }] }, false],
  ])('%j', (value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  it('leaves out whatever holds AWS::NoValue and keeps plain data as it is', () => {
    const none = { Ref: 'AWS::NoValue' };
    expect(resolved({ a: none, b: [1, none, null, false], c: { d: 'text', e: none } })).toEqual({
      b: [1, null, false],
      c: { d: 'text' },
    });
  });

  it.each([
    [{ 'Fn::Cidr': ['10.0.0.0/16', 1, 8] }, 'Goals/Api.Properties: Fn::Cidr is not a function the local cloud knows'],
    [{ a: [{ 'Fn::GetAZs': '' }] }, 'Goals/Api.Properties.a[0]: Fn::GetAZs is not a function'],
    [{ 'Fn::Join': ['', ['a']], other: 1 }, 'Fn::Join must stand alone'],
    [{ 'Fn::Join': [''] }, 'expects a list of 2'],
    [{ 'Fn::Join': ['', 'not a list'] }, 'expects a list'],
    [{ 'Fn::Join': ['', [{ a: 1 }]] }, 'expects a text, found {"a":1}'],
    [{ 'Fn::Select': [3, ['a', 'b']] }, 'no element 3 in a list of 2'],
    [{ password: '{{resolve:secretsmanager:x}}' }, 'Goals/Api.Properties.password: dynamic references'],
  ])('refuses %j', (value, message) => {
    expect(() => resolved(value)).toThrow(message);
  });
});
