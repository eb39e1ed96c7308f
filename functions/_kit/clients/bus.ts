import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { perKeys } from './aws.ts';

/** EventBridge under the function's own role; `platform/publish` alone may put events. */
export const eventBridge = perKeys((config) => new EventBridgeClient(config));

/** SQS under the function's own role; the schedule dispatcher alone sends messages. */
export const sqs = perKeys((config) => new SQSClient(config));
