import { randomBytes, randomInt } from 'node:crypto';
import { decide, mayAssume, type Principal, type RoleRecord, type Statement } from './iam.ts';
import { PolicyError } from './policy-patterns.ts';
import { statementsOf } from './statements.ts';

/** Credentials of one role session. Without `expiration` they hold until revoked (a running function's own). */
export interface Creds {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration?: Date;
  assumedRole: { arn: string; id: string };
}

/** Why STS or the credential check said no. Without `status` each service answers with the one it uses for the code. */
export interface Refusal {
  code: string;
  message: string;
  status?: number;
}

/** The parameters of AssumeRole that the product uses. `DurationSeconds` is 900 to 3600, 3600 when absent. */
export interface AssumeRoleRequest {
  RoleArn: string;
  RoleSessionName: string;
  Policy?: string;
  DurationSeconds?: number;
}

interface Session extends Creds {
  principal: Principal;
}

const KEY_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const randomKey = (length: number): string =>
  Array.from({ length }, () => KEY_ALPHABET[randomInt(KEY_ALPHABET.length)]).join('');

const MAX_POLICY_CHARACTERS = 2048;
const MIN_SECONDS = 900;
const MAX_SECONDS = 3600;

const invalid = (message: string, code = 'ValidationError'): Refusal => ({ code, message, status: 400 });
const constraint = (value: string, field: string, rule: string): Refusal =>
  invalid(`1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: ${rule}`);

function refusedFields({ RoleSessionName, Policy, DurationSeconds }: AssumeRoleRequest): Refusal | undefined {
  if (!/^[\w+=,.@-]{2,64}$/.test(RoleSessionName)) {
    const rule = 'Member must have 2 to 64 characters and satisfy regular expression pattern: [\\w+=,.@-]*';
    return constraint(RoleSessionName, 'roleSessionName', rule);
  }
  if (Policy !== undefined && Policy.length > MAX_POLICY_CHARACTERS) {
    return constraint(Policy, 'policy', `Member must have length less than or equal to ${MAX_POLICY_CHARACTERS}`);
  }
  const seconds = DurationSeconds ?? MAX_SECONDS;
  if (!Number.isInteger(seconds) || seconds < MIN_SECONDS) {
    return constraint(
      String(seconds),
      'durationSeconds',
      `Member must have value greater than or equal to ${MIN_SECONDS}`,
    );
  }
  if (seconds > MAX_SECONDS) {
    return invalid('The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining');
  }
  return undefined;
}

function sessionPolicy(policy: string): Statement[] | Refusal {
  try {
    return statementsOf(JSON.parse(policy), 'session policy');
  } catch (error) {
    if (error instanceof SyntaxError) return invalid('This policy contains invalid Json', 'MalformedPolicyDocument');
    if (error instanceof PolicyError) return invalid(error.message, 'MalformedPolicyDocument');
    throw error;
  }
}

/**
 * The credentials the local cloud has given out, and who stands behind each. AssumeRole keeps the rules of AWS STS (AWS
 * STS API Reference, "AssumeRole"): the role must trust the caller *and* the caller's own policies must allow
 * `sts:AssumeRole` on it; the session policy can only narrow. The packed size of policies is not modelled.
 */
export class Credentials {
  readonly #roles: Map<string, RoleRecord>;
  readonly #sessions = new Map<string, Session>();

  constructor(roles: Map<string, RoleRecord>) {
    this.#roles = roles;
  }

  /** Credentials a service hands to what it starts under a role, e.g. a function. Valid until `revoke`. */
  issueForRole(role: RoleRecord, sessionName: string): Creds {
    return this.#issue(role, sessionName, undefined, undefined);
  }

  /** Credentials for another role, or the refusal (`'code' in answer`) to send back. */
  assumeRole(caller: Principal, request: AssumeRoleRequest, now: Date): Creds | Refusal {
    const refused = refusedFields(request);
    if (refused) return refused;
    const role = this.#roles.get(request.RoleArn);
    const access = { action: 'sts:AssumeRole', resource: request.RoleArn, context: {} };
    if (!role || !mayAssume(role, caller) || !decide(caller, access).allowed) {
      const message = `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${request.RoleArn}`;
      return { code: 'AccessDenied', message, status: 403 };
    }
    const session = request.Policy === undefined ? undefined : sessionPolicy(request.Policy);
    if (session && 'code' in session) return session;
    this.#forgetExpired(now);
    const lifetime = (request.DurationSeconds ?? MAX_SECONDS) * 1000;
    return this.#issue(role, request.RoleSessionName, session, new Date(now.getTime() + lifetime));
  }

  /** The secret of a pair of key id and token that was issued together, expired or not: for checking signatures. */
  secretOf(accessKeyId: string, sessionToken: string | undefined): string | undefined {
    const session = this.#sessions.get(accessKeyId);
    return session?.sessionToken === sessionToken ? session?.secretAccessKey : undefined;
  }

  /** Who calls with these credentials, or the refusal (`'code' in answer`). */
  principalOf(accessKeyId: string, sessionToken: string | undefined, now: Date): Principal | Refusal {
    const session = this.#sessions.get(accessKeyId);
    if (session?.sessionToken !== sessionToken || !session) {
      return { code: 'InvalidClientTokenId', message: 'The security token included in the request is invalid.' };
    }
    if (session.expiration && session.expiration <= now) {
      return { code: 'ExpiredTokenException', message: 'The security token included in the request is expired' };
    }
    return session.principal;
  }

  /** Ends credentials at once: those of a worker that is gone. */
  revoke(accessKeyId: string): void {
    this.#sessions.delete(accessKeyId);
  }

  #issue(role: RoleRecord, sessionName: string, session: Statement[] | undefined, expiration: Date | undefined): Creds {
    const account = role.arn.split(':')[4] ?? '';
    const arn = `arn:aws:sts::${account}:assumed-role/${role.name}/${sessionName}`;
    const creds: Creds = {
      accessKeyId: `ASIA${randomKey(16)}`,
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: randomBytes(96).toString('base64'),
      expiration,
      assumedRole: { arn, id: `AROA${randomKey(17)}:${sessionName}` },
    };
    const principal = { arn, account, tags: role.tags, policies: role.policies, session };
    this.#sessions.set(creds.accessKeyId, { ...creds, principal });
    return creds;
  }

  /** Expired sessions stay an hour so that their users hear "expired" and not "unknown". */
  #forgetExpired(now: Date): void {
    for (const [accessKeyId, { expiration }] of this.#sessions) {
      if (expiration && expiration.getTime() + MAX_SECONDS * 1000 < now.getTime()) this.#sessions.delete(accessKeyId);
    }
  }
}
