import { CfnRule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { DISPATCHER, functionArn, scheduleRuleName } from '../names.ts';
import type { Stage } from '../stages.ts';
import type { Unit } from '../units.ts';
import type { FeatureFunction } from './feature-function.ts';
import { WorkQueue } from './work-queue.ts';

/**
 * A job run by the clock for each MSP: rule -> dispatcher -> one message per MSP on this job's queue -> function. The
 * rule tells the dispatcher which queue to fill.
 */
export class Schedule extends Construct {
  constructor(scope: Construct, stage: Stage, unit: Unit, every: string, worker: FeatureFunction) {
    super(scope, `${unit.name}-clock`);
    const work = new WorkQueue(this, stage, unit, worker);
    const schedule = `${unit.feature}-${unit.what}`;
    new CfnRule(this, 'Rule', {
      name: scheduleRuleName(stage, unit),
      description: `${every} -> ${schedule}`,
      scheduleExpression: every,
      state: stage.schedules ? 'ENABLED' : 'DISABLED',
      targets: [
        {
          id: 'dispatcher',
          arn: functionArn(stage, DISPATCHER),
          inputTransformer: {
            // When the tick was due, not when the dispatcher ran: a second delivery of one tick names the same slot.
            inputPathsMap: { time: '$.time' },
            inputTemplate: `{"schedule":"${schedule}","queueUrl":"${work.queue.queueUrl}","time":<time>}`,
          },
        },
      ],
    });
  }
}
