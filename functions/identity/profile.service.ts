import type { Profile, ProfileChange } from '../../shared/identity/profile.ts';
import type { Ended, OwnSession } from '../../shared/identity/session.ts';
import { changedMeanwhile, notFound } from '../../shared/kernel/error.ts';
import type { Call } from '../_kit/call.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { SessionEntity } from '../_kit/session.entity.ts';
import { findMany } from '../_kit/store.ts';
import { PersonEntity } from './login.entity.ts';
import { namesInStep } from './member-names.service.ts';
import { findMembership, type Login, loginOf } from './people.service.ts';
import { endings, pointersOf, sessionOf } from './sessions.service.ts';

function profileOf({ person, credentials }: Login): Profile {
  const { personId: userId, email, name, locale, timeZone, theme, singleKeys = true, v } = person;
  const { totp, recoveryCodes, unproven } = credentials;
  const secondFactor = totp !== undefined;
  const recoveryCodesLeft = recoveryCodes.length;
  return {
    userId,
    email,
    addressConfirmed: !unproven,
    name,
    locale,
    timeZone,
    theme,
    singleKeys,
    v,
    secondFactor,
    recoveryCodesLeft,
  };
}

/** The person's own settings. */
export async function get(scope: Scope): Promise<Profile> {
  return profileOf(await loginOf(scope, scope.actor.userId));
}

/** Changes the named fields. A new name shows at once in this MSP, elsewhere from the next sign-in there. */
export async function edit(scope: Scope, { v, ...set }: ProfileChange): Promise<Profile> {
  const { actor } = scope;
  const login = await loginOf(scope, actor.userId);
  if (login.person.v !== v) throw changedMeanwhile('profile', login.person.v);
  const person = { ...login.person, ...set, v: v + 1 };
  const membership = await findMembership(scope, actor.userId, actor.kind === 'client' ? actor.companyId : undefined);
  const named = membership ? await namesInStep(scope, membership, person) : [];
  const after = profileOf({ ...login, person });
  return commit(scope, [change(PersonEntity, login.person, person, { what: 'profile' }), ...named], [], after);
}

/** Where the person is signed in, newest first. */
export async function listSessions(scope: Scope, _input: unknown, call: Call): Promise<{ items: OwnSession[] }> {
  const { sessionId: own } = sessionOf(call);
  const pointers = await pointersOf(scope, scope.actor.userId);
  const gets = pointers.map(({ tokenHash }) => SessionEntity.get({ tokenHash }));
  const sessions = await findMany(scope, SessionEntity, gets);
  const now = scope.now().toISOString();
  const items = sessions
    .filter(({ expiresAt, idleUntil }) => expiresAt > now && idleUntil > now)
    .map(({ sessionId, state, createdAt, idleUntil, expiresAt, userAgent, ip }) => ({
      sessionId,
      current: sessionId === own,
      state,
      createdAt,
      idleUntil,
      expiresAt,
      userAgent,
      ip,
    }))
    .reverse();
  return { items };
}

/** Ends one of the person's own sessions. */
export async function endSession(scope: Scope, { sessionId }: { sessionId: string }): Promise<Ended> {
  const pointers = await pointersOf(scope, scope.actor.userId);
  const named = pointers.filter((pointer) => pointer.sessionId === sessionId);
  if (named.length === 0) throw notFound('session');
  return commit(scope, endings(named), [], { ended: 1 });
}

/** Ends all sessions of the person but this one. */
export async function endOtherSessions(scope: Scope, _input: unknown, call: Call): Promise<Ended> {
  const { sessionId: own } = sessionOf(call);
  const others = (await pointersOf(scope, scope.actor.userId)).filter(({ sessionId }) => sessionId !== own);
  const ended = others.length;
  return ended > 0 ? commit(scope, endings(others), [], { ended }) : { ended };
}
