import type { AccessRequest } from '../aws/iam.ts';
import type { QueuesAndFiles } from '../engines/fauxqs.ts';
import { VISIBLE_AT_ONCE } from '../engines/provision.ts';
import { type AwsCall, type AwsService, awsJson, ServiceError, targetOf, textField } from '../gateway/aws-call.ts';
import type { HttpReply } from '../gateway/http.ts';
import { arnOf } from '../place.ts';

/** What batches need is the right to their single operation (AWS, Actions, resources, and condition keys for SQS). */
const ACTIONS: Record<string, string> = {
  SendMessage: 'SendMessage',
  SendMessageBatch: 'SendMessage',
  ReceiveMessage: 'ReceiveMessage',
  DeleteMessage: 'DeleteMessage',
  DeleteMessageBatch: 'DeleteMessage',
  ChangeMessageVisibility: 'ChangeMessageVisibility',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
  GetQueueUrl: 'GetQueueUrl',
  GetQueueAttributes: 'GetQueueAttributes',
  PurgeQueue: 'PurgeQueue',
};

/** SQS: judged here, done by the engine. Queues come from the templates alone. */
export class Sqs implements AwsService {
  readonly #engine: QueuesAndFiles;
  readonly #changed: () => void;

  constructor(engine: QueuesAndFiles, changed: () => void) {
    this.#engine = engine;
    this.#changed = changed;
  }

  operationOf = targetOf;

  access({ operation, input }: AwsCall): AccessRequest[] {
    const action = ACTIONS[operation];
    if (!action) throw new ServiceError('InvalidAction', `The local cloud does not answer sqs:${operation}.`);
    const name = operation === 'GetQueueUrl' ? textField(input, 'QueueName') : nameIn(textField(input, 'QueueUrl'));
    return [{ action: `sqs:${action}`, resource: arnOf('sqs', name), context: {} }];
  }

  async handle(call: AwsCall): Promise<HttpReply> {
    const { operation, input, request } = call;
    if (operation === 'ChangeMessageVisibility' && input.VisibilityTimeout === 0)
      return this.#pass(call, JSON.stringify({ ...input, VisibilityTimeout: VISIBLE_AT_ONCE }));
    if (operation === 'GetQueueUrl') {
      const queue = this.#engine.sqsStore.getQueueByName(textField(input, 'QueueName'));
      if (!queue) throw new ServiceError('QueueDoesNotExist', 'The specified queue does not exist.');
      return awsJson(call, { QueueUrl: queue.url });
    }
    return this.#pass(call, request.body);
  }

  async #pass({ request }: AwsCall, body: string | Buffer): Promise<HttpReply> {
    const payload = Buffer.from(body);
    const headers = { ...request.headers, 'content-length': String(payload.length) };
    const reply = await this.#engine.handle({ ...request, headers, body: payload });
    this.#changed();
    return reply;
  }
}

function nameIn(queueUrl: string): string {
  return queueUrl.split('/').at(-1) ?? '';
}
