import { type App, Stack } from 'aws-cdk-lib';
import { Workflow } from '../constructs/workflow.ts';
import type { FeatureSpecs } from '../feature-specs.ts';
import { stackName } from '../names.ts';
import type { Stage } from '../stages.ts';
import type { WorkflowDefinitions } from '../workflow-definitions.ts';

/** All state machines. They name the step functions of the features, so this stack is deployed after those. */
export class WorkflowsStack extends Stack {
  constructor(app: App, stage: Stage, specs: FeatureSpecs, definitions: WorkflowDefinitions) {
    super(app, stackName(stage, 'workflows'), { env: { account: stage.account, region: stage.region } });
    for (const [feature, spec] of Object.entries(specs)) {
      for (const name of spec.workflows ?? []) {
        const definition = definitions[name];
        if (!definition)
          throw new Error(`infra/features/${feature}.ts owns ${name}: write infra/workflows/${name}.ts.`);
        new Workflow(this, { stage, name, feature, definition, steps: Object.keys(spec.steps ?? {}) });
      }
    }
  }
}
