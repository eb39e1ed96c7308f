import { CfnRule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { FactDefinition } from '../../events/define.ts';
import { factsOf, type SubscriberSpec } from '../feature-spec.ts';
import { busName, busRuleArn, subscriberRuleName } from '../names.ts';
import type { Stage } from '../stages.ts';
import type { Unit } from '../units.ts';
import type { FeatureFunction } from './feature-function.ts';
import { WorkQueue } from './work-queue.ts';

/** What the outbox publisher writes as `source`: the feature whose fact it is. */
export const sourceOf = (fact: FactDefinition): string => `fairlead.${fact.name.split('.')[0]}`;

/** AWS takes no longer event pattern. Source: Amazon EventBridge quotas. */
const MOST_PATTERN = 2_048;

/** What a rule asks of an event to be told to the subscriber. @throws when AWS would not take it */
function patternOf(unit: Unit, facts: readonly FactDefinition[]) {
  const pattern = { source: [...new Set(facts.map(sourceOf))], 'detail-type': facts.map(({ name }) => name) };
  if (JSON.stringify(pattern).length > MOST_PATTERN)
    throw new Error(`${unit.name} waits for more facts than one rule can name: split the subscriber.`);
  return pattern;
}

/**
 * One subscriber of a fact, or of some: bus rule -> queue -> function. The MSP is the message group, so that one MSP's flood
 * does not hold up the others (Amazon SQS fair queues).
 */
export class Subscriber extends Construct {
  constructor(scope: Construct, stage: Stage, unit: Unit, spec: SubscriberSpec, worker: FeatureFunction) {
    super(scope, `${unit.name}-subscription`);
    const work = new WorkQueue(this, stage, unit, worker);
    const name = subscriberRuleName(stage, unit);
    const facts = factsOf(spec);
    work.acceptFrom(busRuleArn(stage, name), stage.account);
    new CfnRule(this, 'Rule', {
      name,
      description: `${facts.length === 1 ? facts[0]?.name : `${facts.length} facts`} -> ${unit.name}`,
      eventBusName: busName(stage),
      eventPattern: patternOf(unit, facts),
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
