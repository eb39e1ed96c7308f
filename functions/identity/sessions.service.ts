import type { NewFact } from '../../events/define.ts';
import { actorOf } from '../../shared/identity/membership.ts';
import { IDLE_LIFE, lifeOf, MOST_SESSIONS, type SessionTimes } from '../../shared/identity/session.ts';
import { AppError } from '../../shared/kernel/error.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import type { Call } from '../_kit/call.ts';
import { commit } from '../_kit/commit.ts';
import { newId, newToken, sha256 } from '../_kit/new-id.ts';
import { change, erase, type Op, put } from '../_kit/operations.ts';
import { type Scope, untold } from '../_kit/scope.ts';
import { SessionEntity } from '../_kit/session.entity.ts';
import type { Session } from '../_kit/session.ts';
import { all, find } from '../_kit/store.ts';
import { noCookie, sessionCookie } from './cookies.ts';
import {
  CredentialsEntity,
  type CredentialsRow,
  MembershipEntity,
  type MembershipRow,
  SessionPointerEntity,
  type SessionPointerRow,
} from './login.entity.ts';
import { type Login, membershipOf } from './people.service.ts';
import { untilUncontended } from './races.ts';
import { actingAs } from './scopes.ts';

/** Above the live sessions that a person may have: `enter` lets the oldest go. */
const MOST_POINTERS = 100;
/** The live sessions that stand for a person, oldest first. */
export function pointersOf(scope: Scope, personId: string): Promise<SessionPointerRow[]> {
  const query = SessionPointerEntity.query.ofPerson({ personId });
  return all(scope, SessionPointerEntity, query, { most: MOST_POINTERS, consistent: true });
}

type Ending = Pick<SessionPointerRow, 'personId' | 'sessionId' | 'tokenHash'>;

/** Ends sessions, in the commit that gives the reason. Whoever holds their token is nobody for the very next request. */
export function endings(pointers: readonly Ending[]): Op[] {
  return pointers.flatMap(({ personId, sessionId, tokenHash }): Op[] => [
    {
      ...erase(SessionEntity, { tokenHash }),
      change: { entity: 'session', id: sessionId, action: 'removed' },
    },
    erase(SessionPointerEntity, { personId, sessionId }),
  ]);
}

interface Opening {
  state: 'half' | 'full';
  /** When the second factor was given. */
  mfaAt?: string | undefined;
  /** A session that goes on as another: it keeps its end and its proofs. */
  from?: Session | undefined;
}

/** A session of a membership: its row, its token, and the writes that open it. */
export function newSession(scope: Scope, membership: MembershipRow, { state, mfaAt, from }: Opening, call: Call) {
  const now = scope.now();
  const token = newToken();
  const at = now.toISOString();
  const actor = actorOf(membershipOf(membership));
  const life =
    from && state === 'full'
      ? { expiresAt: from.expiresAt, idleUntil: from.idleUntil, ttl: from.ttl }
      : lifeOf(state, now);
  const session: Session = {
    tokenHash: sha256(token),
    sessionId: newId(now),
    personId: membership.personId,
    v: 1,
    state,
    actor,
    cursorKey: newToken(),
    createdAt: at,
    ...life,
    mfaAt: mfaAt ?? from?.mfaAt,
    confirmedAt: from?.confirmedAt ?? at,
    userAgent: call.event.headers['user-agent']?.slice(0, 200),
    ip: scope.ip,
  };
  const { personId, sessionId, tokenHash, ttl } = session;
  const pointer = { personId, sessionId, tokenHash, mspId: membership.mspId, place: membership.place, ttl };
  const opened: Op = {
    ...put(SessionEntity, session),
    change: {
      entity: 'session',
      id: sessionId,
      action: 'created',
      ...(membership.companyId ? { companyId: membership.companyId } : {}),
    },
  };
  return {
    session,
    ops: [opened, put(SessionPointerEntity, pointer, { audit: false })],
    /** Hands the token to the browser, once the commit is through. */
    give: () => {
      call.cookies.push(sessionCookie(token, session.expiresAt, now));
      call.session = session;
    },
  };
}

interface Entry extends Opening {
  login: Login;
  membership: MembershipRow;
  /** What of the credentials changes with it: a step or a recovery code used, a new password. */
  set?: Partial<CredentialsRow>;
  /** Sessions that end with it: all others, or one. */
  ends?: 'all' | string | undefined;
  ops?: Op[];
  facts?: NewFact[];
}

/**
 * Opens a session for somebody who has proved who they are. It moves the versions of credentials and membership: a change
 * of password, role or second factor that runs beside it either sees this session and ends it, or makes this one start anew.
 */
export async function enter(scope: Scope, entry: Entry, call: Call): Promise<Session> {
  const { login, membership, set = {}, ends, ops = [], facts = [] } = entry;
  const { credentials } = login;
  const at = scope.now().toISOString();
  const pointers = await pointersOf(scope, credentials.personId);
  const { session, ops: opening, give } = newSession(scope, membership, entry, call);
  const named = pointers.filter(({ sessionId }) => ends === 'all' || sessionId === ends);
  const left = pointers.filter((pointer) => !named.includes(pointer));
  const surplus = left.slice(0, Math.max(0, left.length - (MOST_SESSIONS - 1)));
  const audit = Object.keys(set).length > 0;
  await commit(
    actingAs(scope, { ...session.actor, sessionId: session.sessionId }),
    [
      ...opening,
      change(CredentialsEntity, credentials, { ...credentials, ...set, v: credentials.v + 1 }, { audit }),
      change(MembershipEntity, membership, { ...membership, lastSignInAt: at, v: membership.v + 1 }, { audit: false }),
      ...endings([...named, ...surplus]),
      ...ops,
    ],
    facts,
  );
  give();
  return session;
}

const over = () => new AppError(401, 'session.none', 'Your session is over. Sign in to go on.');

/** The session of this call. `half-signed-in` and `signed-in` operations have one; without it the answer is 401. */
export function sessionOf(call: Call): Session {
  if (!call.session) throw over();
  return call.session;
}

async function presentSession(scope: Scope, call: Call): Promise<Session> {
  const { tokenHash } = sessionOf(call);
  const session = await find(scope, SessionEntity, SessionEntity.get({ tokenHash }), { consistent: true });
  if (!session) throw over();
  return session;
}

/** What a right proof changes of the credentials, and the writes that belong to it. */
interface Confirmation {
  set: Partial<CredentialsRow>;
  ops: Op[];
}

/** Moves the idle end of the session on; its absolute end stays. */
export async function touch(scope: Scope, _input: unknown, call: Call): Promise<SessionTimes> {
  return untilUncontended(async () => {
    const session = await presentSession(scope, call);
    const idle = new Date(Math.min(scope.now().getTime() + IDLE_LIFE, Date.parse(session.expiresAt))).toISOString();
    const after = { ...session, idleUntil: idle, v: session.v + 1 };
    await commit(untold(scope), [change(SessionEntity, session, after, { audit: false })]);
    return { expiresAt: session.expiresAt, idleUntil: idle };
  });
}

/** Notes on the session that its holder has just proved who they are, together with what the proof used up. */
export async function confirm(
  scope: Scope,
  call: Call,
  credentials: CredentialsRow,
  proof: Confirmation,
): Promise<void> {
  const session = await presentSession(scope, call);
  const at = scope.now().toISOString();
  const after = { ...session, confirmedAt: at, v: session.v + 1, ...(credentials.totp ? { mfaAt: at } : {}) };
  const spent = { ...credentials, ...proof.set, v: credentials.v + 1 };
  await commit(untold(scope), [
    change(SessionEntity, session, after, { audit: false }),
    change(CredentialsEntity, credentials, spent, { audit: Object.keys(proof.set).length > 0 }),
    ...proof.ops,
  ]);
}

/** Ends this call's session, if it has one, and takes the cookie away. */
export async function signOut(scope: Scope, _input: unknown, call: Call): Promise<Gone> {
  const { session } = call;
  call.cookies.push(noCookie());
  if (session) await commit(actingAs(scope, { ...session.actor, sessionId: session.sessionId }), endings([session]));
  return {};
}
