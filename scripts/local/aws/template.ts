import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleOf } from './assets.ts';
import { TemplateError } from './intrinsics.ts';
import { type Environment, StackSet, type Template } from './stack-set.ts';

/** One resource of a synthesized stack. `physicalId` is its Ref; `arn` is empty for resources that have none. */
export interface Resource {
  stack: string;
  logicalId: string;
  type: string;
  /** With every intrinsic function resolved. */
  properties: Record<string, unknown>;
  physicalId: string;
  arn: string;
}

/** Everything a stage's templates describe, over all stacks. */
export interface Deployment {
  resources: Resource[];
  ofType(type: string): Resource[];
  byPhysicalId(type: string, id: string): Resource | undefined;
  byArn(arn: string): Resource | undefined;
  /** The folder of the function's asset, which holds `index.mjs`. */
  functionBundle(fn: Resource): string;
}

const SUFFIX = '.template.json';

function readTemplates(dir: string): Map<string, Template> {
  const files = readdirSync(dir).filter((file) => file.endsWith(SUFFIX));
  if (files.length === 0) throw new TemplateError(`${dir} holds no <Stack>${SUFFIX}; synthesize the stage first.`);
  return new Map(
    files.sort().map((file) => {
      try {
        return [file.slice(0, -SUFFIX.length), JSON.parse(readFileSync(join(dir, file), 'utf8')) as Template];
      } catch (error) {
        throw new TemplateError(`${join(dir, file)} is not valid JSON; synthesize again.`, { cause: error });
      }
    }),
  );
}

function byDistinct(resources: Resource[], keyOf: (resource: Resource) => string): Map<string, Resource> {
  const found = new Map<string, Resource>();
  for (const resource of resources) {
    const key = keyOf(resource);
    const other = found.get(key);
    if (other) {
      const both = `${other.stack}/${other.logicalId} and ${resource.stack}/${resource.logicalId}`;
      throw new TemplateError(`${both} are both ${key}; give one another name.`);
    }
    found.set(key, resource);
  }
  return found;
}

/**
 * Reads what `cdk synth` wrote for one stage: every `<Stack>.template.json` of `dir`, intrinsics resolved over all
 * stacks. `endpoint` (`http://127.0.0.1:<port>`) is the host of queue URLs. Throws `TemplateError` on anything it does
 * not know, on circular dependencies and on two resources with one ARN.
 */
export function loadDeployment(dir: string, options: Environment): Deployment {
  const stacks = new StackSet(readTemplates(dir), options);
  const resources = [...stacks.resources()].map(([stack, logicalId, type]): Resource => {
    const { physicalId, arn } = stacks.identity(stack, logicalId);
    return { stack, logicalId, type, properties: stacks.properties(stack, logicalId), physicalId, arn };
  });
  stacks.refuseCycles();
  const arns = byDistinct(
    resources.filter(({ arn }) => arn !== ''),
    ({ arn }) => arn,
  );
  const types = Map.groupBy(resources, ({ type }) => type);
  return {
    resources,
    ofType: (type) => types.get(type) ?? [],
    byPhysicalId: (type, id) => types.get(type)?.find(({ physicalId }) => physicalId === id),
    byArn: (arn) => arns.get(arn),
    functionBundle: ({ stack, logicalId, properties }) => bundleOf(dir, stack, logicalId, properties.Code),
  };
}
