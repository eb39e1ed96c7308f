import type { AnyContractProcedure } from '@orpc/contract';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type Actor, permit } from '../../shared/kernel/actor.ts';
import { AppError, forbidden, invalid, notFound } from '../../shared/kernel/error.ts';
import type { OperationMeta } from '../../shared/kernel/op.ts';
import { tokenOf } from './edge.ts';
import { optionalEnv } from './env.ts';
import { sha256 } from './new-id.ts';
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
  const session = await findSession(tokenOf(call.event), call.now(), call.units);
  if (session) call.session = session;
  if (access === 'public') return;
  if (!session) throw new AppError(401, 'session.none', 'Your session is over. Sign in to go on.');
  if (access !== 'half-signed-in' && session.state !== 'full') {
    throw new AppError(401, 'session.half', 'Give your second factor first.');
  }
  if (permit(session.actor, access) !== 'allowed') throw forbidden();
}

/** The scope of an operation whose input is valid; a company that is not the actor's to see answers 404. */
export function callScope(
  call: Call,
  operation: AnyContractProcedure,
  name: string,
  input: unknown,
  access?: 'identity',
): Scope {
  const { event, session, requestId, now } = call;
  const meta = operation['~orpc'].meta as OperationMeta;
  const method = event.requestContext.http.method;
  const actor = session ? { ...session.actor, sessionId: session.sessionId } : NOBODY;
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
    ip: event.requestContext.http.sourceIp,
    causes: [],
    cursorKey: session?.cursorKey ?? requestId,
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
