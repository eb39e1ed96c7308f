import { decide, type Statement } from '../aws/iam.ts';
import type { Deployment } from '../aws/template.ts';
import type { QueuesAndFiles } from '../engines/fauxqs.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';
import type { Permissions } from '../functions/permissions.ts';
import { ACCOUNT } from '../place.ts';

export interface TargetParts {
  deployment: Deployment;
  engine: QueuesAndFiles;
  permissions: Permissions;
  functionByArn(arn: string): LambdaFunction | undefined;
  /** Starts an invocation that retries by itself. */
  invokeLater(fn: LambdaFunction, event: unknown): void;
}

export interface Delivery {
  /** ARN of the queue or function that receives. */
  arn: string;
  body: string;
  /** The AWS service that delivers, and the rule or mapping on whose behalf. */
  service: string;
  sourceArn: string;
  /** Queue ARN for what cannot be delivered. */
  deadLetter?: string | undefined;
}

/** Delivers to queues and functions on behalf of an AWS service, within the rights the templates give that service. */
export class Targets {
  readonly #parts: TargetParts;

  constructor(parts: TargetParts) {
    this.#parts = parts;
  }

  /**
   * Delivers; what the target does not take goes to the dead-letter queue.
   * @returns a sentence when even that is not possible and the delivery is lost, as it would be on AWS.
   */
  deliver(delivery: Delivery): string | undefined {
    const refusal = this.#attempt(delivery);
    if (!refusal || !delivery.deadLetter) return refusal;
    const second = this.#attempt({ ...delivery, arn: delivery.deadLetter });
    return second && `${refusal} ${second}`;
  }

  #attempt({ arn, body, service, sourceArn }: Delivery): string | undefined {
    const kind = arn.split(':')[2];
    if (kind === 'sqs') return this.#enqueue(arn, body, service, sourceArn);
    const fn = kind === 'lambda' ? this.#parts.functionByArn(arn) : undefined;
    if (!fn) return `${sourceArn}: the local cloud delivers to queues and functions of the templates, not to ${arn}.`;
    if (!this.#parts.permissions.allow(arn, service, sourceArn))
      return `${sourceArn}: ${service} has no permission to invoke ${arn}; add an AWS::Lambda::Permission.`;
    this.#parts.invokeLater(fn, JSON.parse(body));
    return undefined;
  }

  #enqueue(arn: string, body: string, service: string, sourceArn: string): string | undefined {
    const queue = this.#parts.engine.sqsStore.getQueueByArn(arn);
    if (!queue) return `${sourceArn}: the queue ${arn} does not exist.`;
    const policies = this.#statementsFor(queue.url, service);
    const principal = { arn: service, account: ACCOUNT, tags: {}, policies };
    const context = { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': ACCOUNT, 'aws:SecureTransport': 'true' };
    const decision = decide(principal, { action: 'sqs:SendMessage', resource: arn, context });
    if (!decision.allowed) return `${sourceArn}: the queue policy of ${arn} does not let ${service} send messages.`;
    this.#parts.engine.send(queue, body);
    return undefined;
  }

  #statementsFor(queueUrl: string, service: string): Statement[] {
    return this.#parts.deployment
      .ofType('AWS::SQS::QueuePolicy')
      .filter(({ properties }) => (properties.Queues as string[]).includes(queueUrl))
      .flatMap(({ properties }) => (properties.PolicyDocument as { Statement: Statement[] }).Statement)
      .filter(
        ({ Principal }) =>
          Principal === '*' ||
          [Principal?.Service, Principal?.AWS].flat().some((one) => one === service || one === '*'),
      );
  }
}
