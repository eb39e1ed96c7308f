import { isContractProcedure } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { z } from 'zod';
import { OUTWARD_FACTS, type OutwardFact } from '../../events/outward.ts';
import type { OperationMeta } from '../../shared/kernel/op.ts';
import { isKeyScope } from '../../shared/kernel/permissions.ts';
import type { FoundContract } from './contracts.ts';

interface Operation {
  operationId?: string;
  tags?: string[];
  [field: string]: unknown;
}

type Paths = Record<string, Record<string, Operation>>;

/** The problem document that every error answers with. */
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable: branch on it.' },
    detail: { type: 'string', description: 'A sentence that a person can act on.' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
    requestId: { type: 'string' },
    currentVersion: { type: 'integer' },
    retryAfter: { type: 'integer' },
  },
};

/** Ways to say who calls. */
const WAYS = {
  session: { type: 'apiKey', in: 'cookie', name: '__Host-sid', description: 'The console and the portal.' },
  apiKey: { type: 'http', scheme: 'bearer', description: 'A key made under Settings, API keys.' },
} as const;

/** How an operation may be called: a key opens what it may be given, nobody needs either for what is public. */
function waysOf(access: OperationMeta['access']): Record<string, string[]>[] {
  if (access === 'public') return [];
  return isKeyScope(access) ? [{ session: [] }, { apiKey: [] }] : [{ session: [] }];
}

/** The calls that webhooks make, by the name of what happened. */
function webhooksOf(facts: readonly OutwardFact[]): Record<string, object> {
  const callOf = ({ name, version, detail, outward }: OutwardFact) => {
    const properties = {
      type: { const: name },
      timestamp: { type: 'string', format: 'date-time' },
      version: { const: version },
      data: z.toJSONSchema(detail),
    };
    const schema = { type: 'object', required: Object.keys(properties), properties };
    return { post: { summary: outward, requestBody: { content: { 'application/json': { schema } } } } };
  };
  return Object.fromEntries(facts.map((fact) => [fact.name, callOf(fact)]));
}

function describe(paths: Paths, { name, contract }: FoundContract): void {
  for (const [verb, operation] of Object.entries(contract)) {
    if (!isContractProcedure(operation)) continue;
    const { route, meta } = operation['~orpc'];
    const entry = paths[route.path ?? '']?.[(route.method ?? 'POST').toLowerCase()];
    if (!entry) continue;
    entry.operationId = `${name}.${verb}`;
    entry.tags = [name];
    const { access } = meta as OperationMeta;
    entry['x-permission'] = access;
    entry.security = waysOf(access);
    entry.responses = {
      ...(entry.responses as object),
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    };
  }
}

/** The OpenAPI 3.1 document of all contracts, with the permission of each operation as `x-permission`. */
export async function openApi(contracts: readonly FoundContract[]): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(
    Object.fromEntries(contracts.map(({ name, contract }) => [name, contract])),
    {
      info: {
        title: 'Fairlead',
        version: '1',
        description:
          'Called by an API key, or by the session of a page: then unsafe methods need an Origin of our own. Every POST honours Idempotency-Key. Lists take limit and cursor. Changes name the version `v` that they are based on and answer 409 with the current one when it moved.',
      },
      servers: [{ url: '/api' }],
      components: { schemas: { Problem: PROBLEM as never }, securitySchemes: WAYS },
      webhooks: webhooksOf(OUTWARD_FACTS) as never,
    },
  );
  for (const contract of contracts) describe(document.paths as Paths, contract);
  return `${JSON.stringify(document)}\n`;
}
