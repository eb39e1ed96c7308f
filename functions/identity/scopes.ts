import type { Actor } from '../../shared/kernel/actor.ts';
import { type Scope, untold } from '../_kit/scope.ts';

/**
 * The same call, as somebody else: identity's operations begin with nobody and end with a person of some MSP. Behind this
 * scope stands the wall of the actor's MSP and the vault. An `Idempotency-Key` stays behind: what is answered here (a
 * session, codes shown once) is never kept to be told again.
 */
export function actingAs(scope: Scope, actor: Actor): Scope {
  return { ...untold(scope), actor, mspId: actor.mspId, access: 'identity' };
}

/** The same call for an MSP, on behalf of nobody who is signed in there: a mailed link was opened, a reset asked for. */
export function actingFor(scope: Scope, mspId: string): Scope {
  return actingAs(scope, { kind: 'system', mspId, userId: 'system:identity' });
}
