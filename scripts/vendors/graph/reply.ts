import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphError } from './graph-error.ts';
import { instant } from './world/dates.ts';

/** An answer before it is written: JSON or text. */
export interface Reply {
  status: number;
  body: unknown;
  headers: Record<string, string>;
  /** True when `body` is a string to be sent as it is. */
  raw?: boolean;
}

/** Headers and ids that every answer of Graph carries. */
export interface Correlation {
  requestId: string;
  clientRequestId: string;
  date: Date;
}

export function correlationOf(request: IncomingMessage, date: Date): Correlation {
  const requestId = randomUUID();
  const sent = request.headers['client-request-id'];
  return { requestId, clientRequestId: typeof sent === 'string' ? sent : requestId, date };
}

export function json(body: unknown, headers: Record<string, string> = {}): Reply {
  return { status: 200, body, headers };
}

/** Graph's error body. Source: Microsoft Graph, "Error responses and resource types". */
export function errorReply(error: GraphError, correlation: Correlation): Reply {
  const innerError = {
    date: instant(correlation.date).slice(0, 19),
    'request-id': correlation.requestId,
    'client-request-id': correlation.clientRequestId,
  };
  return {
    status: error.status,
    body: { error: { code: error.code, message: error.message, innerError } },
    headers: error.headers,
  };
}

/** Writes a Graph answer; returns the bytes of its body, for faults that stop half way. */
export function render(reply: Reply, correlation: Correlation, response: ServerResponse): Buffer {
  const text = reply.raw ? String(reply.body) : JSON.stringify(reply.body);
  const body = Buffer.from(text, 'utf8');
  response.statusCode = reply.status;
  const headers: Record<string, string> = {
    'content-type':
      'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
    'cache-control': 'no-cache',
    'odata-version': '4.0',
    'request-id': correlation.requestId,
    'client-request-id': correlation.clientRequestId,
    'x-ms-ags-diagnostic':
      '{"ServerInfo":{"DataCenter":"West US","Slice":"E","Ring":"1","ScaleUnit":"000","RoleInstance":"SIM00000001"}}',
    date: correlation.date.toUTCString(),
    'content-length': String(body.length),
    ...reply.headers,
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  return body;
}
