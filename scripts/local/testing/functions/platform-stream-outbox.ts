import type { DynamoDBStreamEvent } from 'aws-lambda';
import { publish } from './outbox.ts';

/** Publishes committed outbox rows; those the bus refused are reported, so that the stream resumes there. */
export async function handler({ Records }: DynamoDBStreamEvent) {
  const refused = await publish(
    Records.map(({ dynamodb: { NewImage = {} } = {} }) => ({
      pk: NewImage.pk?.S ?? '',
      sk: NewImage.sk?.S ?? '',
      noteId: NewImage.noteId?.S ?? '',
      text: NewImage.text?.S ?? '',
    })),
  );
  return {
    batchItemFailures: refused.map((index) => ({ itemIdentifier: Records[index]?.dynamodb?.SequenceNumber ?? '' })),
  };
}
