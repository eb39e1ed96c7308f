import { asProblem, type Problem } from '../ui/problem.ts';

/** How often a request that got no answer at all is sent again; its Idempotency-Key makes that harmless, whatever the method. */
const RETRIES = 2;
const JSON_TYPES = /^application\/(?:problem\+)?json\b/;

/** What an operation is called with: parts of the path, and what goes into the query or the body. */
export type Input = Readonly<Record<string, unknown>> | undefined;

/** A request as `fetch` takes it. */
export interface Call {
  method: string;
  url: string;
  body?: string;
}

/** An answer of the API that is a refusal or a fault. `data` is its problem document, if it came with one. */
export class ApiError extends Error {
  readonly data?: Problem;

  constructor(status: number, data: Problem | undefined) {
    super(data?.detail ?? data?.title ?? `The server answered with status ${status} and no explanation.`);
    this.name = 'ApiError';
    if (data) this.data = data;
  }
}

/**
 * The request for one operation: what the path names goes there, the rest into the query of a GET and else into a JSON
 * body. What is undefined is left out. A list cannot stand in a query: no operation asks for one.
 *
 * @param line of the contract, such as `GET /companies/{companyId}/budgets`
 */
export function callOf(line: string, input: Input): Call {
  const [method = '', template = ''] = line.split(' ');
  const rest = new Map(Object.entries(input ?? {}));
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return encodeURIComponent(String(value));
  });
  const url = `/api${path}`;
  if (method === 'GET') {
    const query = new URLSearchParams();
    for (const [name, value] of rest) if (value !== undefined && value !== null) query.append(name, String(value));
    return { method, url: query.size > 0 ? `${url}?${query}` : url };
  }
  const used = path !== template && rest.size === 0;
  return input && !used ? { method, url, body: JSON.stringify(Object.fromEntries(rest)) } : { method, url };
}

async function answered({ method, url, body }: Call, signal: AbortSignal | undefined, key: string): Promise<Response> {
  const headers = { 'idempotency-key': key, ...(body ? { 'content-type': 'application/json' } : {}) };
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await fetch(url, { method, headers, body, signal, credentials: 'same-origin' });
    } catch (error) {
      if (!(error instanceof TypeError) || attempt >= RETRIES) throw error;
      await new Promise((resume) => setTimeout(resume, 300 * 2 ** attempt));
    }
  }
}

/**
 * Makes the call and gives what it answered: JSON, or undefined when there is none. Throws an `ApiError` for a refusal.
 *
 * @param key under which the server does it once; whoever keeps a call to send it again later keeps its key too
 */
export async function send(call: Call, signal?: AbortSignal, key: string = crypto.randomUUID()): Promise<unknown> {
  const response = await answered(call, signal, key);
  const isJson = JSON_TYPES.test(response.headers.get('content-type') ?? '');
  const text = isJson ? await response.text() : '';
  const body: unknown = text ? JSON.parse(text) : undefined;
  if (!response.ok) throw new ApiError(response.status, asProblem(body));
  return body;
}
