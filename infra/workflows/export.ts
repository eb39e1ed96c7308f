import { Duration } from 'aws-cdk-lib';
import {
  Choice,
  Condition,
  type CustomState,
  JitterType,
  type RetryProps,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { WorkflowDefinition } from '../constructs/workflow.ts';

/** Another writing has taken over, or nothing would change: trying again is no use. */
const SUPERSEDED = 'ExportSuperseded';
const NEVER: RetryProps = {
  errors: [SUPERSEDED, 'ExportForbidden', 'ExportTooLarge', 'FileAltered'],
  maxAttempts: 0,
};

/** A busy table, a lost worker, a dropped connection: every step goes on where it stopped. */
const AGAIN: RetryProps = {
  errors: ['States.ALL'],
  interval: Duration.seconds(2),
  maxAttempts: 3,
  backoffRate: 2,
  jitterStrategy: JitterType.FULL,
};

/**
 * The writing of an export: part by part, as long as a function may run, then the next call; at the end the parts become one
 * file. What fails for good ends in `Give up`, which says so on the export and to who asked.
 */
export const exportList: WorkflowDefinition = ({ scope, task }) => {
  const superseded = new Succeed(scope, 'Superseded');
  const giveUp = task('Give up', 'fail')
    .addRetry(NEVER)
    .addRetry(AGAIN)
    .addCatch(superseded, { errors: [SUPERSEDED] });
  giveUp.next(new Succeed(scope, 'Failed and told'));

  const work = (state: string, step: string): CustomState =>
    task(state, step)
      .addRetry(NEVER)
      .addRetry(AGAIN)
      .addCatch(superseded, { errors: [SUPERSEDED], resultPath: '$.error' })
      .addCatch(giveUp, { errors: ['States.ALL'], resultPath: '$.error' });

  const write = work('Write', 'write');
  const join = work('Join', 'finish');
  join.next(new Succeed(scope, 'Done'));
  return write.next(
    new Choice(scope, 'Every row written?').when(Condition.stringEquals('$.state', 'more'), write).otherwise(join),
  );
};
