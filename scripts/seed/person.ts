import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { Contracts } from '../../web/lib/contract.gen.ts';
import { root } from '../build/prepare.ts';
import { findContracts } from '../docs/contracts.ts';

export type Api = ContractRouterClient<Contracts & Record<string, never>>;

/** Somebody at the API, as a browser would be: a cookie that lives from answer to answer. */
export interface Person {
  api: Api;
}

interface ProblemBody {
  code?: string;
  detail?: string;
}

let contracts: Promise<Record<string, unknown>> | undefined;

async function allContracts(): Promise<Record<string, unknown>> {
  const found = await findContracts(root);
  return Object.fromEntries(found.map(({ name, contract }) => [name, contract]));
}

/** The client reads JSON under its plain name only and takes a problem document for a file. */
async function asJson(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  return new Response(await response.text(), { status: response.status, headers });
}

/** A new person without a session; signing in, accepting an invitation or signing up gives them one. */
export async function newPerson(origin: string): Promise<Person> {
  contracts ??= allContracts();
  let cookie = '';
  const link = new OpenAPILink((await contracts) as never, {
    url: `${origin}/api`,
    headers: () => ({ origin, ...(cookie ? { cookie } : {}) }),
    fetch: async (request) => {
      const response = await fetch(request);
      for (const line of response.headers.getSetCookie()) cookie = line.split(';')[0] ?? '';
      return response.ok ? response : asJson(response);
    },
    customErrorResponseBodyDecoder: (body, response) => {
      const { code, detail } = body as ProblemBody;
      // Without a problem document it was the gateway that answered: its own words say more than nothing.
      const message = code ? `${code}: ${detail}` : `The answer was ${response.status} ${JSON.stringify(body)}`;
      return new ORPCError(code ?? 'problem', { status: response.status, message, data: body });
    },
  });
  return { api: createORPCClient(link) as Api };
}
