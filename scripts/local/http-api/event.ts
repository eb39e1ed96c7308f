import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type HttpReply, type HttpRequest, jsonReply, plainHeaders } from '../gateway/http.ts';
import type { MatchedRoute } from './routes.ts';

/**
 * Builds the event of an HTTP API with payload format 2.0: cookies leave the headers, repeated query keys join with a
 * comma, bodies that are not text travel as base64 (AWS, Working with AWS Lambda proxy integrations for HTTP APIs).
 */
export function eventOf(request: HttpRequest, route: MatchedRoute, now: Date): APIGatewayProxyEventV2 {
  const { cookie, ...headers } = plainHeaders(request.headers);
  const query = queryOf(request.query);
  const text = isText(headers['content-type']);
  const forwarded = [headers['x-forwarded-for'], request.remoteAddress].filter(Boolean).join(', ');
  const host = headers.host ?? '';
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: request.path,
    rawQueryString: request.query,
    ...(cookie && { cookies: cookie.split(';').map((part) => part.trim()) }),
    headers: { ...headers, 'x-forwarded-for': forwarded, 'x-forwarded-proto': 'http' },
    ...(query && { queryStringParameters: query }),
    requestContext: {
      accountId: '000000000000',
      apiId: route.apiId,
      domainName: host,
      domainPrefix: route.apiId,
      http: {
        method: request.method,
        path: request.path,
        protocol: 'HTTP/1.1',
        sourceIp: request.remoteAddress,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.routeKey,
      stage: '$default',
      time: clfTime(now),
      timeEpoch: now.getTime(),
    },
    ...(request.body.length > 0 && { body: request.body.toString(text ? 'utf8' : 'base64') }),
    ...(route.pathParameters && { pathParameters: route.pathParameters }),
    isBase64Encoded: request.body.length > 0 && !text,
  };
}

/** What an HTTP API makes of a function's answer: one without a statusCode is the body of a 200. */
export function replyOf(answer: unknown): HttpReply {
  if (typeof answer !== 'object' || answer === null || !('statusCode' in answer)) return jsonReply(200, answer);
  const { statusCode, headers, cookies, body, isBase64Encoded } = answer as APIGatewayProxyStructuredResultV2;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599)
    return jsonReply(500, { message: 'Internal Server Error' });
  const lowered = Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  return {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      ...lowered,
      ...(cookies?.length && { 'set-cookie': cookies }),
    },
    body: isBase64Encoded ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
}

function queryOf(query: string): Record<string, string> | undefined {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    joined[name] = Object.hasOwn(joined, name) ? `${joined[name]},${value}` : value;
  return Object.keys(joined).length > 0 ? joined : undefined;
}

function isText(contentType = 'application/json'): boolean {
  return /^(text\/|application\/(json|xml|javascript)|[\w.+-]+\/[\w.-]+\+(json|xml))/i.test(contentType);
}

/** `22/Nov/2026:10:30:00 +0000` */
function clfTime(at: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(at.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
