import { createHash, createHmac } from 'node:crypto';
import { env, optionalEnv } from '../env.ts';
import type { Scope } from '../scope.ts';
import { walled } from '../walled.ts';
import type { Keys } from './aws.ts';

/** A link opens a file for five minutes, or for as long as the credentials that signed it live. */
export const LINK_SECONDS = 300;

/** What a presigned address is made of. */
export interface Presigned {
  method: 'GET' | 'HEAD' | 'PUT';
  bucket: string;
  key: string;
  region: string;
  /** Another place than AWS: `http://127.0.0.1:4600`, which is then addressed by path. */
  endpoint?: string;
  keys: Keys;
  seconds: number;
  at: Date;
  /** What S3 is to say of the file in place of what was stored with it: `response-content-type`. */
  query?: Readonly<Record<string, string>>;
  /** Headers, named in lower case, that the request must have, and exactly so. */
  headers?: Readonly<Record<string, string>>;
}

const encoded = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * The address of a request that anybody who has it may make for `seconds`. Written out because the SDK's presigner brings a
 * whole S3 client into every API function; a test holds it against that presigner. (AWS: "Authenticating Requests: Using Query
 * Parameters (AWS Signature Version 4)".)
 */
export function presign(request: Presigned): string {
  const { method, bucket, key, region, endpoint, keys, seconds, at, query } = request;
  const base = new URL(endpoint ?? `https://${bucket}.s3.${region}.amazonaws.com`);
  const path = [...(endpoint ? [bucket] : []), ...key.split('/')].map((part) => `/${encoded(part)}`).join('');
  const time = at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const place = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
  const headers = Object.entries({ ...request.headers, host: base.host }).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const named = headers.map(([name]) => name).join(';');
  const parameters: Record<string, string> = {
    ...query,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD',
    'X-Amz-Credential': `${keys.accessKeyId}/${place}`,
    'X-Amz-Date': time,
    'X-Amz-Expires': String(seconds),
    'X-Amz-Security-Token': keys.sessionToken,
    'X-Amz-SignedHeaders': named,
  };
  const sorted = Object.entries(parameters)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const lines = headers.map(([name, value]) => `${name}:${value}\n`).join('');
  const canonical = [method, path, sorted, lines, named, 'UNSIGNED-PAYLOAD'].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', time, place, hash(canonical)].join('\n');
  const signing = [time.slice(0, 8), region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part),
    `AWS4${keys.secretAccessKey}`,
  );
  return `${base.origin}${path}?${sorted}&X-Amz-Signature=${hmac(signing, toSign).toString('hex')}`;
}

interface Link {
  url: string;
  expiresAt: string;
}

async function signed(scope: Scope, request: Pick<Presigned, 'method' | 'key' | 'headers'>): Promise<Link> {
  const { keys, expires } = await walled(scope);
  const at = new Date();
  const seconds = Math.min(LINK_SECONDS, Math.floor((expires - at.getTime()) / 1000));
  const endpoint = optionalEnv('AWS_ENDPOINT_URL');
  const url = presign({
    ...request,
    bucket: env('FILES_BUCKET'),
    region: env('AWS_REGION'),
    ...(endpoint ? { endpoint } : {}),
    keys,
    seconds,
    at,
  });
  return { url, expiresAt: new Date(at.getTime() + seconds * 1000).toISOString() };
}

/** An address at which whoever has it can fetch a file, or ask whether it is there, for a few minutes. */
export function linkTo(scope: Scope, key: string, method: 'GET' | 'HEAD' = 'GET'): Promise<Link> {
  return signed(scope, { method, key });
}

/** To be saved under its name, in any script; for whoever cannot read that (a browser in a plain locale), nearly so. */
function asAttachment(name: string): string {
  return `attachment; filename="${name.replaceAll(/[^\w. -]/g, '-')}"; filename*=UTF-8''${encoded(name)}`;
}

/** A file as it was announced. */
export interface Announced {
  name: string;
  contentType: string;
  bytes: number;
  /** In base64. */
  sha256: string;
}

/**
 * An address at which whoever has it can put this one file for a few minutes, with exactly these headers. Length, kind and
 * checksum are signed: S3 takes no other bytes, however often the link is used. The file is handed out to be saved, never to
 * be opened as a page; its name may be in any script (RFC 6266, RFC 8187).
 */
export async function uploadLinkTo(
  scope: Scope,
  key: string,
  { name, contentType, bytes, sha256 }: Announced,
): Promise<Link & { headers: Record<string, string> }> {
  const headers = {
    'content-type': contentType,
    'content-disposition': asAttachment(name),
    'x-amz-checksum-sha256': sha256,
  };
  // A browser tells the length by itself and lets nobody set it.
  const length = { 'content-length': String(bytes) };
  return { ...(await signed(scope, { method: 'PUT', key, headers: { ...headers, ...length } })), headers };
}
