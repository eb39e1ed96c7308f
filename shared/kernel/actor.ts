import {
  type Access,
  type CompanyRole,
  companyGrants,
  isKeyScope,
  type KeyScope,
  type Permission,
  type StaffRole,
  staffGrants,
} from './permissions.ts';

interface ActorBase {
  mspId: string;
  userId: string;
  /** The session that speaks, absent for jobs. */
  sessionId?: string;
}

/** A person of the MSP. */
export interface StaffActor extends ActorBase {
  kind: 'staff';
  role: StaffRole;
  /** Companies this person sees: all, or just the named ones. */
  companies: 'all' | readonly string[];
  /** Set when an API key speaks for this person, its maker: it may do what person and key may both. */
  key?: { keyId: string; scopes: readonly KeyScope[] };
}

/** A person of the MSP whom an API key speaks for. */
export type KeyActor = StaffActor & { key: NonNullable<StaffActor['key']> };

/** A person of a company, in the portal. */
export interface ClientActor extends ActorBase {
  kind: 'client';
  role: CompanyRole;
  companyId: string;
}

/** A job of ours, at work for one MSP: a fact's handler, a workflow's step, a schedule. */
export interface SystemActor extends ActorBase {
  kind: 'system';
  userId: `system:${string}`;
}

/** Nobody yet: sign-in, invitations, resets. Only identity serves it, and its wall holds no MSP. */
export interface AnonymousActor extends ActorBase {
  kind: 'anonymous';
  mspId: '';
}

export type Actor = StaffActor | ClientActor | SystemActor | AnonymousActor;

/** What an operation touches, as far as it is known before the record is read. */
export interface Touched {
  companyId?: string;
}

/** `hidden` answers 404, as for a record that does not exist; `forbidden` answers 403. */
export type Verdict = 'allowed' | 'forbidden' | 'hidden';

/** The permissions of an actor; a job may do what its function's roles let it. */
export function grantsOf(actor: Actor): readonly Permission[] {
  if (actor.kind === 'staff') {
    const { key } = actor;
    const grants = staffGrants(actor.role);
    return key ? grants.filter((grant) => isKeyScope(grant) && key.scopes.includes(grant)) : grants;
  }
  if (actor.kind === 'client') return companyGrants(actor.role);
  return [];
}

/** True when the actor may see records of this company at all. */
export function seesCompany(actor: Actor, companyId: string): boolean {
  if (actor.kind === 'staff') return actor.companies === 'all' || actor.companies.includes(companyId);
  if (actor.kind === 'client') return actor.companyId === companyId;
  return actor.kind === 'system';
}

/** True for an actor who is an API key's. */
const isKey = (actor: Actor) => actor.kind === 'staff' && actor.key !== undefined;

/** The one policy: may this actor do this to that? Serves the API, events and pages. */
export function permit(actor: Actor, access: Access, touched: Touched = {}): Verdict {
  if (access === 'public') return 'allowed';
  if (actor.kind === 'anonymous') return 'forbidden';
  // What is everybody's own who is signed in is not a key's: nobody is signed in by it.
  const own = access === 'signed-in' || access === 'half-signed-in';
  if (own ? isKey(actor) : actor.kind !== 'system' && !grantsOf(actor).includes(access)) return 'forbidden';
  return touched.companyId === undefined || seesCompany(actor, touched.companyId) ? 'allowed' : 'hidden';
}
