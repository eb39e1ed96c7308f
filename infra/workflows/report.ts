import { Duration } from 'aws-cdk-lib';
import { type CustomState, JitterType, type RetryProps, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { WorkflowDefinition } from '../constructs/workflow.ts';

/** Another making has taken over, or the stored data is not what was frozen: trying again changes nothing. */
const SUPERSEDED = 'ReportSuperseded';
const NEVER: RetryProps = { errors: [SUPERSEDED, 'FileAltered'], maxAttempts: 0 };

/** A busy table, a lost worker, a dropped connection: every step can be called again. */
const AGAIN: RetryProps = {
  errors: ['States.ALL'],
  interval: Duration.seconds(2),
  maxAttempts: 3,
  backoffRate: 2,
  jitterStrategy: JitterType.FULL,
};

/**
 * The making of a report: freeze the data, draw the pages from it, file the PDF. What fails for good ends in `Give up`, which
 * says so on the report and to who asked. The mail goes out by the fact that the report is finished.
 */
export const report: WorkflowDefinition = ({ scope, task }) => {
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

  const file = work('File', 'finish');
  file.next(new Succeed(scope, 'Done'));
  return work('Freeze', 'gather').next(work('Draw', 'render')).next(file);
};
