import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { asProblem } from '../ui/problem.ts';
import contract from './contract.gen.json' with { type: 'json' };
import type { Contracts } from './contract.gen.ts';

/** How often a request that got no answer at all is sent again; its Idempotency-Key makes that harmless. */
const RETRIES = 2;

/** The link parses `application/json` and nothing else; our errors come as `application/problem+json` (RFC 9457). */
function readable(response: Response): Response {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return response;
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

async function send(request: Request, init: RequestInit = {}): Promise<Response> {
  const repeatable = request.method === 'GET' || request.method === 'POST';
  for (let attempt = 0; ; attempt += 1) {
    try {
      return readable(await fetch(request.clone(), { ...init, credentials: 'same-origin' }));
    } catch (error) {
      if (!(error instanceof TypeError) || !repeatable || attempt >= RETRIES) throw error;
      await new Promise((resume) => setTimeout(resume, 300 * 2 ** attempt));
    }
  }
}

const link = new OpenAPILink(contract as never, {
  url: `${globalThis.location.origin}/api`,
  fetch: send,
  headers: () => ({ 'idempotency-key': crypto.randomUUID() }),
  customErrorResponseBodyDecoder: (body, response) => {
    const problem = asProblem(body);
    return problem
      ? new ORPCError(problem.code ?? 'problem', {
          status: response.status,
          message: problem.detail ?? problem.title,
          data: problem,
        })
      : undefined;
  },
});

type Client = ContractRouterClient<Contracts & Record<string, never>>;

/** The typed client of the API: `client.companies.list({ limit: 25 })`. Errors carry the problem document in `data`. */
export const client: Client = createORPCClient(link);

/** Query and mutation options of every operation, for the features' `queries.ts`. */
export const api = createTanstackQueryUtils(client);
