import { CfnRule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { SubscriberSpec } from '../feature-spec.ts';
import { busName, busRuleArn, subscriberRuleName } from '../names.ts';
import type { Stage } from '../stages.ts';
import type { Unit } from '../units.ts';
import type { FeatureFunction } from './feature-function.ts';
import { WorkQueue } from './work-queue.ts';

/** What the outbox publisher writes as `source`: the feature whose fact it is. */
export const sourceOf = (fact: SubscriberSpec['fact']): string => `fairlead.${fact.name.split('.')[0]}`;

/**
 * One subscriber of one fact: bus rule -> queue -> function. The MSP is the message group, so that one MSP's flood does
 * not hold up the others (Amazon SQS fair queues).
 */
export class Subscriber extends Construct {
  constructor(scope: Construct, stage: Stage, unit: Unit, fact: SubscriberSpec['fact'], worker: FeatureFunction) {
    super(scope, `${unit.name}-subscription`);
    const work = new WorkQueue(this, stage, unit, worker);
    const name = subscriberRuleName(stage, unit);
    work.acceptFrom(busRuleArn(stage, name), stage.account);
    new CfnRule(this, 'Rule', {
      name,
      description: `${fact.name} -> ${unit.name}`,
      eventBusName: busName(stage),
      eventPattern: { source: [sourceOf(fact)], 'detail-type': [fact.name] },
      targets: [
        {
          id: 'queue',
          arn: work.queue.queueArn,
          sqsParameters: { messageGroupId: '$.detail.mspId' },
          deadLetterConfig: { arn: work.deadLetters.queueArn },
        },
      ],
    });
  }
}
