import { randomUUID } from 'node:crypto';
import type { AccessRequest } from '../aws/iam.ts';
import type { Credentials, Creds } from '../aws/sts.ts';
import { type AwsCall, type AwsService, ServiceError, textField } from '../gateway/aws-call.ts';
import type { HttpReply, HttpRequest } from '../gateway/http.ts';
import { ACCOUNT } from '../place.ts';

/** STS: AssumeRole with a session policy, GetCallerIdentity. */
export class Sts implements AwsService {
  readonly #credentials: Credentials;
  readonly #issued: (call: AwsCall, accessKeyId: string) => void;

  /** @param issued hears of credentials a caller obtained, so that calls made with them can be traced back to it. */
  constructor(credentials: Credentials, issued: (call: AwsCall, accessKeyId: string) => void) {
    this.#credentials = credentials;
    this.#issued = issued;
  }

  operationOf({ body }: HttpRequest): string {
    return new URLSearchParams(body.toString()).get('Action') ?? '';
  }

  /** GetCallerIdentity needs no right; AssumeRole is judged together with the role's trust when it is done. */
  access(): AccessRequest[] {
    return [];
  }

  async handle(call: AwsCall): Promise<HttpReply> {
    const { operation, input, caller } = call;
    if (operation === 'GetCallerIdentity')
      return xml(
        operation,
        element('Arn', caller.principal.arn) + element('UserId', caller.accessKeyId) + element('Account', ACCOUNT),
      );
    if (operation !== 'AssumeRole')
      throw new ServiceError('InvalidAction', `The local cloud does not answer sts:${operation}.`);
    const given = this.#credentials.assumeRole(
      caller.principal,
      {
        RoleArn: textField(input, 'RoleArn'),
        RoleSessionName: textField(input, 'RoleSessionName'),
        Policy: input.Policy as string | undefined,
        DurationSeconds: input.DurationSeconds === undefined ? undefined : Number(input.DurationSeconds),
      },
      // By this machine's clock also for functions that live in earlier years: theirs moves on in leaps.
      new Date(),
    );
    if ('code' in given) throw new ServiceError(given.code, given.message, given.status);
    this.#issued(call, given.accessKeyId);
    return xml(operation, described(given));
  }
}

function described({ accessKeyId, secretAccessKey, sessionToken, expiration, assumedRole }: Creds): string {
  const credentials = [
    element('AccessKeyId', accessKeyId),
    element('SecretAccessKey', secretAccessKey),
    element('SessionToken', sessionToken),
    element('Expiration', expiration?.toISOString() ?? ''),
  ].join('');
  const user = element('Arn', assumedRole.arn) + element('AssumedRoleId', assumedRole.id);
  return `<Credentials>${credentials}</Credentials><AssumedRoleUser>${user}</AssumedRoleUser>`;
}

function element(name: string, text: string): string {
  return `<${name}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`;
}

function xml(operation: string, result: string): HttpReply {
  const requestId = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  return {
    status: 200,
    headers: { 'content-type': 'text/xml' },
    body: `<${operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${operation}Result>${result}</${operation}Result>${requestId}</${operation}Response>`,
  };
}
