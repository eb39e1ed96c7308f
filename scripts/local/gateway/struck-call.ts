import { setTimeout as delay } from 'node:timers/promises';
import { awsError } from '../aws/aws-error.ts';
import type { AwsCall } from './aws-call.ts';
import type { HttpReply } from './http.ts';

/** The connection is to be broken without an answer. */
export class Broken extends Error {
  override name = 'Broken';
}

/** What each service calls its throttling error. DynamoDB's client retries this one without a cap of its own. */
const THROTTLES: Record<string, string> = {
  dynamodb: 'ProvisionedThroughputExceededException',
  ses: 'TooManyRequestsException',
};

/**
 * Makes a call as the faults that struck it demand.
 * @throws Broken when the caller is to see its connection break, before or after the call was applied.
 */
export async function makeStruck(call: AwsCall, apply: () => Promise<HttpReply>): Promise<HttpReply> {
  const effects = new Set(call.struck.map(({ effect }) => effect));
  for (const { effect, delayMs = 0 } of call.struck) if (effect === 'delay') await delay(delayMs);
  if (effects.has('throttle'))
    return awsError(call.service, THROTTLES[call.service] ?? 'ThrottlingException', 'Rate exceeded, by a fault.');
  if (effects.has('timeout-before')) throw new Broken('By a fault, before the call was applied.');
  if (effects.has('kill-worker-before')) await kill(call);
  const reply = await apply();
  if (effects.has('fail-after'))
    return awsError(call.service, 'FailedByFault', 'By a fault, after the call was applied.', 400);
  if (effects.has('timeout-after')) throw new Broken('By a fault, after the call was applied.');
  if (effects.has('kill-worker-after')) await kill(call);
  return reply;
}

async function kill({ caller, operation }: AwsCall): Promise<never> {
  await caller.worker?.end();
  throw new Broken(`By a fault: the worker of ${caller.functionName ?? 'nobody'} was ended at ${operation}.`);
}
