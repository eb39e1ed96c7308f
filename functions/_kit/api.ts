import middy from '@middy/core';
import { ORPCError } from '@orpc/client';
import type { AnySchema, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import { implement, ValidationError } from '@orpc/server';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { AppError, type Problem } from '../../shared/kernel/error.ts';
import type { OperationMeta } from '../../shared/kernel/op.ts';
import { RATE } from '../../shared/kernel/rate.ts';
import { type Call, callScope, openCall } from './call.ts';
import { hasCommitted } from './commit.ts';
import { checkEdge, requestOf } from './edge.ts';
import { answerGiven } from './idempotency.ts';
import { JsonHandler } from './json-handler.ts';
import { failure, logger } from './logger.ts';
import type { Scope } from './scope.ts';
import { unavailable } from './unavailable.ts';

// biome-ignore lint/suspicious/noExplicitAny: oRPC's own constraint on a procedure of any errors
type Procedure<I extends AnySchema, O extends AnySchema> = ContractProcedure<I, O, any, OperationMeta>;
// biome-ignore lint/suspicious/noExplicitAny: a contract of any procedures
export type Contract = Record<string, Procedure<any, any>>;

/** One service verb for each line of the contract: a missing one does not compile. */
export type Verbs<C extends Contract> = {
  [K in keyof C]: C[K] extends Procedure<infer I, infer O>
    ? (scope: Scope, input: InferSchemaOutput<I>, call: Call) => Promise<InferSchemaInput<O>>
    : never;
};

/** An operation as oRPC implements it, without the types of a contract that is known at run time only. */
interface Operation {
  handler(answer: (given: { input: unknown; context: { call: Call } }) => Promise<unknown>): unknown;
}

interface Options {
  /** Identity alone works on `vault` and one MSP's rows in one transaction. */
  access?: 'identity';
}

function pathOf({ path = [] }: ValidationError['issues'][number]): string {
  return path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
}

/** The problem document for whatever was thrown; only typed errors say more than the request id. */
function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof AppError) return error.problem(requestId);
  if (error instanceof ORPCError && error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
    const errors = error.cause.issues.map((issue) => ({ path: pathOf(issue), message: issue.message }));
    const [first] = errors;
    const detail = first ? `${first.path ? `${first.path}: ` : ''}${first.message}` : 'Check the fields.';
    return new AppError(400, 'input.invalid', detail, { errors }).problem(requestId);
  }
  if (error instanceof ORPCError && error.cause instanceof ValidationError) {
    // What a verb answered does not fit its contract: the paths say where, and no value is logged.
    const paths = error.cause.issues.map((issue) => pathOf(issue));
    logger.error('answer does not fit the contract', { requestId, paths });
  }
  const cause = error instanceof ORPCError ? (error.cause ?? error) : error;
  logger.error('unhandled', { requestId, failure: failure(cause) });
  const away = unavailable(cause);
  if (away) return away.problem(requestId);
  return new AppError(
    500,
    'internal',
    `Something went wrong on our side. If it stays, tell support this number: ${requestId}.`,
  ).problem(requestId);
}

/**
 * The API function of a feature: HTTP event in, contract's operation out. Every call is checked at the edge, bound to
 * its session, permitted by the operation's `access`, validated, run under the actor's wall, and logged with its cost.
 */
export function api<C extends Contract>(contract: C, verbs: Verbs<C>, options: Options = {}) {
  const operations = implement(contract).$context<{ call: Call }>() as unknown as Record<string, Operation>;
  const router: Record<string, unknown> = {};
  for (const name of Object.keys(contract)) {
    const verb = verbs[name as keyof C] as (scope: Scope, input: unknown, call: Call) => Promise<unknown>;
    const operation = contract[name] as Procedure<AnySchema, AnySchema>;
    router[name] = operations[name]?.handler(async ({ input, context: { call } }) => {
      const scope = callScope(call, operation, name, input, options.access);
      const given = await answerGiven(scope);
      if (given) return given.answer;
      // The same request sent twice at once: the other one was answered meanwhile, and this one is told the same.
      try {
        const answer = await verb(scope, input, call);
        // Nothing was left to do, perhaps because the other one has just done it.
        return hasCommitted(scope) ? answer : ((await answerGiven(scope))?.answer ?? answer);
      } catch (error) {
        const told = await answerGiven(scope);
        if (!told) throw error;
        return told.answer;
      }
    });
  }
  const handler = new JsonHandler<{ call: Call }>(router as never, {
    clientInterceptors: [
      async ({ next, context, procedure, path }) => {
        await openCall(context.call, procedure['~orpc'].meta as OperationMeta, path.join('.'));
        return next();
      },
    ],
    interceptors: [
      async ({ next, context }) => {
        try {
          return await next();
        } catch (error) {
          context.call.failure = error;
          throw error;
        }
      },
    ],
  });

  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(async (event, context: Context) => {
    const started = performance.now();
    const call: Call = {
      event,
      requestId: event.requestContext.requestId || context.awsRequestId,
      cookies: [],
      now: () => new Date(),
    };
    const result = await answer(handler, call);
    logger.info('request', {
      requestId: call.requestId,
      operation: call.operation,
      mspId: (call.session ?? call.key)?.actor.mspId,
      keyId: call.key?.actor.key.keyId,
      status: result.statusCode,
      milliseconds: Math.round(performance.now() - started),
      units: call.units && {
        read: call.units.read,
        write: call.units.write,
        calls: call.units.calls,
        depth: call.units.depth,
      },
    });
    return result;
  });
}

/** What went wrong in a call: the verb's own error, or a request that could not even be read. */
function causeOf({ failure: cause }: Call, status: number): unknown {
  const unreadable = status === 400 && !(cause instanceof AppError) && !(cause instanceof ORPCError);
  return unreadable
    ? new AppError(400, 'body.malformed', 'The body is not valid JSON. Check it and send it again.')
    : cause;
}

/** What every answer to an API key says of its requests, in the words most clients know (draft-ietf-httpapi-ratelimit-headers-06). */
function rateHeaders({ rate }: Call): Record<string, string> {
  if (!rate) return {};
  return {
    'ratelimit-limit': String(rate.limit),
    'ratelimit-remaining': String(rate.remaining),
    'ratelimit-reset': String(rate.reset),
    'ratelimit-policy': `${RATE.requests};w=${RATE.seconds}`,
  };
}

/** An answer as text: JSON, but for a page. */
async function toldOf(answered: unknown): Promise<{ type: string; body: string }> {
  if (answered instanceof Blob) return { type: answered.type, body: await answered.text() };
  return { type: 'application/json', body: answered === undefined ? '' : JSON.stringify(answered) };
}

async function answer(handler: JsonHandler<{ call: Call }>, call: Call): Promise<APIGatewayProxyStructuredResultV2> {
  const always = { 'cache-control': 'no-store', 'x-request-id': call.requestId };
  try {
    checkEdge(call.event);
    const { matched, response } = await handler.handle(requestOf(call.event), {
      prefix: '/api',
      context: { call },
    });
    if (!matched) throw new AppError(404, 'route.not-found', 'There is nothing at this address.');
    if (response.status >= 400) throw causeOf(call, response.status);
    const { type, body } = await toldOf(response.body);
    const headers = { ...always, ...rateHeaders(call), 'content-type': type };
    return { statusCode: response.status, headers, cookies: call.cookies, body };
  } catch (error) {
    const problem = problemOf(error, call.requestId);
    const headers = {
      ...always,
      ...rateHeaders(call),
      'content-type': 'application/problem+json',
      ...(problem.retryAfter === undefined ? {} : { 'retry-after': String(problem.retryAfter) }),
      ...(problem.code === 'key.refused' ? { 'www-authenticate': 'Bearer' } : {}),
    };
    return { statusCode: problem.status, headers, cookies: call.cookies, body: JSON.stringify(problem) };
  }
}
