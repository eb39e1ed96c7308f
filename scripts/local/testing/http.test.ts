import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cloud } from '../cloud.ts';
import { startFixture } from './fixture.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 90_000 });

interface Echo {
  event: APIGatewayProxyEventV2;
  functionName: string;
  remaining: number;
}

const folder = mkdtempSync(join(tmpdir(), 'fairlead-web-'));
let cloud: Cloud;
beforeAll(async () => {
  for (const app of ['console', 'portal']) {
    mkdirSync(join(folder, app, 'assets'), { recursive: true });
    writeFileSync(join(folder, app, 'index.html'), `<!doctype html><title>${app}</title>`);
    writeFileSync(join(folder, app, 'assets', 'index-Ab3_x9Zk.js'), `console.log('${app}');`.repeat(100));
  }
  const web = { console: join(folder, 'console'), portal: join(folder, 'portal') };
  cloud = await startFixture({ web, faults: true });
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, init: RequestInit = {}) => fetch(cloud.origin + path, { redirect: 'manual', ...init });

/** `fetch` does not let a test choose the Host header. */
const statusFor = (host: string, path = '/') =>
  new Promise<{ status: number | undefined; location: string | undefined }>((resolve, reject) => {
    const outgoing = request(cloud.origin + path, { headers: { host } }, (reply) => {
      reply.resume();
      resolve({ status: reply.statusCode, location: reply.headers.location });
    });
    outgoing.on('error', reject).end();
  });

describe('an API route', () => {
  it('gets the event of payload format 2.0', async () => {
    const reply = await get('/api/echo/a%20b/c?tag=x&tag=y&empty=', {
      headers: { cookie: 'sid=1; theme=dark', 'user-agent': 'test', 'x-forwarded-for': '203.0.113.9' },
    });
    const { event, functionName, remaining } = (await reply.json()) as Echo;
    expect(functionName).toBe('fairlead-fixture-notes-api');
    expect(remaining).toBeGreaterThan(0);
    expect(remaining).toBeLessThanOrEqual(20_000);
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /api/echo/{proxy+}',
      rawPath: '/api/echo/a%20b/c',
      rawQueryString: 'tag=x&tag=y&empty=',
      cookies: ['sid=1', 'theme=dark'],
      queryStringParameters: { tag: 'x,y', empty: '' },
      pathParameters: { proxy: 'a b/c' },
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'GET', path: '/api/echo/a%20b/c', sourceIp: '127.0.0.1', userAgent: 'test' },
        stage: '$default',
      },
    });
    expect(event.headers).toMatchObject({ 'x-forwarded-for': '203.0.113.9, 127.0.0.1' });
    expect(event.headers.cookie).toBeUndefined();
    expect(event.body).toBeUndefined();
  });

  it('gets text as text and anything else as base64', async () => {
    const send = async (type: string): Promise<Echo['event']> => {
      const reply = await get('/api/echo/x', { method: 'POST', body: '{"a":1}', headers: { 'content-type': type } });
      return ((await reply.json()) as Echo).event;
    };
    expect(await send('application/problem+json')).toMatchObject({ body: '{"a":1}', isBase64Encoded: false });
    expect(await send('application/octet-stream')).toMatchObject({ body: 'eyJhIjoxfQ==', isBase64Encoded: true });
  });

  it('answers with status, cookies and bytes', async () => {
    const reply = await get('/api/picture');
    expect(reply.status).toBe(418);
    expect(reply.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    expect(reply.headers.get('content-type')).toBe('image/png');
    expect([...new Uint8Array(await reply.arrayBuffer())]).toEqual([1, 2, 3]);
  });

  it('answers a value without statusCode as a 200 with that value', async () => {
    const reply = await get('/api/trouble/none');
    expect(reply.headers.get('content-type')).toBe('application/json');
    expect(await reply.json()).toMatchObject({ calls: 1 });
  });

  it("shows a function its template's variables and what reaches AWS, and nothing of this process", async () => {
    const { environment } = (await (await get('/api/trouble/none')).json()) as { environment: string[] };
    expect(environment).toEqual([
      'AWS_ACCESS_KEY_ID',
      'AWS_EC2_METADATA_DISABLED',
      'AWS_ENDPOINT_URL',
      'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
      'AWS_LAMBDA_FUNCTION_NAME',
      'AWS_REGION',
      'AWS_SECRET_ACCESS_KEY',
      'AWS_SESSION_TOKEN',
      'GREETING',
      'TZ',
    ]);
  });

  it.each([
    ['throw', 500, 'RangeError: out of range'],
    ['exit', 500, 'Runtime.ExitError: Error: Runtime exited with error: exit status 3'],
    ['reject', 500, 'Runtime.UnhandledPromiseRejection: Error: nobody listens'],
    ['large', 500, 'Function.ResponseSizeTooLarge: Response payload size exceeded'],
    ['spin', 503, 'Sandbox.Timedout: Task timed out after 1.00 seconds'],
  ])('answers for a function that fails by %s, which takes nothing else with it', async (how, status, message) => {
    const reply = await get(`/api/trouble/${how}`);
    expect(reply.status).toBe(status);
    expect(cloud.logs.at(-1)?.message).toContain(message);
    expect((await get('/api/trouble/none')).status).toBe(200);
  });

  it('has the log lines of a call in the log by the time it is answered', async () => {
    await get('/api/trouble/logged');
    expect(cloud.logs.at(-1)).toMatchObject({
      message: 'called',
      path: '/api/trouble/logged',
      function: 'fairlead-fixture-trouble-api',
    });
  });

  it('is not found when no route fits, by path or by method', async () => {
    expect((await get('/api/nothing')).status).toBe(404);
    expect((await get('/api/notes')).status).toBe(404);
  });

  it('refuses bodies over 10 MB', async () => {
    const reply = await get('/api/echo/x', { method: 'POST', body: new Uint8Array(10 * 1024 * 1024 + 1) });
    expect(reply.status).toBe(413);
  });
});

describe('an AWS call', () => {
  const call = async (service: string, headers: Record<string, string> = {}) => {
    const credential = `AWS4-HMAC-SHA256 Credential=AKIDNONE/20261122/us-east-1/${service}/aws4_request`;
    const authorization = `${credential}, SignedHeaders=host, Signature=${'0'.repeat(64)}`;
    const reply = await get('/', { method: 'POST', headers: { authorization, ...headers }, body: '{}' });
    return { status: reply.status, body: await reply.text() };
  };

  it('of a service that is not hosted says so', async () => {
    expect((await call('lambda')).body).toContain('The local cloud has no service lambda.');
  });

  it('with credentials nobody gave out is refused in the words of its service', async () => {
    const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    const { status, body } = await call('dynamodb', {
      'x-amz-date': date,
      'x-amz-target': 'DynamoDB_20120810.ListTables',
    });
    expect(status).toBe(400);
    expect(body).toMatch(/UnrecognizedClientException|InvalidSignatureException/);
  });
});

describe('the one origin', () => {
  it('is an address: localhost leads there, other names are refused', async () => {
    const { port, host } = new URL(cloud.origin);
    expect(await statusFor(host)).toMatchObject({ status: 200 });
    expect(await statusFor(`localhost:${port}`, '/goals?x=1')).toEqual({
      status: 307,
      location: `${cloud.origin}/goals?x=1`,
    });
    expect(await statusFor('evil.example')).toMatchObject({ status: 421 });
  });

  it('serves the console at every path and the portal under /portal', async () => {
    for (const path of ['/', '/companies/1', '/goals'])
      expect(await (await get(path)).text()).toContain('<title>console</title>');
    for (const path of ['/portal', '/portal/northlight', '/portal/northlight/reports'])
      expect(await (await get(path)).text()).toContain('<title>portal</title>');
  });

  it('serves built files compressed and for ever, pages anew each time', async () => {
    const script = await get('/portal/assets/index-Ab3_x9Zk.js', { headers: { 'accept-encoding': 'br' } });
    expect(await script.text()).toContain("console.log('portal');");
    expect(Object.fromEntries(script.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const page = await get('/');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const again = await get('/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it('answers a missing file and a way out of the folder with 404', async () => {
    expect((await get('/assets/gone-12345678.js')).status).toBe(404);
    expect((await get('/..%2F..%2Fpackage.json')).status).toBe(404);
    expect((await get('/', { method: 'POST' })).status).toBe(405);
  });

  it("adds CloudFront's headers to pages and to API answers, each its own", async () => {
    const page = (await get('/')).headers;
    expect(page.get('content-security-policy')).toBe("default-src 'none'; script-src 'self'");
    expect(page.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(page.get('x-frame-options')).toBe('DENY');
    expect(page.get('referrer-policy')).toBe('same-origin');
    const api = (await get('/api/trouble/none')).headers;
    expect(api.get('x-content-type-options')).toBe('nosniff');
    expect(api.get('cache-control')).toBe('no-store');
    expect(api.get('content-security-policy')).toBeNull();
  });

  it('takes fault rules from its own pages and tools only', async () => {
    const headers = { 'content-type': 'application/json' };
    const rule = { service: 'kms', effect: 'throttle' };
    const post = (extra: object, body: object = rule) =>
      get('/_local/faults', { method: 'POST', headers: { ...headers, ...extra }, body: JSON.stringify(body) });
    expect((await post({})).status).toBe(201);
    expect(cloud.faults.at({ service: 'kms', operation: 'Decrypt' })).toMatchObject([rule]);
    expect((await get('/_local/faults', { method: 'DELETE' })).status).toBe(204);
    expect(cloud.faults.at({ service: 'kms', operation: 'Decrypt' })).toEqual([]);
    expect((await post({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await post({ 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post({}, { effect: 'explode' })).status).toBe(400);
    expect((await get('/_local/faults')).status).toBe(405);
  });
});
