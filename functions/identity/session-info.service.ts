import type { MembershipChoice } from '../../shared/identity/membership.ts';
import type { SessionInfo } from '../../shared/identity/session.ts';
import { grantsOf } from '../../shared/kernel/actor.ts';
import type { Call } from '../_kit/call.ts';
import { CompanyCardEntity } from '../_kit/company-card.entity.ts';
import type { Scope } from '../_kit/scope.ts';
import type { Session } from '../_kit/session.ts';
import { findMany, MOST_GETS } from '../_kit/store.ts';
import type { MembershipRow } from './login.entity.ts';
import type { MspRow } from './msp.entity.ts';
import { brandOf, currentMsp } from './msp-record.service.ts';
import { cardsOf, loginOf, membershipsOf } from './people.service.ts';
import { actingAs } from './scopes.ts';
import { sessionOf } from './sessions.service.ts';

/** Those of these clients of the present MSP that are archived: nobody goes to their portals. */
async function archivedAmong(scope: Scope, rows: readonly MembershipRow[]): Promise<Set<string>> {
  const { mspId } = scope;
  const gets = rows.map(({ companyId = '' }) => CompanyCardEntity.get({ mspId, companyId })).slice(0, MOST_GETS);
  const cards = await findMany(scope, CompanyCardEntity, gets);
  return new Set(cards.filter(({ status }) => status === 'archived').map(({ companyId }) => companyId));
}

/**
 * Where the person may go. The present MSP is read anyway, so that a person of one MSP waits for no further read. Clients of
 * other MSPs are behind their walls: whether they are archived shows when the person goes there.
 */
async function choicesOf(scope: Scope, session: Session, present: Promise<MspRow>): Promise<MembershipChoice[]> {
  const rows = await membershipsOf(scope, session.personId);
  const { actor } = session;
  const elsewhere = rows.filter(({ mspId }) => mspId !== actor.mspId);
  const isCurrent = (row: MembershipRow) =>
    row.mspId === actor.mspId && row.companyId === (actor.kind === 'client' ? actor.companyId : undefined);
  const isBeside = (row: MembershipRow) => row.mspId === actor.mspId && row.kind === 'client' && !isCurrent(row);
  const [cards, archived] = await Promise.all([
    cardsOf(
      scope,
      elsewhere.map(({ mspSlug }) => mspSlug),
    ),
    archivedAmong(scope, rows.filter(isBeside)),
  ]);
  const { name } = await present;
  const open = rows.filter((row) => !(isBeside(row) && archived.has(row.companyId ?? '')));
  return open.map((row) => ({
    mspId: row.mspId,
    mspName: row.mspId === actor.mspId ? name : (cards.get(row.mspSlug)?.name ?? row.mspSlug),
    mspSlug: row.mspSlug,
    kind: row.kind,
    role: row.role,
    companyId: row.companyId,
    companyName: row.companyName,
    current: isCurrent(row),
  }));
}

function actorInfo({ actor }: Session): SessionInfo['actor'] {
  const { userId, mspId } = actor;
  if (actor.kind === 'staff') {
    const companies = actor.companies === 'all' ? 'all' : [...actor.companies];
    return { kind: 'staff', userId, mspId, role: actor.role, companies };
  }
  if (actor.kind === 'client') return { kind: 'client', userId, mspId, role: actor.role, companyId: actor.companyId };
  throw new Error(`A session stands for ${actor.kind}.`);
}

/** Who is there, for pages. Before the second factor it tells of the person and the MSP, and of nothing they may do. */
export async function describe(scope: Scope, session: Session): Promise<SessionInfo> {
  const own = actingAs(scope, session.actor);
  const full = session.state === 'full';
  const present = currentMsp(own);
  const [{ person, credentials }, msp, memberships] = await Promise.all([
    loginOf(own, session.personId),
    present,
    full ? choicesOf(own, session, present) : [],
  ]);
  const { mspId, locale, timeZone, currency, fiscalYearStart } = msp;
  return {
    sessionId: session.sessionId,
    state: session.state,
    ...(full ? {} : { needs: credentials.totp ? ('second-factor' as const) : ('enrolment' as const) }),
    expiresAt: session.expiresAt,
    idleUntil: session.idleUntil,
    actor: actorInfo(session),
    person: {
      name: person.name,
      email: person.email,
      locale: person.locale,
      timeZone: person.timeZone,
      theme: person.theme,
      singleKeys: person.singleKeys ?? true,
      secondFactor: credentials.totp !== undefined,
    },
    msp: { ...brandOf(msp), mspId, locale, timeZone, currency, fiscalYearStart },
    memberships,
    permissions: full ? [...grantsOf(session.actor)] : [],
  };
}

/** Who is there, for this call's session. */
export async function current(scope: Scope, _input: unknown, call: Call): Promise<SessionInfo> {
  return describe(scope, sessionOf(call));
}
