import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLetterName, queueName } from '../names.ts';
import type { Stage } from '../stages.ts';
import type { Unit } from '../units.ts';
import { type FeatureFunction, timeoutOf } from './feature-function.ts';

/** Tries before a message is set aside for a person to look at. */
const MOST_RECEIVES = 5;
const BATCH = 10;
/** AWS asks for six times the function's timeout, so that retries of a slow batch do not overlap. */
const VISIBILITY_FACTOR = 6;

/** A queue for what could not be handled: kept as long as SQS allows, watched by an alarm. */
export function deadLetterQueue(scope: Construct, stage: Stage, unit: Unit): Queue {
  return new Queue(scope, 'DeadLetters', {
    queueName: deadLetterName(stage, unit.name),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
}

/** A queue, its dead letters, and the function that works it in batches of which single messages may fail. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, stage: Stage, unit: Unit, worker: FeatureFunction) {
    super(scope, `${unit.name}-queue`);
    this.deadLetters = deadLetterQueue(this, stage, unit);
    this.queue = new Queue(this, 'Queue', {
      queueName: queueName(stage, unit.name),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(timeoutOf(unit) * VISIBILITY_FACTOR),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MOST_RECEIVES },
    });
    new EventSourceMapping(this, 'Mapping', {
      target: worker.lambda,
      eventSourceArn: this.queue.queueArn,
      batchSize: unit.spec.batch ?? BATCH,
      reportBatchItemFailures: true,
    });
  }

  /** Lets EventBridge deliver for one rule; without it deliveries and their dead letters vanish silently. */
  acceptFrom(ruleArn: string, account: string): void {
    for (const queue of [this.queue, this.deadLetters]) {
      queue.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal('events.amazonaws.com')],
          actions: ['sqs:SendMessage'],
          resources: [queue.queueArn],
          conditions: {
            ArnEquals: { 'aws:SourceArn': ruleArn },
            StringEquals: { 'aws:SourceAccount': account },
          },
        }),
      );
    }
  }
}
