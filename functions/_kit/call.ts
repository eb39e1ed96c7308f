import type { AnyContractProcedure } from '@orpc/contract';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type Actor, permit } from '../../shared/kernel/actor.ts';
import { AppError, forbidden, invalid, notFound } from '../../shared/kernel/error.ts';
import type { OperationMeta } from '../../shared/kernel/op.ts';
import { type Access, isKeyScope } from '../../shared/kernel/permissions.ts';
import { type ApiKeySecret, findKey } from './api-key.ts';
import { addressOf, bearerOf, tokenOf } from './edge.ts';
import { optionalEnv } from './env.ts';
import { sha256 } from './new-id.ts';
import { type Taken, takeRequest } from './rate.ts';
import type { Scope } from './scope.ts';
import { findSession, type Session } from './session.ts';
import { Units } from './units.ts';

/** One HTTP request on its way through: what identity needs beside the scope, and what the log line says. */
export interface Call {
  readonly event: APIGatewayProxyEventV2;
  readonly requestId: string;
  readonly now: () => Date;
  /** `Set-Cookie` values of the answer. */
  readonly cookies: string[];
  session?: Session;
  key?: ApiKeySecret;
  /** What the answer to a key says of its requests. */
  rate?: Taken;
  operation?: string;
  units?: Units;
  failure?: unknown;
}

const NOBODY: Actor = { kind: 'anonymous', mspId: '', userId: 'anonymous' };

/** Name of this function's feature: `fairlead-<stage>-<feature>-api`. */
function feature(): string {
  return (optionalEnv('AWS_LAMBDA_FUNCTION_NAME') ?? '').replace(/^fairlead-[a-z]+-/, '').replace(/-api$/, '');
}

/** Binds a call to its session and lets it through, or not, by the operation's access, before any input is read. */
export async function openCall(call: Call, { access }: OperationMeta, operation: string): Promise<void> {
  call.operation = `${feature()}.${operation}`;
  call.units = new Units();
  const secret = bearerOf(call.event);
  if (secret !== undefined) return openKeyCall(call, access, secret, call.units);
  const session = await findSession(tokenOf(call.event), call.now(), call.units);
  if (session) call.session = session;
  if (access === 'public') return;
  if (!session) throw new AppError(401, 'session.none', 'Your session is over. Sign in to go on.');
  if (access !== 'half-signed-in' && session.state !== 'full') {
    throw new AppError(401, 'session.half', 'Give your second factor first.');
  }
  if (permit(session.actor, access) !== 'allowed') throw forbidden();
}

/**
 * Lets a call with an API key through, or not. What is open to anybody may be read with a key in hand; the rest of what
 * needs no permission is about signing in, which a key never does.
 */
async function openKeyCall(call: Call, access: Access, secret: string, units: Units): Promise<void> {
  if (access === 'public') {
    if (call.event.requestContext.http.method === 'GET') return;
    throw forbidden('An API key cannot do this. Sign in to the console.');
  }
  const key = await findKey(secret, call.now(), units);
  if (!key) throw new AppError(401, 'key.refused', 'This API key is not known, has ended or was revoked.');
  call.key = key;
  call.rate = await takeRequest(key.actor, call.now(), units);
  if (call.rate.refused) throw call.rate.refused;
  if (permit(key.actor, access) !== 'allowed') {
    const may = isKeyScope(access) ? `It has no "${access}"` : 'No API key may do this';
    throw forbidden(`This API key does not allow it. ${may}; an owner or administrator makes keys under Settings.`);
  }
}

/** Who makes the call. */
function actorOf({ session, key }: Call): Actor {
  if (key) return key.actor;
  return session ? { ...session.actor, sessionId: session.sessionId } : NOBODY;
}

/** The scope of an operation whose input is valid; a company that is not the actor's to see answers 404. */
export function callScope(
  call: Call,
  operation: AnyContractProcedure,
  name: string,
  input: unknown,
  access?: 'identity',
): Scope {
  const { event, session, key, requestId, now } = call;
  const meta = operation['~orpc'].meta as OperationMeta;
  const method = event.requestContext.http.method;
  const actor = actorOf(call);
  const companyId = (input as { companyId?: string } | undefined)?.companyId;
  if (meta.access !== 'public' && companyId !== undefined && permit(actor, meta.access, { companyId }) !== 'allowed') {
    throw notFound('company');
  }
  const idempotency = method !== 'GET' && actor.kind !== 'anonymous' ? idempotencyOf(event) : undefined;
  return {
    mspId: actor.mspId,
    actor,
    now,
    requestId,
    operation: call.operation ?? name,
    access: access ?? (method === 'GET' ? 'read' : 'write'),
    ip: addressOf(event),
    causes: [],
    cursorKey: session?.cursorKey ?? key?.cursorKey ?? requestId,
    units: call.units ?? new Units(),
    ...(idempotency ? { idempotency } : {}),
  };
}

function idempotencyOf(event: APIGatewayProxyEventV2): Scope['idempotency'] {
  const key = event.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (!/^[\w-]{8,64}$/.test(key)) {
    throw invalid('Idempotency-Key', 'Use 8 to 64 letters, digits, "-" or "_".', 'idempotency.key');
  }
  return { key, requestHash: sha256(`${event.requestContext.http.method} ${event.rawPath} ${event.body ?? ''}`) };
}
