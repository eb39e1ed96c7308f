import { Duration } from 'aws-cdk-lib';
import { type CustomState, JitterType, type RetryProps, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { WorkflowKit } from './workflow.ts';

/** A busy table, a lost worker, a dropped connection: for steps that can be called again, or go on where they stopped. */
export const AGAIN: RetryProps = {
  errors: ['States.ALL'],
  interval: Duration.seconds(2),
  maxAttempts: 3,
  backoffRate: 2,
  jitterStrategy: JitterType.FULL,
};

export interface Failing {
  /** Error of a step whose work another has taken over: going on would be wrong, and trying again too. */
  superseded: string;
  /** Other errors that trying again does not mend. */
  hopeless?: readonly string[];
  /** When a step is called again, and when `Give up` is. */
  retries: readonly RetryProps[];
  giveUpRetries?: readonly RetryProps[];
}

/**
 * The bad ends of a workflow. What fails for good ends in `Give up`, the feature's step `fail`, which tells who waits for it;
 * a run whose work was taken over ends silently.
 *
 * @returns the silent end, and the maker of states that call a step and end there when they fail
 */
export function givingUp(
  { scope, task }: WorkflowKit,
  { superseded, hopeless = [], retries, giveUpRetries = retries }: Failing,
): { superseded: Succeed; work: (state: string, step: string) => CustomState } {
  const never: RetryProps = { errors: [superseded, ...hopeless], maxAttempts: 0 };
  const called = (state: string, step: string, again: readonly RetryProps[]) =>
    again.reduce((made, retry) => made.addRetry(retry), task(state, step).addRetry(never));

  const silent = new Succeed(scope, 'Superseded');
  const giveUp = called('Give up', 'fail', giveUpRetries).addCatch(silent, { errors: [superseded] });
  giveUp.next(new Succeed(scope, 'Failed and told'));
  const work = (state: string, step: string) =>
    called(state, step, retries)
      .addCatch(silent, { errors: [superseded], resultPath: '$.error' })
      .addCatch(giveUp, { errors: ['States.ALL'], resultPath: '$.error' });
  return { superseded: silent, work };
}
