import { forgetOldest } from '../../../shared/kernel/forget-oldest.ts';
import type { Principal, RoleRecord } from '../aws/iam.ts';
import type { Credentials, Creds } from '../aws/sts.ts';
import type { Caller } from '../gateway/aws-call.ts';
import { ACCOUNT, REGION } from '../place.ts';
import type { LambdaFunction } from './lambda-function.ts';

/** Where a session's calls come from in the end. */
type Origin = Pick<Caller, 'functionName' | 'worker'>;

/** Of sessions that may still act: those that came long ago and were not heard of since are forgotten first. */
const KEPT_ORIGINS = 5000;

/** Who functions are: the credentials of their roles, and which function stands behind each chain of sessions. */
export class Identities {
  readonly credentials: Credentials;
  readonly #roles: Map<string, RoleRecord>;
  /** By the key of an environment that runs: it is known until it ends, whatever came after it. */
  readonly #running = new Map<string, Origin>();
  readonly #origins = new Map<string, Origin>();

  constructor(roles: Map<string, RoleRecord>, credentials: Credentials) {
    this.#roles = roles;
    this.credentials = credentials;
  }

  /** Credentials of the function's own role, as a fresh execution environment gets them. */
  issue(fn: LambdaFunction, worker?: Caller['worker']): Creds {
    const creds = this.credentials.issueForRole(this.#role(fn.roleArn, 'lambda.amazonaws.com'), fn.name);
    const origin = { functionName: fn.name, worker };
    if (worker) this.#running.set(creds.accessKeyId, origin);
    else this.#note(creds.accessKeyId, origin);
    return creds;
  }

  /** Credentials obtained by a call act for whoever made the call. */
  derive(from: string, accessKeyId: string): void {
    const origin = this.#known(from);
    if (origin) this.#note(accessKeyId, origin);
  }

  originOf(accessKeyId: string): Origin {
    return this.#known(accessKeyId) ?? { functionName: undefined, worker: undefined };
  }

  /** Ends a worker's credentials with it. */
  forget(accessKeyId: string): void {
    this.credentials.revoke(accessKeyId);
    this.#running.delete(accessKeyId);
  }

  /**
   * A session of this role, for deciding what a service (`states.amazonaws.com`) may do under it.
   * @throws when the templates have no such role or it does not trust the service.
   */
  principalOf(roleArn: string, service: string, sessionName: string): Principal {
    const { name, tags, policies } = this.#role(roleArn, service);
    return { arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${name}/${sessionName}`, account: ACCOUNT, tags, policies };
  }

  #role(arn: string, service: string): RoleRecord {
    const role = this.#roles.get(arn);
    if (!role) throw new Error(`The templates have no role ${arn}.`);
    if (!trusts(role, service))
      throw new Error(`The role ${arn} does not trust ${service}: name the service in its trust policy.`);
    return role;
  }

  #known(accessKeyId: string): Origin | undefined {
    const running = this.#running.get(accessKeyId);
    if (running) return running;
    const origin = this.#origins.get(accessKeyId);
    if (origin) {
      // Heard of again: the youngest once more.
      this.#origins.delete(accessKeyId);
      this.#origins.set(accessKeyId, origin);
    }
    return origin;
  }

  #note(accessKeyId: string, origin: Origin): void {
    this.#origins.set(accessKeyId, origin);
    forgetOldest(this.#origins, KEPT_ORIGINS);
  }
}

/**
 * Whether a service may act under the role. Some go by a name with the region in it, too. Conditions are left alone: on a
 * service they only name account and resource, which are always this deployment's own here.
 */
function trusts({ trust }: RoleRecord, service: string): boolean {
  const names = [service, service.replace('.', `.${REGION}.`)];
  return trust.some(
    ({ Effect, Principal }) =>
      Effect === 'Allow' &&
      typeof Principal === 'object' &&
      [Principal.Service ?? []].flat().some((name) => names.includes(name)),
  );
}

/**
 * The environment of a function: its template's variables, the gateway's address, region and credentials, and the two
 * facts Lambda itself tells; nothing else.
 */
export function environmentFor(fn: LambdaFunction, creds: Creds, endpoint: string): Record<string, string> {
  return {
    ...fn.variables,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: creds.accessKeyId,
    AWS_SECRET_ACCESS_KEY: creds.secretAccessKey,
    AWS_SESSION_TOKEN: creds.sessionToken,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMb),
    TZ: ':UTC',
  };
}
