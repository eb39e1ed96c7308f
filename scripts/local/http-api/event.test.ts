import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../gateway/http.ts';
import { eventOf, replyOf } from './event.ts';

const request: HttpRequest = {
  method: 'GET',
  url: '/api/goals',
  path: '/api/goals',
  query: '',
  headers: {},
  body: Buffer.alloc(0),
  remoteAddress: '10.0.0.1',
};
const route = { routeKey: 'ANY /api/goals', functionArn: 'f', pathParameters: undefined, apiId: 'a1', timeoutMs: 1 };

describe('an event', () => {
  it('leaves out what the request does not have', () => {
    const event = eventOf(request, route, new Date('2026-11-02T09:08:07Z'));
    expect(Object.keys(event)).not.toEqual(
      expect.arrayContaining(['cookies', 'body', 'queryStringParameters', 'pathParameters']),
    );
    expect(event.requestContext).toMatchObject({ time: '02/Nov/2026:09:08:07 +0000', timeEpoch: 1793610487000 });
    expect(event.headers['x-forwarded-for']).toBe('10.0.0.1');
  });

  it.each([
    ['text/csv', false],
    ['application/json; charset=utf-8', false],
    ['image/svg+xml', false],
    [undefined, false],
    ['application/x-www-form-urlencoded', true],
    ['application/pdf', true],
  ])('carries a body of type %s as base64: %s', (type, encoded) => {
    const event = eventOf({ ...request, headers: { 'content-type': type }, body: Buffer.from('a') }, route, new Date());
    expect(event).toMatchObject({ isBase64Encoded: encoded, body: encoded ? 'YQ==' : 'a' });
  });
});

describe('a reply', () => {
  it.each([
    [undefined, 200, 'application/json', undefined],
    ['text', 200, 'application/json', '"text"'],
    [{ ok: true }, 200, 'application/json', '{"ok":true}'],
    [{ statusCode: 204 }, 204, 'text/plain; charset=utf-8', ''],
    [{ statusCode: 200, headers: { 'CONTENT-TYPE': 'text/html' }, body: '<p>' }, 200, 'text/html', '<p>'],
    [{ statusCode: 'never' }, 500, 'application/json', '{"message":"Internal Server Error"}'],
    [{ statusCode: 99 }, 500, 'application/json', '{"message":"Internal Server Error"}'],
  ])('of %j is %i', (answer, status, type, body) => {
    const reply = replyOf(answer);
    expect([reply.status, reply.headers['content-type'], reply.body]).toEqual([status, type, body]);
  });
});
