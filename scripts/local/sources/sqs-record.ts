import type { SQSRecord } from 'aws-lambda';
import type { Queue } from '../engines/fauxqs.ts';
import { ACCOUNT, REGION } from '../place.ts';

type Message = Parameters<Queue['enqueue']>[0];

/** A received message as its function gets it (AWS, Using Lambda with Amazon SQS). */
export function recordOf(queue: Queue, receiptHandle: string): SQSRecord {
  const message = queue.inflightMessages.get(receiptHandle)?.message;
  if (!message) throw new Error(`Message ${receiptHandle} left the queue while it was being received.`);
  return {
    messageId: message.messageId,
    receiptHandle,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.approximateReceiveCount),
      SentTimestamp: String(message.sentTimestamp),
      SenderId: ACCOUNT,
      ApproximateFirstReceiveTimestamp: String(message.approximateFirstReceiveTimestamp ?? message.sentTimestamp),
    },
    messageAttributes: attributesOf(message.messageAttributes),
    md5OfBody: message.md5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: REGION,
  };
}

/** Lambda names a message attribute's fields in lower case. */
function attributesOf(attributes: Message['messageAttributes']): SQSRecord['messageAttributes'] {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      { dataType: DataType, stringValue: StringValue, binaryValue: BinaryValue },
    ]),
  );
}
