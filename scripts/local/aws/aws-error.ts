import { randomUUID } from 'node:crypto';

/** An error answer as an AWS service sends it. */
export interface AwsErrorResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

type Protocol = 'json-1.0' | 'json-1.1' | 'query' | 'rest-json' | 's3' | 'sqs';

/** Which protocol a service speaks, by its name in credential scopes. Services not listed speak JSON 1.0. */
const PROTOCOLS = new Map<string, Protocol>([
  ['dynamodb', 'json-1.0'],
  ['states', 'json-1.0'],
  ['events', 'json-1.1'],
  ['kms', 'json-1.1'],
  ['s3', 's3'],
  ['scheduler', 'rest-json'],
  ['ses', 'rest-json'],
  ['sqs', 'sqs'],
  ['sts', 'query'],
]);

const JSON_CODES: Record<string, string> = {
  AccessDenied: 'AccessDeniedException',
  BadDigest: 'InvalidSignatureException',
  ExpiredToken: 'ExpiredTokenException',
  InvalidClientTokenId: 'UnrecognizedClientException',
  MissingAuthenticationToken: 'MissingAuthenticationTokenException',
  RequestExpired: 'InvalidSignatureException',
  SignatureDoesNotMatch: 'InvalidSignatureException',
  Throttling: 'ThrottlingException',
};

/** How each protocol names what goes wrong before an operation runs; all other codes are the operation's own. */
const CODES: Record<Protocol, Record<string, string>> = {
  'json-1.0': JSON_CODES,
  'json-1.1': JSON_CODES,
  'rest-json': JSON_CODES,
  sqs: JSON_CODES,
  query: {
    AccessDeniedException: 'AccessDenied',
    BadDigest: 'SignatureDoesNotMatch',
    ExpiredTokenException: 'ExpiredToken',
    RequestExpired: 'SignatureDoesNotMatch',
    ThrottlingException: 'Throttling',
  },
  s3: {
    AccessDeniedException: 'AccessDenied',
    ExpiredTokenException: 'ExpiredToken',
    InvalidClientTokenId: 'InvalidAccessKeyId',
    MissingAuthenticationToken: 'AccessDenied',
    RequestExpired: 'AccessDenied',
    Throttling: 'SlowDown',
    ThrottlingException: 'SlowDown',
  },
};

/** Errors of the protocol layer, which carry its namespace and, in DynamoDB and Step Functions, a capital `Message`. */
const PROTOCOL_ERRORS = new Set([...Object.values(JSON_CODES), 'UnknownOperationException', 'SerializationException']);

const AUTHORIZATION = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
]);

function statusOf(protocol: Protocol, code: string): number {
  if (/^(NoSuch\w+|NotFound|NotFoundException)$/.test(code)) return 404;
  if (/^(SlowDown|ServiceUnavailable\w*)$/.test(code)) return 503;
  if (/^(Internal(Server)?(Error|Failure|Exception)|\w+InternalException|ServerException)$/.test(code)) return 500;
  if (code === 'TooManyRequestsException') return 429;
  if (protocol === 's3' && code === 'ExpiredToken') return 400;
  return AUTHORIZATION.has(code) && !protocol.startsWith('json-') ? 403 : 400;
}

const XML_ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const xml = (text: string): string => text.replace(/[&<>"']/g, (character) => XML_ENTITIES[character] ?? character);

function jsonError(protocol: 'json-1.0' | 'json-1.1' | 'sqs', code: string, message: string): [string, string] {
  const type = protocol === 'json-1.1' ? 'application/x-amz-json-1.1' : 'application/x-amz-json-1.0';
  if (!PROTOCOL_ERRORS.has(code)) return [type, JSON.stringify({ __type: code, message })];
  if (protocol === 'json-1.1') return [type, JSON.stringify({ __type: code, Message: message })];
  return [type, JSON.stringify({ __type: `com.amazon.coral.service#${code}`, Message: message })];
}

/**
 * An error in the wire format of a service, so that AWS SDK clients raise the class of that name (Smithy protocol
 * specifications "AWS JSON 1.0", "AWS JSON 1.1", "AWS restJson1", "AWS query"; Amazon S3 API Reference, "Error
 * responses"). Refusals before an operation (`AccessDenied`, `SignatureDoesNotMatch`, `ExpiredToken`, ...) may be given
 * under any protocol's name: they are sent under the one this service uses. `status` overrides the usual HTTP status.
 */
export function awsError(service: string, code: string, message: string, status?: number): AwsErrorResponse {
  const protocol = PROTOCOLS.get(service) ?? 'json-1.0';
  const name = CODES[protocol][code] ?? code;
  const requestId = randomUUID();
  const answer = (contentType: string, body: string, extra: Record<string, string> = {}): AwsErrorResponse => ({
    status: status ?? statusOf(protocol, name),
    headers: { 'content-type': contentType, 'x-amzn-requestid': requestId, ...extra },
    body,
  });
  switch (protocol) {
    case 's3': {
      const error = `<Code>${xml(name)}</Code><Message>${xml(message)}</Message><RequestId>${requestId}</RequestId>`;
      const document = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${error}</Error>`;
      return answer('application/xml', document, { 'x-amz-request-id': requestId });
    }
    case 'query': {
      const party = (status ?? statusOf(protocol, name)) >= 500 ? 'Receiver' : 'Sender';
      const error = `<Error><Type>${party}</Type><Code>${xml(name)}</Code><Message>${xml(message)}</Message></Error>`;
      const id = `<RequestId>${requestId}</RequestId>`;
      return answer(
        'text/xml',
        `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${error}${id}</ErrorResponse>`,
      );
    }
    case 'rest-json':
      return answer('application/json', JSON.stringify({ message }), { 'x-amzn-errortype': name });
    default:
      return answer(...jsonError(protocol, name, message));
  }
}
