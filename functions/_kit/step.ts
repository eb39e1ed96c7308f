import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { z } from 'zod';
import { Id } from '../../shared/kernel/id.ts';
import { failure, logger } from './logger.ts';
import { type Scope, systemScope } from './scope.ts';

const Addressed = z.object({ mspId: Id });

/**
 * One Lambda task of a state machine. The machine's input names the MSP; the step works under that MSP's wall. Errors keep
 * their name, so that the definition's Retry and Catch can tell them apart.
 */
export function step<Input extends z.ZodType, Output>(
  name: string,
  input: Input,
  work: (scope: Scope, input: z.infer<Input>, context: Context) => Promise<Output>,
) {
  return middy<unknown, Output>().handler(async (event, context: Context) => {
    const { mspId } = Addressed.parse(event);
    const scope = systemScope(mspId, name, { requestId: context.awsRequestId });
    try {
      return await work(scope, input.parse(event), context);
    } catch (error) {
      logger.error('step failed', { operation: name, mspId, requestId: context.awsRequestId, failure: failure(error) });
      throw error;
    } finally {
      const { read, write } = scope.units;
      logger.info('step', { operation: name, mspId, requestId: context.awsRequestId, units: { read, write } });
    }
  });
}
