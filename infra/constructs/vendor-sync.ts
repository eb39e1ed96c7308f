import { Duration } from 'aws-cdk-lib';
import { Choice, Condition, JitterType, type RetryProps, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import { givingUp } from './give-up.ts';
import type { WorkflowDefinition } from './workflow.ts';

/** Seconds: a step works up to a minute, then finishes the page at hand and hands over to its next call. */
export const SYNC_STEP = { timeout: 120, memory: 1_024 };

/** AWS itself is busy: table, key service, or the network between. */
const BUSY: RetryProps = {
  errors: [
    'AppError',
    'ThrottlingException',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'InternalServerError',
    'KMSInternalException',
    'DependencyTimeoutException',
    'TimeoutError',
  ],
  interval: Duration.seconds(5),
  maxAttempts: 6,
  backoffRate: 2,
  maxDelay: Duration.minutes(2),
  jitterStrategy: JitterType.FULL,
};

/** A worker that was lost (killed, timed out): every step goes on where it stopped. */
const LOST: RetryProps = {
  errors: ['States.TaskFailed', 'States.Timeout'],
  interval: Duration.seconds(2),
  maxAttempts: 3,
  backoffRate: 2,
  jitterStrategy: JitterType.FULL,
};

/**
 * One sync of a vendor: plan, pull page by page (waiting where the vendor asks for it), remove what is gone, judge, count.
 * Vendor errors never surface here: they are outcomes of single pulls. What does fail ends in `Give up`, which tells the
 * integration's owner. The feature that owns the rows has the steps: `functions/integrations/sync-steps.service.ts`.
 */
export const vendorSync: WorkflowDefinition = (kit) => {
  const { scope, task } = kit;
  const failing = { superseded: 'SyncSuperseded', retries: [BUSY, LOST], giveUpRetries: [BUSY] };
  const { superseded, work } = givingUp(kit, failing);
  const done = new Succeed(scope, 'Done');

  const pull = work('Pull', 'pull');
  const reconcile = work('Reconcile', 'reconcile');
  const assess = work('Assess', 'assess');
  const finish = work('Finish', 'finish');
  const wait = new Wait(scope, 'Wait for the vendor', { time: WaitTime.secondsPath('$.waitSeconds') });

  const is = (state: string) => Condition.stringEquals('$.state', state);
  finish.next(done);
  assess.next(new Choice(scope, 'All judged?').when(is('more'), assess).otherwise(finish));
  reconcile.next(new Choice(scope, 'All reconciled?').when(is('more'), reconcile).otherwise(assess));
  wait.next(pull);
  pull.next(new Choice(scope, 'All pulled?').when(is('waiting'), wait).when(is('more'), pull).otherwise(reconcile));

  const planned = new Choice(scope, 'Is it ours?')
    .when(Condition.booleanEquals('$.proceed', true), pull)
    .otherwise(superseded);
  return task('Plan', 'plan').addRetry(BUSY).addRetry(LOST).next(planned);
};
