import type { AccessRequest, Principal } from '../aws/iam.ts';
import type { FaultRule } from '../faults.ts';
import type { HttpReply, HttpRequest } from './http.ts';

/** Who made a call: the session, and the function whose worker started the chain of sessions that led to it. */
export interface Caller {
  principal: Principal;
  accessKeyId: string;
  functionName: string | undefined;
  /** The worker that made the call: ends it in mid-air, and tells the event it is at work on as JSON text. */
  worker: { end(): Promise<void>; event(): string } | undefined;
}

/** One AWS API call whose signature has been verified. */
export interface AwsCall {
  service: string;
  operation: string;
  /** The parsed body of JSON and form protocols, empty for S3. */
  input: Record<string, unknown>;
  request: HttpRequest;
  caller: Caller;
  /** The time by the caller's clock. */
  at: Date;
  /** What is to go wrong with this call. */
  struck: FaultRule[];
}

/** One AWS service as far as the product uses it. */
export interface AwsService {
  /** The operation's name; `METHOD /path` or empty when the service is not asked for one it knows. */
  operationOf(request: HttpRequest): string;
  /** Every right the call needs; all must be granted. @throws ServiceError */
  access(call: AwsCall): AccessRequest[];
  /** Does it. @throws ServiceError */
  handle(call: AwsCall): Promise<HttpReply>;
}

/** An error in a service's own words, which the gateway writes in the service's own protocol. */
export class ServiceError extends Error {
  override name = 'ServiceError';
  readonly code: string;
  /** Absent: what the service usually sends with this code. */
  readonly status: number | undefined;

  constructor(code: string, message: string, status?: number) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** Reads a required text field. @throws ServiceError naming it. */
export function textField(input: Record<string, unknown>, name: string): string {
  const value = input[name];
  if (typeof value !== 'string' || value === '')
    throw new ServiceError('ValidationException', `${name} is required and must be a text.`);
  return value;
}

/** An answer of the JSON protocol, version 1.0 or 1.1 as the request spoke it. */
export function awsJson(call: AwsCall, output: object): HttpReply {
  const contentType = call.request.headers['content-type'] ?? 'application/x-amz-json-1.1';
  return { status: 200, headers: { 'content-type': contentType }, body: JSON.stringify(output) };
}

/** The operation of a JSON protocol request: `AWSEvents.PutEvents` names `PutEvents`. */
export function targetOf(request: HttpRequest): string {
  return (
    String(request.headers['x-amz-target'] ?? '')
      .split('.')
      .at(-1) ?? ''
  );
}
