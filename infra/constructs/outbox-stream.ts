import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Unit } from '../units.ts';
import type { FeatureFunction } from './feature-function.ts';

/** Attribute by which the stream's filter knows an outbox row; written by `commit`, read by nothing else. */
export const OUTBOX_ROW = { entity: 'outbox' };

/**
 * Feeds the outbox publisher with newly written outbox rows only, in order within each outbox partition. A row that cannot
 * be published is cut out of its batch and set aside; the sweep publishes it later from the table: late, but not lost.
 */
export class OutboxStream extends Construct {
  constructor(scope: Construct, unit: Unit, streamArn: string, publisher: FeatureFunction, deadLetters: Queue) {
    super(scope, `${unit.name}-mapping`);
    new EventSourceMapping(this, 'Mapping', {
      target: publisher.lambda,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      parallelizationFactor: 4,
      bisectBatchOnError: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(6),
      reportBatchItemFailures: true,
      onFailure: { bind: () => ({ destination: deadLetters.queueArn }) },
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: {
            Keys: { pk: { S: FilterRule.beginsWith('t#') } },
            NewImage: { entity: { S: FilterRule.isEqual(OUTBOX_ROW.entity) } },
          },
        }),
      ],
    });
  }
}
