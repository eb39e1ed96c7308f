import type { FeatureSpecs } from './feature-specs.ts';
import { refuseSharedPaths } from './http-routes.ts';
import { DISPATCHER } from './names.ts';
import { type Unit, unitsOf } from './units.ts';
import type { WorkflowDefinitions } from './workflow-definitions.ts';

function refuseUnit({ name, feature, spec }: Unit, data: string, workflows: readonly string[]): void {
  const unknown = spec.starts?.find((workflow) => !workflows.includes(workflow));
  if (unknown) throw new Error(`${name} starts ${unknown}, which no feature owns: add it to a spec's workflows.`);
  if (spec.publishes && feature !== 'platform') {
    throw new Error(`${name} may not publish: facts leave through the outbox, which platform alone puts on the bus.`);
  }
  if (spec.files && data === 'none') throw new Error(`${name} touches files, but its feature's data is "none".`);
  if (spec.files === 'read-write' && data === 'read') {
    throw new Error(`${name} writes files, but its feature's data is "read": files are written under app-write.`);
  }
  if (spec.credentials === 'seal' && data !== 'read-write') {
    throw new Error(`${name} seals credentials, which are written in a commit: give its feature data "read-write".`);
  }
}

/** Refuses specs that contradict each other, in sentences that say what to change. Run before anything is built. */
export function refuseContradictions(specs: FeatureSpecs, definitions: WorkflowDefinitions): void {
  const named = Object.entries(specs);
  refuseSharedPaths(Object.fromEntries(named.map(([feature, spec]) => [feature, spec.api])));
  const workflows = named.flatMap(([, spec]) => spec.workflows ?? []);
  const twice = workflows.find((workflow, i) => workflows.indexOf(workflow) !== i);
  if (twice) throw new Error(`Two features own the workflow ${twice}: leave it to one.`);
  const orphan = Object.keys(definitions).find((workflow) => !workflows.includes(workflow));
  if (orphan) throw new Error(`infra/workflows/${orphan}.ts is owned by no feature: add it to a spec's workflows.`);
  const units = named.flatMap(([feature, spec]) => unitsOf(feature, spec).map((unit) => ({ unit, data: spec.data })));
  for (const { unit, data } of units) refuseUnit(unit, data, workflows);
  const scheduled = units.find(({ unit }) => unit.kind === 'schedule')?.unit;
  if (scheduled && !units.some(({ unit }) => unit.name === DISPATCHER)) {
    throw new Error(`${scheduled.name} runs by the clock, but no feature deploys ${DISPATCHER}.`);
  }
  const wrong = named.find(([feature, { data }]) => data === 'identity' && feature !== 'identity');
  if (wrong) throw new Error(`infra/features/${wrong[0]}.ts: only the feature identity may have data "identity".`);
}
