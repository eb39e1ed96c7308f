import { awsError } from '../aws/aws-error.ts';
import { decide } from '../aws/iam.ts';
import { verifyRequest } from '../aws/sigv4.ts';
import type { Faults } from '../faults.ts';
import type { FunctionTime } from '../function-time.ts';
import type { Identities } from '../functions/identities.ts';
import { tableIn } from '../services/dynamodb.ts';
import { type AwsCall, type AwsService, type Caller, ServiceError } from './aws-call.ts';
import { type HttpReply, type HttpRequest, plainHeaders } from './http.ts';
import type { KeyWatch } from './key-watch.ts';
import type { Recorder } from './recorder.ts';
import { makeStruck } from './struck-call.ts';

export interface AwsGatewayParts {
  services: Record<string, AwsService>;
  identities: Identities;
  time: FunctionTime;
  recorder: Recorder;
  faults: Faults;
  keys: KeyWatch;
  complain(line: object): void;
}

/** Key, day, region and service of the credential that a request is signed with; empty when it is no AWS call. */
function credentialOf({ headers, query }: HttpRequest): string[] {
  const header = /^AWS4-HMAC-SHA256 .*Credential=([^/\s]+\/\d{8}\/[^/]+\/[^/]+)\/aws4_request/.exec(
    headers.authorization ?? '',
  );
  if (header?.[1]) return header[1].split('/');
  const presigned = query.includes('X-Amz-Credential=') && new URLSearchParams(query).get('X-Amz-Credential');
  return presigned ? presigned.split('/') : [];
}

/** The service a request is signed for, or undefined when it is no AWS call. */
export const serviceOf = (request: HttpRequest): string | undefined => credentialOf(request)[3];

/**
 * Answers signed AWS calls: checks signature, expiry and checksums, asks IAM for every right the call needs, and only
 * then lets the service do it.
 */
export class AwsGateway {
  readonly #parts: AwsGatewayParts;

  constructor(parts: AwsGatewayParts) {
    this.#parts = parts;
  }

  /** @throws Broken when a fault wants the connection broken. */
  async answer(serviceName: string, request: HttpRequest): Promise<HttpReply> {
    const service = this.#parts.services[serviceName];
    if (!service)
      return awsError(serviceName, 'UnknownOperationException', `The local cloud has no service ${serviceName}.`);
    const at = this.#timeOf(request);
    // A client whose clock differs from the answer's sets itself by it.
    return { ...(await this.#answerAt(at, serviceName, service, request)), at };
  }

  async #answerAt(at: Date, serviceName: string, service: AwsService, request: HttpRequest): Promise<HttpReply> {
    try {
      const call = this.#callOf(at, serviceName, service, request);
      const kind = {
        service: serviceName,
        operation: call.operation,
        function: call.caller.functionName,
        table: serviceName === 'dynamodb' ? tableIn(call.input) : undefined,
      };
      this.#parts.recorder.note(kind);
      const refusal = this.#refusalOf(service, call);
      if (refusal) throw new ServiceError('AccessDeniedException', refusal);
      const mentions = (text: string) => request.path.includes(text) || request.body.includes(text);
      const serves = (text: string) => call.caller.worker?.event().includes(text) ?? false;
      const struck = { ...call, struck: this.#parts.faults.at({ ...kind, mentions, serves }) };
      return await makeStruck(struck, () => service.handle(struck));
    } catch (error) {
      if (error instanceof ServiceError) return awsError(serviceName, error.code, error.message, error.status);
      throw error;
    }
  }

  /** The time by the clock of whoever calls: a function's may have been set back. */
  #timeOf(request: HttpRequest): Date {
    const [accessKeyId = ''] = credentialOf(request);
    const isFunction = this.#parts.identities.originOf(accessKeyId).worker !== undefined;
    return isFunction ? this.#parts.time.now() : new Date();
  }

  #callOf(at: Date, serviceName: string, service: AwsService, request: HttpRequest): AwsCall {
    const caller = this.#callerOf(request, at);
    return {
      service: serviceName,
      operation: service.operationOf(request),
      input: inputOf(serviceName, request),
      request,
      caller,
      at,
      struck: [],
    };
  }

  #callerOf(request: HttpRequest, at: Date): Caller {
    const { credentials } = this.#parts.identities;
    const signed = { ...request, headers: plainHeaders(request.headers) };
    const verified = verifyRequest(signed, (keyId, token) => credentials.secretOf(keyId, token), at);
    if (!verified.ok) throw new ServiceError(verified.code, verified.message);
    const principal = credentials.principalOf(verified.accessKeyId, verified.sessionToken, at);
    if ('code' in principal) throw new ServiceError(principal.code, principal.message, principal.status);
    return { principal, accessKeyId: verified.accessKeyId, ...this.#parts.identities.originOf(verified.accessKeyId) };
  }

  #refusalOf(service: AwsService, call: AwsCall): string | undefined {
    const needs = service.access(call);
    this.#parts.keys.note(call.caller.principal, needs);
    for (const access of needs) {
      const context = { ...access.context, 'aws:SecureTransport': 'true' };
      const decision = decide(call.caller.principal, { ...access, context });
      if (decision.allowed) continue;
      this.#parts.complain({ level: 'WARN', function: call.caller.functionName, message: decision.message });
      return decision.message;
    }
    return undefined;
  }
}

function inputOf(service: string, { body, headers }: HttpRequest): Record<string, unknown> {
  const contentType = headers['content-type'] ?? '';
  if (service === 's3' || body.length === 0) return {};
  if (contentType.includes('x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(body.toString()));
  if (!contentType.includes('json')) return {};
  try {
    return JSON.parse(body.toString()) as Record<string, unknown>;
  } catch {
    throw new ServiceError('SerializationException', 'The request body is not valid JSON.');
  }
}
