import type { Deployment, Resource } from '../aws/template.ts';
import type { QueuesAndFiles } from './fauxqs.ts';

/**
 * Creates the queues and buckets of the templates. A queue of an earlier run keeps its messages and takes the template's
 * attributes; its messages that were in flight when that run ended are visible at once, as nobody is left to finish them.
 */
export function createQueuesAndBuckets(engine: QueuesAndFiles, deployment: Deployment): void {
  for (const queue of deployment.ofType('AWS::SQS::Queue')) {
    const name = nameOfQueue(queue);
    const existing = engine.sqsStore.getQueueByName(name);
    if (existing) {
      existing.setAttributes(attributesOf(queue));
      // The port is another one at each run, and with it the address that GetQueueUrl gives out.
      Object.assign(existing, { url: queue.physicalId });
      for (const handle of existing.inflightMessages.keys()) existing.changeVisibility(handle, VISIBLE_AT_ONCE);
    } else engine.sqsStore.createQueue(name, queue.physicalId, queue.arn, attributesOf(queue));
  }
  for (const { physicalId } of deployment.ofType('AWS::S3::Bucket'))
    if (!engine.s3Store.hasBucket(physicalId)) engine.s3Store.createBucket(physicalId);
}

/**
 * Seconds. The engine cannot store a change of visibility to exactly 0 (it writes NULL into a column that refuses it, and
 * the message is gone until the next start); a millisecond says the same.
 */
export const VISIBLE_AT_ONCE = 0.001;

export function nameOfQueue(queue: Resource): string {
  return queue.arn.split(':').at(-1) ?? '';
}

const ATTRIBUTES = [
  'VisibilityTimeout',
  'MessageRetentionPeriod',
  'DelaySeconds',
  'ReceiveMessageWaitTimeSeconds',
  'MaximumMessageSize',
  'FifoQueue',
  'ContentBasedDeduplication',
];

function attributesOf({ properties }: Resource): Record<string, string> {
  const given = ATTRIBUTES.filter((name) => properties[name] !== undefined);
  return {
    ...Object.fromEntries(given.map((name) => [name, String(properties[name])])),
    RedrivePolicy: properties.RedrivePolicy === undefined ? '' : JSON.stringify(properties.RedrivePolicy),
  };
}
