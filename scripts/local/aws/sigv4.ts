import { timingSafeEqual } from 'node:crypto';
import { queryOf, type Scope, type SignedRequest, sha256Hex, signatureOf } from './canonical-request.ts';
import { checksumRefusal, decodeAwsChunked } from './payload-checksums.ts';

export type { SignedRequest } from './canonical-request.ts';

/** The key behind a valid signature, or why there is none. `ExpiredToken` is the credential store's to say. */
export type Verification =
  | { ok: true; accessKeyId: string; sessionToken?: string; service: string; region: string; presigned: boolean }
  | { ok: false; code: VerificationCode; message: string };
export type VerificationCode =
  | 'SignatureDoesNotMatch'
  | 'ExpiredToken'
  | 'RequestExpired'
  | 'InvalidClientTokenId'
  | 'MissingAuthenticationToken'
  | 'BadDigest';

interface Signature {
  presigned: boolean;
  accessKeyId: string;
  sessionToken: string | undefined;
  scope: Scope;
  signedHeaders: string;
  signature: string;
  timestamp: string;
  /** Seconds a presigned URL is valid. */
  expires: number;
}

const refuse = (code: VerificationCode, message: string): Verification & { ok: false } => ({
  ok: false,
  code,
  message,
});

const MAX_PRESIGNED_SECONDS = 7 * 24 * 3600;

/** S3 accepts clocks 15 minutes apart, the other services 5. */
const skewOf = (service: string): number => (service === 's3' ? 15 : 5) * 60_000;

function credentialOf(credential: string): { accessKeyId: string; scope: Scope } | undefined {
  const [, accessKeyId, date, region, service] =
    /^([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/.exec(credential) ?? [];
  if (!accessKeyId || !date || !region || !service) return undefined;
  return { accessKeyId, scope: { date, region, service } };
}

function instantOf(timestamp: string): Date | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(timestamp);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function signatureIn(headers: Record<string, string>, query: Map<string, string>): Signature | undefined {
  const presigned = query.has('X-Amz-Signature');
  const header =
    /^AWS4-HMAC-SHA256\s+Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  const [, headerCredential = '', headerNames = '', headerSignature = ''] = header ?? [];
  const credential = credentialOf(presigned ? (query.get('X-Amz-Credential') ?? '') : headerCredential);
  if (!credential || (presigned && query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256')) return undefined;
  return {
    ...credential,
    presigned,
    sessionToken: presigned ? query.get('X-Amz-Security-Token') : headers['x-amz-security-token'],
    signedHeaders: presigned ? (query.get('X-Amz-SignedHeaders') ?? '') : headerNames,
    signature: presigned ? (query.get('X-Amz-Signature') ?? '') : headerSignature,
    timestamp: (presigned ? query.get('X-Amz-Date') : headers['x-amz-date']) ?? '',
    expires: Number(presigned ? query.get('X-Amz-Expires') : 0),
  };
}

function timeRefusal({ presigned, timestamp, expires, scope }: Signature, now: Date): Verification | undefined {
  const signedAt = instantOf(timestamp);
  if (!signedAt || !timestamp.startsWith(scope.date)) {
    return refuse('SignatureDoesNotMatch', `Date in Credential scope does not match the request's date ${timestamp}.`);
  }
  const age = now.getTime() - signedAt.getTime();
  if (!presigned) {
    if (Math.abs(age) <= skewOf(scope.service)) return undefined;
    return refuse('RequestExpired', `Signature ${age > 0 ? 'expired' : 'not yet current'}: signed at ${timestamp}.`);
  }
  if (!Number.isInteger(expires) || expires < 1 || expires > MAX_PRESIGNED_SECONDS) {
    return refuse('SignatureDoesNotMatch', 'X-Amz-Expires must be between 1 and 604800 seconds.');
  }
  if (age < -skewOf(scope.service)) return refuse('RequestExpired', 'Request is not valid yet');
  return age > expires * 1000 ? refuse('RequestExpired', 'Request has expired') : undefined;
}

/** Headers a client must not add to a signed request: what is unsigned could have been changed on the way. */
function unsignedHeaders(headers: Record<string, string>, signedHeaders: string): string[] {
  const signed = new Set(signedHeaders.split(';'));
  return Object.keys(headers).filter((name) => (name === 'host' || name.startsWith('x-amz-')) && !signed.has(name));
}

/** What the signature says about the body, and the body without its transport encoding. */
function payloadOf(request: SignedRequest, { presigned, scope }: Signature, declared: string | undefined) {
  if (declared === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') {
    const chunked = decodeAwsChunked(request.body);
    return chunked && { payload: declared, data: chunked.data, trailers: chunked.trailers };
  }
  if (declared?.startsWith('STREAMING-')) return undefined;
  const unsigned = presigned && scope.service === 's3' ? 'UNSIGNED-PAYLOAD' : undefined;
  return { payload: declared ?? unsigned ?? sha256Hex(request.body), data: request.body, trailers: {} };
}

function bodyRefusal(
  { payload, data, trailers }: { payload: string; data: Uint8Array; trailers: Record<string, string> },
  headers: Record<string, string>,
  query: Map<string, string>,
): Verification | undefined {
  if (/^[0-9a-f]{64}$/.test(payload) && payload !== sha256Hex(data)) {
    return refuse('BadDigest', 'The provided x-amz-content-sha256 does not match what was computed.');
  }
  const length = headers['x-amz-decoded-content-length'];
  if (length !== undefined && Number(length) !== data.length) {
    return refuse('BadDigest', `x-amz-decoded-content-length is ${length}, the body has ${data.length} bytes.`);
  }
  const promised = (headers['x-amz-trailer'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  const missing = promised.find((name) => name !== '' && trailers[name] === undefined);
  if (missing) return refuse('BadDigest', `The trailer ${missing} is announced and missing.`);
  const refusal = checksumRefusal([...Object.entries(headers), ...query, ...Object.entries(trailers)], data);
  return refusal === undefined ? undefined : refuse('BadDigest', refusal);
}

const sameText = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/**
 * Verifies AWS Signature Version 4 on a request, in its header or presigned form, with clock skew, expiry, payload hash
 * and checksums (AWS IAM User Guide, "AWS Signature Version 4 for API requests"; Amazon S3 API Reference,
 * "Authenticating requests"). `secretOf` answers undefined for a key id, or key id and token, that was never issued.
 */
export function verifyRequest(
  request: SignedRequest,
  secretOf: (accessKeyId: string, sessionToken?: string) => string | undefined,
  now: Date,
): Verification {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, v]) => [name.toLowerCase(), v]));
  const query = new Map(queryOf(request.url));
  if (headers.authorization === undefined && !query.has('X-Amz-Signature')) {
    return refuse('MissingAuthenticationToken', 'Missing Authentication Token');
  }
  const found = signatureIn(headers, query);
  if (!found) return refuse('SignatureDoesNotMatch', 'The authorization is not a complete AWS4-HMAC-SHA256 signature.');
  const late = timeRefusal(found, now);
  if (late) return late;
  const secret = secretOf(found.accessKeyId, found.sessionToken);
  if (secret === undefined) {
    return refuse('InvalidClientTokenId', 'The security token included in the request is invalid.');
  }
  const unsigned = unsignedHeaders(headers, found.signedHeaders);
  if (unsigned.length > 0) {
    const message = `There were headers present in the request which were not signed: ${unsigned.join(', ')}`;
    return refuse('SignatureDoesNotMatch', message);
  }
  const declared = headers['x-amz-content-sha256'] ?? query.get('X-Amz-Content-Sha256');
  const body = payloadOf(request, found, declared);
  if (!body) return refuse('BadDigest', `The body is not what x-amz-content-sha256 ${declared} announces.`);
  const expected = signatureOf({ ...request, headers }, { ...found, payload: body.payload }, secret);
  if (!sameText(expected, found.signature)) {
    const message = 'The request signature we calculated does not match the signature you provided.';
    return refuse('SignatureDoesNotMatch', message);
  }
  const broken = bodyRefusal(body, headers, query);
  if (broken) return broken;
  const { accessKeyId, sessionToken, presigned, scope } = found;
  return { ok: true, accessKeyId, sessionToken, service: scope.service, region: scope.region, presigned };
}
