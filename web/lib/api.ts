import type { Client as Operation } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { GeneralUtils, ProcedureUtils } from '@orpc/tanstack-query';
// In the portal its own operations stand in for these: see the config that both apps share.
import contract from './contract.console.gen.json' with { type: 'json' };
import type { Contracts } from './contract.gen.ts';
import { callOf, type Input, send } from './send.ts';

/** What a call may bring along: the key under which the server does it once, when it is kept to be sent again later. */
interface Context {
  key?: string;
}

type Client = ContractRouterClient<Contracts & Record<string, never>, Context>;

/** Query options and keys of an operation, or of all that stand below a feature. */
type Questions<Node> =
  Node extends Operation<infer Context, infer Given, infer Answer, infer Failure>
    ? Pick<ProcedureUtils<Context, Given, Answer, Failure>, 'queryOptions' | 'infiniteOptions'> & GeneralUtils<Given>
    : { [Name in keyof Node]: Questions<Node[Name]> } & GeneralUtils<unknown>;

interface Signalled {
  signal?: AbortSignal;
}

const operation = (line: string) => (input?: Input, options?: Signalled & { context?: Context }) =>
  send(callOf(line, input), options?.signal, options?.context?.key);

/** A key is its path and what it asks, as one list each: invalidating a path reaches every question below it. */
function questions(path: readonly string[], line: string) {
  const run = operation(line);
  return {
    key: () => [path, {}],
    queryOptions: (options: { input?: Input } = {}) => ({
      queryFn: ({ signal }: Signalled) => run(options.input, { signal }),
      ...options,
      queryKey: [path, { ...(options.input ? { input: options.input } : {}), type: 'query' }],
    }),
    infiniteOptions: (options: { input: (page: unknown) => Input; initialPageParam: unknown }) => ({
      queryFn: ({ pageParam, signal }: Signalled & { pageParam: unknown }) => run(options.input(pageParam), { signal }),
      ...options,
      queryKey: [path, { input: options.input(options.initialPageParam), type: 'infinite' }],
    }),
  };
}

type Each<Made> = (name: string, line: string) => Made;

function ofEach<Made>(operations: Record<string, string>, make: Each<Made>): Record<string, Made> {
  return Object.fromEntries(Object.entries(operations).map(([name, line]) => [name, make(name, line)]));
}

const features = Object.entries(contract);

/** The typed client of the API: `client.companies.list({ limit: 25 })`. Errors carry the problem document in `data`. */
export const client = Object.fromEntries(
  features.map(([feature, operations]) => [feature, ofEach(operations, (_, line) => operation(line))]),
) as unknown as Client;

/** Query options and keys of every operation, for the features' `queries.ts`. */
export const api = Object.fromEntries(
  features.map(([feature, operations]) => [
    feature,
    { ...ofEach(operations, (name, line) => questions([feature, name], line)), key: () => [[feature], {}] },
  ]),
) as unknown as Questions<Client>;
