import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundleFunctions } from '../scripts/bundle.ts';
import type { FeatureContext } from './constructs/feature-context.ts';
import { FeatureStack } from './constructs/feature-stack.ts';
import { CONTEXT } from './context.ts';
import { FEATURE_SPECS, type FeatureSpecs } from './feature-specs.ts';
import { acknowledge } from './nag-acknowledgements.ts';
import { refuseContradictions } from './spec-rules.ts';
import { AlarmsStack } from './stacks/alarms.ts';
import { ApiStack } from './stacks/api.ts';
import { BusStack } from './stacks/bus.ts';
import { DataStack } from './stacks/data.ts';
import { WebStack } from './stacks/web.ts';
import { WorkflowsStack } from './stacks/workflows.ts';
import { type Stage, stageNamed } from './stages.ts';
import { unitsOf } from './units.ts';
import { WORKFLOW_DEFINITIONS, type WorkflowDefinitions } from './workflow-definitions.ts';

const BUNDLES = 'dist/functions';
const STACK_FILE = /^fairlead-.*\.(template|assets|metadata)\.json$/;

export interface SynthOptions {
  /** Folder of the bundled functions, one folder each. */
  bundles?: string;
  specs?: FeatureSpecs;
  workflows?: WorkflowDefinitions;
  /** Another origin than the stage's: the local cloud's, which depends on the port it found free. */
  origin?: string;
  /** Check the rules of cdk-nag. */
  nag?: boolean;
}

/** Puts all stacks of a stage into an app. Throws, in a sentence, when specs contradict each other or a bundle is missing. */
export function addStacks(app: App, stage: Stage, options: SynthOptions = {}): void {
  const { bundles = BUNDLES, specs = FEATURE_SPECS, workflows = WORKFLOW_DEFINITIONS } = options;
  refuseContradictions(specs, workflows);
  const named = Object.entries(specs);
  const data = new DataStack(app, stage);
  const bus = new BusStack(app, stage);
  const api = new ApiStack(app, stage);
  const context: FeatureContext = {
    stage,
    bundles,
    streamArn: data.streamArn,
    credentialsKeyArn: data.credentialsKeyArn,
    httpApiId: api.httpApiId,
    schedules: named.flatMap(([feature, spec]) => unitsOf(feature, spec)).filter(({ kind }) => kind === 'schedule'),
  };
  const features = named.map(([feature, spec]) => new FeatureStack(app, feature, spec, context));
  for (const feature of features) for (const other of [data, bus, api]) feature.addStackDependency(other);
  if (named.some(([, spec]) => spec.workflows?.length)) {
    const machines = new WorkflowsStack(app, stage, specs, workflows);
    for (const feature of features) machines.addStackDependency(feature);
  }
  new WebStack(app, stage, api.httpApiId);
  new AlarmsStack(app, stage, specs, api.httpApiId);
  acknowledge(app, stage);
}

/** An empty app that writes into `outdir`. Stacks that a former run left there are removed: readers take all they find. */
function appInto(outdir: string): App {
  const left = existsSync(outdir) ? readdirSync(outdir).filter((file) => STACK_FILE.test(file)) : [];
  for (const file of left) rmSync(join(outdir, file));
  return new App({ outdir, context: { ...CONTEXT }, analyticsReporting: false });
}

/**
 * Writes templates and assets of a stage into `outdir`. The functions must have been bundled. With `nag` the rules of
 * AwsSolutions are checked too.
 *
 * @throws ValidationFailed when CloudFormation's rules, or cdk-nag's, find what is not acknowledged
 */
export function synthesize(stageName: string, outdir: string, options: SynthOptions = {}): void {
  const stage = stageNamed(stageName);
  if (options.origin && stage.name !== 'local')
    throw new Error(`The origin of ${stageName} stands in infra/stages.ts.`);
  const app = appInto(outdir);
  if (options.nag) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  addStacks(app, { ...stage, origin: options.origin ?? stage.origin }, options);
  app.synth();
}

/**
 * `cdk synth -c stage=<stage>` (the CLI sets CDK_OUTDIR) bundles, synthesizes and checks; `--stage <stage> --out <dir>`
 * does so without cdk-nag, and with `--bundles <dir>` takes functions that were bundled before;
 * `--origin <url>` is for the local stage.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: Object.fromEntries(
      ['stage', 'out', 'bundles', 'origin'].map((name) => [name, { type: 'string' }] as const),
    ),
  });
  const cli = process.env.CDK_OUTDIR;
  const context = JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}') as { stage?: string };
  if (!values.bundles) await bundleFunctions({ outdir: BUNDLES });
  synthesize(values.stage ?? context.stage ?? 'local', values.out ?? cli ?? 'cdk.out', {
    bundles: values.bundles ?? BUNDLES,
    nag: cli !== undefined,
    ...(values.origin ? { origin: values.origin } : {}),
  });
}

if (import.meta.main) await main();
