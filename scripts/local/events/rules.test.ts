import { describe, expect, it } from 'vitest';
import { type BusEvent, busNameOf, inputFor, type Rule, type RuleTarget, rulesFor } from './rules.ts';

const event: BusEvent = {
  version: '0',
  id: 'e1',
  'detail-type': 'goals.goal.created',
  source: 'fairlead',
  account: '000000000000',
  time: '2026-11-22T10:00:00Z',
  region: 'us-east-1',
  resources: [],
  detail: { mspId: 'm1', title: 'Say "hi"', count: 2 },
};
const rule: Rule = {
  name: 'on-goal',
  arn: 'arn:aws:events:us-east-1:000000000000:rule/fairlead/on-goal',
  bus: 'fairlead',
  pattern: { source: ['fairlead'] },
  schedule: undefined,
  targets: [],
};
const input = (target: Partial<RuleTarget>) => inputFor({ Id: 't', Arn: 'a', ...target }, rule, event);

describe('rules', () => {
  it('take events of their own bus that match their pattern', () => {
    const timed = { ...rule, pattern: undefined, schedule: 'rate(1 hour)' };
    expect(rulesFor([rule, timed], 'fairlead', event)).toEqual([rule]);
    expect(rulesFor([rule], 'default', event)).toEqual([]);
    expect(rulesFor([rule], 'fairlead', { ...event, source: 'other' })).toEqual([]);
  });

  it.each([
    [undefined, 'default'],
    ['', 'default'],
    ['fairlead', 'fairlead'],
    ['arn:aws:events:us-east-1:000000000000:event-bus/fairlead', 'fairlead'],
  ])('know the bus %s as %s', (given, name) => expect(busNameOf(given)).toBe(name));
});

describe('a target receives', () => {
  it('the event, a constant or a part of the event', () => {
    expect(JSON.parse(input({}))).toEqual(event);
    expect(input({ Input: '{"a":1}' })).toBe('{"a":1}');
    expect(JSON.parse(input({ InputPath: '$.detail' }))).toEqual(event.detail);
    expect(input({ InputPath: '$.detail.none' })).toBe('null');
  });

  it('what an input template makes of it, texts quoted where the template does not quote them', () => {
    const made = input({
      InputTransformer: {
        InputPathsMap: { title: '$.detail.title', count: '$.detail.count', detail: '$.detail', none: '$.detail.none' },
        InputTemplate:
          '{"title":<title>,"quoted":"<title>","line":"<count> of <title>","count":<count>,"detail":<detail>,"none":<none>,"rule":<aws.events.rule-name>,"unknown":"<x>"}',
      },
    });
    expect(JSON.parse(made)).toEqual({
      title: 'Say "hi"',
      quoted: 'Say "hi"',
      line: '2 of Say "hi"',
      count: 2,
      detail: event.detail,
      none: '',
      rule: 'on-goal',
      unknown: '<x>',
    });
  });
});
