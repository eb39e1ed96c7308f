import { conditionsHold } from './conditions.ts';
import { type ContextOf, PolicyError } from './policy-patterns.ts';
import { coversAction, type Statement, statementsOf, verdict } from './statements.ts';
import type { Deployment, Resource } from './template.ts';

export type { Statement } from './statements.ts';

/** Who calls: an assumed-role session, its role's tags and policies, and the session policy when one was passed. */
export interface Principal {
  /** `arn:aws:sts::<account>:assumed-role/<role>/<session>`; for a service acting itself, its host name. */
  arn: string;
  account: string;
  tags: Record<string, string>;
  policies: Statement[];
  session?: Statement[];
}

/** A role of the templates: `policies` are its inline and attached statements, `trust` says who may assume it. */
export interface RoleRecord {
  arn: string;
  name: string;
  tags: Record<string, string>;
  policies: Statement[];
  trust: Statement[];
}

export interface AccessRequest {
  /** `service:Operation`. */
  action: string;
  /** ARN, or `*` for operations without a resource. */
  resource: string;
  context: Record<string, string | string[]>;
}

export type Decision = { allowed: true } | { allowed: false; message: string };

/** The role behind a session's ARN: what `aws:PrincipalArn` holds for an assumed role. */
function roleArnOf(arn: string): string {
  const [, account, role] = /^arn:aws:sts::(\d+):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return role === undefined ? arn : `arn:aws:iam::${account}:role/${role}`;
}

/** The request's context with what AWS itself says about the caller; a request cannot override that. */
function contextFor(principal: Principal, context: AccessRequest['context']): ContextOf {
  const keys = new Map<string, string[]>();
  for (const [key, value] of Object.entries(context)) {
    if (!key.toLowerCase().startsWith('aws:principal')) keys.set(key.toLowerCase(), [value].flat());
  }
  keys.set('aws:principalarn', [roleArnOf(principal.arn)]);
  keys.set('aws:principalaccount', [principal.account]);
  for (const [tag, value] of Object.entries(principal.tags)) keys.set(`aws:principaltag/${tag.toLowerCase()}`, [value]);
  return (key) => keys.get(key.toLowerCase());
}

/**
 * Decides one access as AWS does within an account: explicit deny, then the identity's policies, then, when the session
 * has a policy, that policy too (AWS IAM User Guide, "Policy evaluation logic" and "Session policies"). The refusal's
 * message is worded as AWS words it. Throws `PolicyError` when a policy cannot be read.
 */
export function decide(principal: Principal, request: AccessRequest): Decision {
  const context = contextFor(principal, request.context);
  const identity = verdict(principal.policies, request, context);
  const session = principal.session ? verdict(principal.session, request, context) : 'Allow';
  const { action, resource } = request;
  const refuse = (because: string): Decision => ({
    allowed: false,
    message: `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${resource} ${because}`,
  });
  if (identity === 'Deny') return refuse('with an explicit deny in an identity-based policy');
  if (session === 'Deny') return refuse('with an explicit deny in a session policy');
  if (identity !== 'Allow') return refuse(`because no identity-based policy allows the ${action} action`);
  if (session !== 'Allow') return refuse(`because no session policy allows the ${action} action`);
  return { allowed: true };
}

const tagsOf = ({ properties }: Resource): Record<string, string> =>
  Object.fromEntries(
    ((properties.Tags ?? []) as { Key: string; Value: string }[]).map(({ Key, Value }) => [Key, Value]),
  );

/**
 * The roles of a deployment by ARN. A role's policies are its inline ones and every policy of the templates that names
 * the role or that the role names; policies managed by AWS are ignored (they grant logs only). Permissions boundaries
 * are refused with `PolicyError`: they would make the role look stronger here than it is on AWS.
 */
export function rolesOf(deployment: Deployment): Map<string, RoleRecord> {
  const attachable = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) => deployment.ofType(type));
  const record = (role: Resource): RoleRecord => {
    const owner = `${role.stack}/${role.logicalId}`;
    if (role.properties.PermissionsBoundary)
      throw new PolicyError(`${owner}: permissions boundaries are not supported.`);
    const named = (role.properties.ManagedPolicyArns ?? []) as string[];
    const attached = attachable.filter(
      ({ arn, properties }) =>
        ((properties.Roles ?? []) as string[]).includes(role.physicalId) || (arn !== '' && named.includes(arn)),
    );
    const inline = (role.properties.Policies ?? []) as { PolicyDocument: unknown }[];
    const documents = [...inline, ...attached.map(({ properties }) => properties)];
    return {
      arn: role.arn,
      name: role.physicalId,
      tags: tagsOf(role),
      policies: documents.flatMap(({ PolicyDocument }) => statementsOf(PolicyDocument, owner)),
      trust: statementsOf(role.properties.AssumeRolePolicyDocument, `${owner} (trust)`),
    };
  };
  return new Map(deployment.ofType('AWS::IAM::Role').map((role) => [role.arn, record(role)]));
}

function isPrincipalOf({ Principal: wanted }: Statement, caller: Principal): boolean {
  if (wanted === undefined) return false;
  if (wanted === '*') return true;
  const accepted = [wanted.AWS ?? []].flat();
  const { account } = caller;
  const aliases = [caller.arn, roleArnOf(caller.arn), account, `arn:aws:iam::${account}:root`];
  if (!caller.arn.startsWith('arn:')) return [wanted.Service ?? []].flat().includes(caller.arn);
  return accepted.some((one) => one === '*' || aliases.includes(one));
}

/**
 * Whether the role's trust policy lets the caller assume it. A service that starts with a role (Lambda, Step Functions)
 * is a caller whose `arn` is its host name, e.g. `lambda.amazonaws.com`, with no tags and no policies.
 */
export function mayAssume(role: RoleRecord, caller: Principal): boolean {
  const context = contextFor(caller, {});
  const effects = role.trust
    .filter(
      (statement) =>
        isPrincipalOf(statement, caller) &&
        coversAction(statement, 'sts:AssumeRole', context) &&
        conditionsHold(statement.Condition, context),
    )
    .map(({ Effect }) => Effect);
  return effects.includes('Allow') && !effects.includes('Deny');
}
