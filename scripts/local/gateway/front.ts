import { awsError } from '../aws/aws-error.ts';
import type { Faults } from '../faults.ts';
import { answerApi, type HttpApiParts } from '../http-api/http-api.ts';
import type { Mailbox } from '../services/mailbox.ts';
import { answerMail } from '../web/mail-page.ts';
import type { SecurityHeaders } from '../web/security-headers.ts';
import type { Pages } from '../web/web-apps.ts';
import { type AwsGateway, serviceOf } from './aws-gateway.ts';
import { answerFaults } from './fault-endpoint.ts';
import { type HttpReply, type HttpRequest, jsonReply } from './http.ts';

export interface FrontParts {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  aws: AwsGateway;
  api: HttpApiParts;
  web: Pages | undefined;
  headers: SecurityHeaders;
  mailbox: Mailbox;
  /** Present when faults may be set over HTTP. */
  faults: Faults | undefined;
  buckets: Set<string>;
}

/** Decides who answers a request: an AWS service, the mailbox, an API route, a file or the web app. */
export async function answer(parts: FrontParts, request: HttpRequest): Promise<HttpReply> {
  const service = serviceOf(request);
  if (service === 's3') return guarded(await parts.aws.answer(service, request));
  if (service) return parts.aws.answer(service, request);
  const misdirected = redirectOf(parts.origin, request);
  if (misdirected) return misdirected;
  if (request.path.startsWith('/_local/'))
    return (await answerLocal(parts, request)) ?? jsonReply(404, { message: 'Not Found' });
  const reply = parts.headers.apply(request.path, await answerVisitor(parts, request));
  return parts.api.routes.owns(request.path) ? reply : (parts.web?.finish?.(reply) ?? reply);
}

async function answerVisitor(parts: FrontParts, request: HttpRequest): Promise<HttpReply> {
  const route = parts.api.routes.match(request.method, request.path);
  if (route) return answerApi(parts.api, request, route);
  if (parts.api.routes.owns(request.path)) return jsonReply(404, { message: 'Not Found' });
  if (parts.buckets.has(request.path.split('/')[1] ?? '')) return awsError('s3', 'AccessDenied', 'Access Denied');
  return parts.web ? parts.web.serve(request) : jsonReply(404, { message: 'Not Found' });
}

function answerLocal(parts: FrontParts, request: HttpRequest): HttpReply | undefined {
  if (request.path === '/_local/faults' && parts.faults) return answerFaults(parts.faults, parts.origin, request);
  return request.method === 'GET' ? answerMail(parts.mailbox, request) : undefined;
}

/**
 * The origin is an address and not a name, as S3 clients leave path style for names. `localhost` leads there; any other
 * name is refused, so that no foreign site can reach this machine under a name of its own.
 */
function redirectOf(origin: string, { headers, url }: HttpRequest): HttpReply | undefined {
  const host = headers.host ?? '';
  const { host: own, port } = new URL(origin);
  if (host === own) return undefined;
  if (host === `localhost:${port}` || host === 'localhost')
    return { status: 307, headers: { location: origin + url, 'content-type': 'text/plain' }, body: `Use ${origin}` };
  return { status: 421, headers: { 'content-type': 'text/plain' }, body: `This is ${origin}, not ${host}.` };
}

/** Stored files share the app's origin here, which they do not on AWS: what could run as a page is kept from running. */
function guarded(reply: HttpReply): HttpReply {
  const type = String(reply.headers['content-type'] ?? '');
  const inert = { 'x-content-type-options': 'nosniff' };
  const active = /html|xml|svg|javascript/.test(type) && { 'content-security-policy': "sandbox; default-src 'none'" };
  return { ...reply, headers: { ...reply.headers, ...inert, ...active } };
}
