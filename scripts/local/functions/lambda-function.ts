import { join } from 'node:path';
import type { Deployment, Resource } from '../aws/template.ts';

/** A function of the templates, with what is needed to run it. */
export interface LambdaFunction {
  /** `fairlead-<stage>-<feature>-<unit>` */
  name: string;
  arn: string;
  roleArn: string;
  /** Path of the module that exports `handler`. */
  bundle: string;
  timeoutMs: number;
  memoryMb: number;
  /** The template's environment variables. */
  variables: Record<string, string>;
  /** Functions behind API routes are kept apart, so that background work never takes the last worker from a person. */
  background: boolean;
}

/** All functions of the deployment. @throws when one has a handler other than `index.handler` or no role. */
export function functionsOf(deployment: Deployment): LambdaFunction[] {
  const behindApi = new Set(
    deployment
      .ofType('AWS::ApiGatewayV2::Integration')
      .map(({ properties }) => functionArnIn(properties.IntegrationUri)),
  );
  return deployment.ofType('AWS::Lambda::Function').map((resource) => describe(deployment, resource, behindApi));
}

function describe(deployment: Deployment, resource: Resource, behindApi: Set<string | undefined>): LambdaFunction {
  const { Handler, Role, Timeout, MemorySize, Environment } = resource.properties;
  if (Handler !== 'index.handler')
    throw new Error(
      `Function ${resource.physicalId} has Handler ${String(Handler)}: only index.handler can be run here.`,
    );
  if (typeof Role !== 'string') throw new Error(`Function ${resource.physicalId} has no Role.`);
  const variables = (Environment as { Variables?: Record<string, unknown> } | undefined)?.Variables ?? {};
  return {
    name: resource.physicalId,
    arn: resource.arn,
    roleArn: Role,
    bundle: join(deployment.functionBundle(resource), 'index.mjs'),
    timeoutMs: Number(Timeout ?? 3) * 1000,
    memoryMb: Number(MemorySize ?? 128),
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)])),
    background: !behindApi.has(resource.arn),
  };
}

/** The function ARN inside an integration URI, which is either the ARN itself or API Gateway's invocation path. */
export function functionArnIn(uri: unknown): string | undefined {
  return /arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:[\w-]+/.exec(String(uri))?.[0];
}
