import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { forgetOldest } from '../../../shared/kernel/forget-oldest.ts';

/** A request as it came over the wire; header names in any case. `url` is path and query. */
export interface SignedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** The scope a signature is valid in: `<date>/<region>/<service>/aws4_request`. */
export interface Scope {
  date: string;
  region: string;
  service: string;
}

export const sha256Hex = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: Uint8Array | KeyObject | string, data: string): Buffer =>
  createHmac('sha256', key).update(data).digest();

/** Percent-encoding of RFC 3986, as signatures want it. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** The decoded text, or the text itself where a `%` begins no valid sequence. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** The query's names and values, decoded, in the order of the wire. A plus sign is a plus sign. */
export function queryOf(url: string): [name: string, value: string][] {
  const query = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      return [decoded(name), decoded(value)];
    });
}

/** S3 signs the path encoded once; all other services sign the path of the wire encoded again. */
function canonicalPath(url: string, service: string): string {
  const path = url.split('?', 1)[0] || '/';
  return path
    .split('/')
    .map((segment) => encoded(service === 's3' ? decoded(segment) : segment))
    .join('/');
}

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function canonicalQuery(url: string): string {
  return queryOf(url)
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encoded(name), encoded(value)] as const)
    .sort(([name, value], [otherName, otherValue]) => inOrder(name, otherName) || inOrder(value, otherValue))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/**
 * The signature AWS would compute (AWS IAM User Guide, "Create a signed AWS API request"). `headers` has lower-case
 * names; `signedHeaders` is the list of the request, `timestamp` its `YYYYMMDDTHHMMSSZ`.
 */
export function signatureOf(
  request: { method: string; url: string; headers: Record<string, string> },
  {
    scope,
    signedHeaders,
    timestamp,
    payload,
  }: { scope: Scope; signedHeaders: string; timestamp: string; payload: string },
  secret: string,
): string {
  const names = signedHeaders.split(';');
  const canonical = [
    request.method,
    canonicalPath(request.url, scope.service),
    canonicalQuery(request.url),
    ...names.map((name) => `${name}:${(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}`),
    '',
    signedHeaders,
    payload,
  ].join('\n');
  const scopeText = `${scope.date}/${scope.region}/${scope.service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', timestamp, scopeText, sha256Hex(canonical)].join('\n');
  return hmac(signingKey(secret, scopeText), toSign).toString('hex');
}

const MOST_KEYS = 2_000;
const signingKeys = new Map<string, KeyObject>();

/** Four rounds that are the same for all requests of a day: those of the keys in use are kept, as Node takes them at once. */
function signingKey(secret: string, scopeText: string): KeyObject {
  const name = `${secret}/${scopeText}`;
  const known = signingKeys.get(name);
  if (known) return known;
  const [first, ...others] = scopeText.split('/');
  const key = createSecretKey(others.reduce<Buffer>(hmac, hmac(`AWS4${secret}`, first ?? '')));
  signingKeys.set(name, key);
  forgetOldest(signingKeys, MOST_KEYS);
  return key;
}
