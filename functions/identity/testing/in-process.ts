import { actorOf, type Membership } from '../../../shared/identity/membership.ts';
import type { NewMsp } from '../../../shared/identity/msp.ts';
import { needAfterPassword } from '../../../shared/identity/session.ts';
import type { Call } from '../../_kit/call.ts';
import { commit } from '../../_kit/commit.ts';
import { newId } from '../../_kit/new-id.ts';
import type { Scope } from '../../_kit/scope.ts';
import { as } from '../../_kit/testing/world.ts';
import { Units } from '../../_kit/units.ts';
import { seating } from '../joining.service.ts';
import { companyName } from '../member-names.service.ts';
import { currentMsp } from '../msp-record.service.ts';
import { open } from '../msps.service.ts';
import { newLogin } from '../people.service.ts';
import { actingAs } from '../scopes.ts';
import { newSession } from '../sessions.service.ts';

/** A call of nobody at another time, for services called in process: sessions and links end while no test waits. */
export function anonymousAt(now: Date): Scope {
  return {
    mspId: '',
    actor: { kind: 'anonymous', mspId: '', userId: 'anonymous' },
    now: () => now,
    requestId: 'test',
    operation: 'identity.test',
    access: 'identity',
    ip: '203.0.113.9',
    causes: [],
    cursorKey: 'test',
    units: new Units(),
  };
}

/** The HTTP side of such a call. */
export function callAt(now: Date): Call {
  const event = { headers: {}, requestContext: { http: {} } } as Call['event'];
  return { event, requestId: 'test', now: () => now, cookies: [] };
}

const cookieIn = ({ cookies }: Call) => cookies.map((line) => line.split(';')[0]).join('; ');

/** An MSP that asks nobody for a second factor, and its owner, who is signed in and gets no mail to confirm the address. */
export async function openedMsp(input: NewMsp): Promise<{ userId: string; mspId: string; cookie: string }> {
  const now = new Date();
  const call = callAt(now);
  const made = { ...input, mfaRequired: false, unproven: false };
  const { actor } = await as('identity-api', () => open(anonymousAt(now), made, call));
  return { userId: actor.userId, mspId: actor.mspId, cookie: cookieIn(call) };
}

type Seat = Membership extends infer One ? (One extends Membership ? Omit<One, 'userId'> : never) : never;

/** A member who is signed in, without the mail and the link that brought them: tests of invitations are about those. */
export async function seated(
  seat: Seat,
  { name, email, password }: { name: string; email: string; password: string },
): Promise<{ userId: string; mspId: string; email: string; cookie: string }> {
  const now = new Date();
  const call = callAt(now);
  const member: Membership = { ...seat, userId: newId(now) };
  const { userId, mspId } = member;
  const own = actingAs(anonymousAt(now), actorOf(member));
  await as('identity-api', async () => {
    const { slug: mspSlug, locale, timeZone, mfaRequired, portalMfaRequired } = await currentMsp(own);
    const client = member.kind === 'client' ? await companyName(own, member.companyId) : undefined;
    const login = await newLogin(own, { personId: userId, name, email, password, locale, timeZone });
    const { membership, ops, facts } = seating(own, member, login.person, { mspSlug, companyName: client });
    const isAsked = member.kind === 'staff' ? mfaRequired : portalMfaRequired;
    const state = needAfterPassword(false, isAsked) ? 'half' : 'full';
    const opening = newSession(own, membership, { state }, call);
    await commit(own, [...ops, ...login.ops, ...opening.ops], facts);
    opening.give();
  });
  return { userId, mspId, email, cookie: cookieIn(call) };
}
