import { type App, Stack } from 'aws-cdk-lib';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FeatureSpec } from '../feature-spec.ts';
import { DISPATCHER, defaultBusRuleArn, scheduleRulePrefix, stackName } from '../names.ts';
import { type Unit, unitsOf } from '../units.ts';
import type { FeatureContext } from './feature-context.ts';
import { FeatureFunction } from './feature-function.ts';
import { FeatureRoutes } from './feature-routes.ts';
import { OutboxStream } from './outbox-stream.ts';
import { Schedule } from './schedule.ts';
import { Subscriber } from './subscriber.ts';
import { deadLetterQueue } from './work-queue.ts';

/** One feature as deployed: everything in it follows from its FeatureSpec. */
export class FeatureStack extends Stack {
  readonly #spec: FeatureSpec;
  readonly #context: FeatureContext;

  constructor(app: App, feature: string, spec: FeatureSpec, context: FeatureContext) {
    const { stage } = context;
    super(app, stackName(stage, feature), { env: { account: stage.account, region: stage.region } });
    this.#spec = spec;
    this.#context = context;
    for (const unit of unitsOf(feature, spec)) {
      if (unit.kind === 'stream') this.#stream(unit);
      else if (unit.kind === 'dispatch') this.#dispatcher(unit);
      else this.#deploy(unit);
    }
  }

  #deploy(unit: Unit): void {
    const { stage } = this.#context;
    const { api, on, schedules } = this.#spec;
    const subscription = unit.kind === 'on' ? on?.[unit.what] : undefined;
    const schedule = unit.kind === 'schedule' ? schedules?.[unit.what] : undefined;
    const deployed = this.#function(unit);
    if (unit.kind === 'api' && api) new FeatureRoutes(this, api, this.#context, deployed);
    if (subscription) new Subscriber(this, stage, unit, subscription, deployed);
    if (schedule) new Schedule(this, stage, unit, schedule.every, deployed);
  }

  #function(unit: Unit, deadLetters?: ReturnType<typeof deadLetterQueue>): FeatureFunction {
    return new FeatureFunction(this, {
      unit,
      data: this.#spec.data,
      context: this.#context,
      ...(deadLetters ? { deadLetters } : {}),
    });
  }

  #stream(unit: Unit): void {
    const deadLetters = deadLetterQueue(new Construct(this, `${unit.name}-failures`), this.#context.stage, unit);
    new OutboxStream(this, unit, this.#context.streamArn, this.#function(unit), deadLetters);
  }

  #dispatcher(unit: Unit): void {
    const { stage } = this.#context;
    if (unit.name !== DISPATCHER) {
      throw new Error(`${unit.name}: the clock wakes ${DISPATCHER} and no other function; take it out of the spec.`);
    }
    const deployed = this.#function(unit, deadLetterQueue(new Construct(this, `${unit.name}-failures`), stage, unit));
    new CfnPermission(this, 'ClockPermission', {
      action: 'lambda:InvokeFunction',
      functionName: deployed.lambda.functionName,
      principal: 'events.amazonaws.com',
      sourceAccount: stage.account,
      sourceArn: defaultBusRuleArn(stage, `${scheduleRulePrefix(stage)}*`),
    });
  }
}
