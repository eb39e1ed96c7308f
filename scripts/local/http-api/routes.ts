import type { Deployment, Resource } from '../aws/template.ts';
import { functionArnIn } from '../functions/lambda-function.ts';

export interface MatchedRoute {
  /** `ANY /api/companies/{companyId}` */
  routeKey: string;
  functionArn: string;
  pathParameters: Record<string, string> | undefined;
  apiId: string;
  timeoutMs: number;
}

interface Route extends Omit<MatchedRoute, 'pathParameters'> {
  method: string;
  segments: string[];
}

/** The longest an HTTP API waits for its integration (AWS, HTTP API quotas). */
const INTEGRATION_TIMEOUT_MS = 30_000;

/** The routes of all HTTP APIs of the templates. */
export class RouteTable {
  readonly #routes: Route[];
  readonly #roots: Set<string | undefined>;

  constructor(deployment: Deployment) {
    this.#routes = deployment
      .ofType('AWS::ApiGatewayV2::Route')
      .map((route) => read(deployment, route))
      .sort(moreSpecificFirst);
    this.#roots = new Set(this.#routes.map(({ segments }) => segments[0]));
  }

  /** Picks as API Gateway does: literal segments before variables, variables before `{proxy+}`, a method before ANY. */
  match(method: string, path: string): MatchedRoute | undefined {
    const parts = split(path);
    for (const { method: wanted, segments, ...route } of this.#routes) {
      if (wanted !== 'ANY' && wanted !== method) continue;
      const pathParameters = bind(segments, parts);
      if (pathParameters)
        return { ...route, pathParameters: Object.keys(pathParameters).length ? pathParameters : undefined };
    }
    return undefined;
  }

  /** True for paths that belong to the API although no route takes them: they are not the web app's to answer. */
  owns(path: string): boolean {
    return this.#roots.has(split(path)[0]);
  }
}

const split = (path: string) => path.split('/').filter((part) => part !== '');
const isVariable = (segment: string) => segment.startsWith('{');
const isGreedy = (segment: string) => segment.endsWith('+}');

function read(deployment: Deployment, { properties, logicalId }: Resource): Route {
  const { RouteKey, Target, ApiId } = properties as { RouteKey: string; Target: string; ApiId: string };
  const [method = '', path = ''] = RouteKey === '$default' ? ['ANY', '/{proxy+}'] : RouteKey.split(' ');
  const integration = deployment.byPhysicalId('AWS::ApiGatewayV2::Integration', Target.replace('integrations/', ''));
  const functionArn = functionArnIn(integration?.properties.IntegrationUri);
  if (!functionArn) throw new Error(`Route ${RouteKey} (${logicalId}) leads to no function.`);
  const timeoutMs = Number(integration?.properties.TimeoutInMillis ?? INTEGRATION_TIMEOUT_MS);
  return { routeKey: RouteKey, functionArn, apiId: ApiId, timeoutMs, method, segments: split(path) };
}

function rank(segment: string | undefined): number {
  if (segment === undefined) return 3;
  if (!isVariable(segment)) return 0;
  return isGreedy(segment) ? 2 : 1;
}

function moreSpecificFirst(a: Route, b: Route): number {
  for (let index = 0; index < Math.max(a.segments.length, b.segments.length); index++) {
    const difference = rank(a.segments[index]) - rank(b.segments[index]);
    if (difference !== 0) return difference;
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
}

function bind(segments: string[], parts: string[]): Record<string, string> | undefined {
  const bound: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    if (isGreedy(segment)) {
      if (parts.length <= index && segment !== '{proxy+}') return undefined;
      bound[segment.slice(1, -2)] = parts.slice(index).map(decoded).join('/');
      return bound;
    }
    const part = parts[index];
    if (part === undefined) return undefined;
    if (isVariable(segment)) bound[segment.slice(1, -1)] = decoded(part);
    else if (segment !== part) return undefined;
  }
  return parts.length === segments.length ? bound : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
