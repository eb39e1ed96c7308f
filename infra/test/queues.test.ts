import { beforeAll, describe, expect, test } from 'vitest';
import { STAGES } from '../stages.ts';
import { EVERY, type Resource, SYNTH_MS, synthesized } from './fixture/synth.ts';

describe.each(EVERY)('queues in stage %s of the %s', (stage, of) => {
  beforeAll(() => void synthesized(stage, of), SYNTH_MS);

  const ofType = (type: string) => synthesized(stage, of).ofType(type);
  const queues = () => ofType('AWS::SQS::Queue');
  const isDeadLetters = ({ Properties }: Resource) => Properties.QueueName.endsWith('-dlq');
  const within = (stack: string, id: string) => (resource: Resource) => resource.stack === stack && resource.id === id;

  test('set aside what failed five times, and an alarm tells', () => {
    const alarms = ofType('AWS::CloudWatch::Alarm').filter((a) => a.Properties.Namespace === 'AWS/SQS');
    const watched = alarms.map((alarm) => alarm.Properties.Dimensions[0].Value);
    for (const queue of queues()) {
      const { QueueName, RedrivePolicy } = queue.Properties;
      if (isDeadLetters(queue)) {
        expect(watched, QueueName).toContain(QueueName);
        continue;
      }
      const target = queues().find(within(queue.stack, RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0]));
      expect(target?.Properties.QueueName).toBe(`${QueueName}-dlq`);
      expect(RedrivePolicy.maxReceiveCount).toBe(5);
    }
    expect(watched).toHaveLength(queues().filter(isDeadLetters).length);
  });

  test('are encrypted and refuse plain http', () => {
    for (const { Properties, stack, id } of queues()) {
      expect(Properties.SqsManagedSseEnabled, id).toBe(true);
      const policy = ofType('AWS::SQS::QueuePolicy').find(
        (p) => p.stack === stack && p.Properties.Queues[0].Ref === id,
      );
      const deny = policy?.Properties.PolicyDocument.Statement.find((s: { Effect: string }) => s.Effect === 'Deny');
      expect(deny?.Condition, id).toEqual({ Bool: { 'aws:SecureTransport': 'false' } });
    }
  });

  test('stay hidden for six times the time a batch may take', () => {
    for (const mapping of ofType('AWS::Lambda::EventSourceMapping')) {
      const source = mapping.Properties.EventSourceArn['Fn::GetAtt']?.[0];
      const queue = queues().find((q) => q.stack === mapping.stack && q.id === source);
      if (!queue) continue;
      const worker = ofType('AWS::Lambda::Function').find(within(mapping.stack, mapping.Properties.FunctionName.Ref));
      expect(queue.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * worker?.Properties.Timeout);
      expect(mapping.Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    }
  });

  test('of subscribers take deliveries of their own rule, dead letters included', () => {
    const { account, region } = STAGES[stage];
    for (const rule of ofType('AWS::Events::Rule').filter((r) => r.Properties.EventPattern)) {
      const [target] = rule.Properties.Targets;
      expect(target.SqsParameters).toEqual({ MessageGroupId: '$.detail.mspId' });
      for (const arn of [target.Arn, target.DeadLetterConfig.Arn]) {
        const id = arn['Fn::GetAtt'][0];
        const policy = ofType('AWS::SQS::QueuePolicy').find(
          (p) => p.stack === rule.stack && p.Properties.Queues[0].Ref === id,
        );
        const allow = policy?.Properties.PolicyDocument.Statement.find((s: { Effect: string }) => s.Effect === 'Allow');
        expect(allow?.Principal).toEqual({ Service: 'events.amazonaws.com' });
        expect(allow?.Condition).toEqual({
          ArnEquals: {
            'aws:SourceArn': `arn:aws:events:${region}:${account}:rule/fairlead-${stage}/${rule.Properties.Name}`,
          },
          StringEquals: { 'aws:SourceAccount': account },
        });
      }
    }
  });
});

describe('what reaches a function', () => {
  beforeAll(() => void synthesized('local', 'fixture'), SYNTH_MS);
  const ofType = (type: string) => synthesized('local', 'fixture').ofType(type);

  test('a subscriber gets the facts of its name from their feature, nothing else', () => {
    const rule = ofType('AWS::Events::Rule').find(
      (r) => r.Properties.Name === 'fairlead-local-findings-on-company-created',
    );
    expect(rule?.Properties.EventPattern).toEqual({
      source: ['fairlead.companies'],
      'detail-type': ['companies.company.created'],
    });
  });

  test('the publisher gets inserted outbox rows, nothing else', () => {
    const stream = ofType('AWS::Lambda::EventSourceMapping').find((m) => m.Properties.FilterCriteria);
    expect(JSON.parse(stream?.Properties.FilterCriteria.Filters[0].Pattern)).toEqual({
      eventName: ['INSERT'],
      dynamodb: { Keys: { pk: { S: [{ prefix: 't#' }] } }, NewImage: { entity: { S: ['outbox'] } } },
    });
    expect(stream?.Properties).toMatchObject({ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 5 });
  });

  test('the dispatcher is told which job is due, when, and which queue to fill', () => {
    const rule = ofType('AWS::Events::Rule').find(
      (r) => r.Properties.Name === 'fairlead-local-clock-integrations-sync-due',
    );
    const [target] = rule?.Properties.Targets ?? [];
    expect(rule?.Properties.ScheduleExpression).toBe('cron(0 3 * * ? *)');
    expect(target.Arn).toBe(
      'arn:aws:lambda:us-east-1:000000000000:function:fairlead-local-platform-dispatch-schedules',
    );
    const parts: (string | object)[] = target.InputTransformer.InputTemplate['Fn::Join'][1];
    const text = parts.map((part) => (typeof part === 'string' ? part : 'QUEUE')).join('');
    expect(JSON.parse(text.replace('<time>', '"TIME"'))).toEqual({
      schedule: 'integrations-sync-due',
      queueUrl: 'QUEUE',
      time: 'TIME',
    });
  });
});
