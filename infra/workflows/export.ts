import { Choice, Condition, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import { AGAIN, givingUp } from '../constructs/give-up.ts';
import type { WorkflowDefinition } from '../constructs/workflow.ts';

/**
 * The writing of an export: part by part, as long as a function may run, then the next call; at the end the parts become one
 * file. What fails for good is said on the export and to who asked.
 */
export const exportList: WorkflowDefinition = (kit) => {
  const hopeless = ['ExportForbidden', 'ExportTooLarge', 'FileAltered'];
  const { work } = givingUp(kit, { superseded: 'ExportSuperseded', hopeless, retries: [AGAIN] });
  const write = work('Write', 'write');
  const join = work('Join', 'finish');
  join.next(new Succeed(kit.scope, 'Done'));
  return write.next(
    new Choice(kit.scope, 'Every row written?').when(Condition.stringEquals('$.state', 'more'), write).otherwise(join),
  );
};
