import { describe, expect, it } from 'vitest';
import type { Statement } from '../aws/iam.ts';
import type { Deployment } from '../aws/template.ts';
import type { QueuesAndFiles } from '../engines/fauxqs.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';
import type { Permissions } from '../functions/permissions.ts';
import { Targets } from './targets.ts';

const arn = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`;
const rule = 'arn:aws:events:us-east-1:000000000000:rule/fairlead/on-goal';
const fn = { arn: 'arn:aws:lambda:us-east-1:000000000000:function:f' } as LambdaFunction;

function targets(statements: Record<string, Statement>, permitted = true) {
  const sent: [string, string][] = [];
  const invoked: unknown[] = [];
  const made = new Targets({
    deployment: {
      ofType: () =>
        Object.entries(statements).map(([queue, statement]) => ({
          properties: { Queues: [queue], PolicyDocument: { Statement: [statement] } },
        })),
    } as unknown as Deployment,
    engine: {
      sqsStore: {
        getQueueByArn: (wanted: string) => (wanted.endsWith('none') ? undefined : { url: wanted.split(':').at(-1) }),
      },
      send: ({ url }: { url: string }, body: string) => sent.push([url, body]),
    } as unknown as QueuesAndFiles,
    permissions: { allow: () => permitted } as unknown as Permissions,
    functionByArn: (wanted) => (wanted === fn.arn ? fn : undefined),
    invokeLater: (_, event) => invoked.push(event),
  });
  const deliver = (to: string, deadLetter?: string) =>
    made.deliver({ arn: to, body: '{"a":1}', service: 'events.amazonaws.com', sourceArn: rule, deadLetter });
  return { deliver, sent, invoked };
}

const allow = (queue: string, from = rule): Statement => ({
  Effect: 'Allow',
  Principal: { Service: 'events.amazonaws.com' },
  Action: 'sqs:SendMessage',
  Resource: arn(queue),
  Condition: { ArnEquals: { 'aws:SourceArn': from } },
});

describe('a delivery', () => {
  it('reaches a queue whose policy lets this rule send', () => {
    const { deliver, sent } = targets({ goals: allow('goals') });
    expect(deliver(arn('goals'))).toBeUndefined();
    expect(sent).toEqual([['goals', '{"a":1}']]);
  });

  it.each([
    ['no policy', {}],
    ['a policy for another rule', { goals: allow('goals', `${rule}-2`) }],
    ['a policy for another service', { goals: { ...allow('goals'), Principal: { Service: 'sns.amazonaws.com' } } }],
  ])('is lost, with a sentence, to a queue with %s', (_, statements) => {
    const { deliver, sent } = targets(statements as Record<string, Statement>);
    expect(deliver(arn('goals'))).toBe(
      `${rule}: the queue policy of ${arn('goals')} does not let events.amazonaws.com send messages.`,
    );
    expect(sent).toEqual([]);
  });

  it('goes to the dead-letter queue when its target does not take it', () => {
    const { deliver, sent } = targets({ dead: allow('dead') });
    expect(deliver(arn('none'), arn('dead'))).toBeUndefined();
    expect(sent).toEqual([['dead', '{"a":1}']]);
    expect(deliver(arn('none'), arn('none'))).toContain('does not exist');
  });

  it('reaches a function that the rule may invoke, and no other', () => {
    const { deliver, invoked } = targets({});
    expect(deliver(fn.arn)).toBeUndefined();
    expect(invoked).toEqual([{ a: 1 }]);
    expect(targets({}, false).deliver(fn.arn)).toContain('add an AWS::Lambda::Permission');
    expect(deliver('arn:aws:sns:us-east-1:000000000000:topic')).toContain(
      'delivers to queues and functions of the templates',
    );
  });
});
