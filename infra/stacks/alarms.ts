import { type App, Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { FeatureSpecs } from '../feature-specs.ts';
import { deadLetterName, functionName, machineArn, stackName } from '../names.ts';
import type { Stage } from '../stages.ts';
import { type Unit, type UnitKind, unitsOf } from '../units.ts';

interface Watched {
  name: string;
  namespace: string;
  metricName: string;
  dimensionsMap: Record<string, string>;
  statistic: 'Sum' | 'Maximum';
  /** The alarm goes off above this. */
  above: number;
  because: string;
}

/** Functions whose calls end in a queue of dead letters when they fail for good. */
const WITH_DEAD_LETTERS: readonly UnitKind[] = ['on', 'schedule', 'dispatch', 'stream'];
/** Functions whose failure nothing else reports: queues retry, machines have an alarm of their own. */
const ERRORS_COUNT: readonly UnitKind[] = ['api', 'dispatch', 'stream'];
const OUTBOX_LATE_MS = 5 * 60_000;

/** All alarms of a stage, written from the specs: they watch by name and need nothing of the stacks they watch. */
export class AlarmsStack extends Stack {
  readonly #action: SnsAction | undefined;

  constructor(app: App, stage: Stage, specs: FeatureSpecs, httpApiId: string) {
    super(app, stackName(stage, 'alarms'), { env: { account: stage.account, region: stage.region } });
    this.#action = stage.alarmMail ? this.#mailTo(stage, stage.alarmMail) : undefined;
    const units = Object.entries(specs).flatMap(([feature, spec]) => unitsOf(feature, spec));
    for (const unit of units) this.#unit(stage, unit);
    for (const { workflows = [] } of Object.values(specs)) for (const name of workflows) this.#workflow(stage, name);
    this.#watch({
      name: stackName(stage, 'api-5xx'),
      namespace: 'AWS/ApiGateway',
      metricName: '5xx',
      dimensionsMap: { ApiId: httpApiId },
      statistic: 'Sum',
      above: 5,
      because: 'Calls to the API end in server errors.',
    });
  }

  #unit(stage: Stage, unit: Unit): void {
    const lambda = { FunctionName: functionName(stage, unit.name) };
    if (WITH_DEAD_LETTERS.includes(unit.kind)) {
      this.#watch({
        name: `${deadLetterName(stage, unit.name)}-filled`,
        namespace: 'AWS/SQS',
        metricName: 'ApproximateNumberOfMessagesVisible',
        dimensionsMap: { QueueName: deadLetterName(stage, unit.name) },
        statistic: 'Maximum',
        above: 0,
        because: `${unit.name} gave up on messages: read them, mend the cause, redrive.`,
      });
    }
    if (ERRORS_COUNT.includes(unit.kind)) {
      this.#watch({
        name: `${lambda.FunctionName}-errors`,
        namespace: 'AWS/Lambda',
        metricName: 'Errors',
        dimensionsMap: lambda,
        statistic: 'Sum',
        above: 0,
        because: `${unit.name} threw or ran out of time.`,
      });
    }
    if (unit.kind === 'stream') {
      this.#watch({
        name: `${lambda.FunctionName}-late`,
        namespace: 'AWS/Lambda',
        metricName: 'IteratorAge',
        dimensionsMap: lambda,
        statistic: 'Maximum',
        above: OUTBOX_LATE_MS,
        because: 'Facts are published minutes after they happened.',
      });
    }
  }

  #workflow(stage: Stage, name: string): void {
    for (const metricName of ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted']) {
      this.#watch({
        name: stackName(stage, `${name}-${metricName}`),
        namespace: 'AWS/States',
        metricName,
        dimensionsMap: { StateMachineArn: machineArn(stage, name) },
        statistic: 'Sum',
        above: 0,
        because: `A run of ${name} did not end well.`,
      });
    }
  }

  #watch({ name, above, because, ...metric }: Watched): void {
    const alarm = new Alarm(this, name, {
      alarmName: name,
      alarmDescription: because,
      metric: new Metric({ ...metric, period: Duration.minutes(5) }),
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (this.#action) alarm.addAlarmAction(this.#action);
  }

  #mailTo(stage: Stage, address: string): SnsAction {
    const topic = new Topic(this, 'Topic', { topicName: stackName(stage, 'alarms'), enforceSSL: true });
    topic.addSubscription(new EmailSubscription(address));
    return new SnsAction(topic);
  }
}
