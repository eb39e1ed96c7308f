import { Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import { AGAIN, givingUp } from '../constructs/give-up.ts';
import type { WorkflowDefinition } from '../constructs/workflow.ts';

/**
 * The making of a report: freeze the data, draw the pages from it, file the PDF. What fails for good (stored data that is not
 * what was frozen, and no data at all, at once) is said on the report and to who asked. The mail goes out by the fact that the report is finished.
 */
export const report: WorkflowDefinition = (kit) => {
  const { work } = givingUp(kit, {
    superseded: 'ReportSuperseded',
    hopeless: ['FileAltered', 'NothingToShow'],
    retries: [AGAIN],
  });
  const file = work('File', 'finish');
  file.next(new Succeed(kit.scope, 'Done'));
  return work('Freeze', 'gather').next(work('Draw', 'render')).next(file);
};
