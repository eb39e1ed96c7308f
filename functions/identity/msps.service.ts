import { memberJoined, mspChanged, mspCreated } from '../../events/identity.ts';
import { actorOf } from '../../shared/identity/membership.ts';
import { type Msp, type MspChange, type NewMsp, PLAIN_ACCENT, SECURITY_SETTINGS } from '../../shared/identity/msp.ts';
import { needAfterPassword, type SessionInfo } from '../../shared/identity/session.ts';
import { AppError } from '../../shared/kernel/error.ts';
import { nameKey } from '../../shared/kernel/text.ts';
import type { Call } from '../_kit/call.ts';
import { commit } from '../_kit/commit.ts';
import { MSP_SHARDS, MspListEntity } from '../_kit/msp-list.entity.ts';
import { newId, sha256 } from '../_kit/new-id.ts';
import { change, put, replace } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import type { Session } from '../_kit/session.ts';
import { requireFreshProof } from '../_kit/step-up.ts';
import { countSignUpFrom } from './attempts.service.ts';
import { planConfirmation } from './confirming.service.ts';
import { MembershipEntity } from './login.entity.ts';
import { isForsaken, reclaimed } from './mailbox.service.ts';
import { StaffEntity, StaffNameEntity } from './member.entity.ts';
import { BrandEntity, MspEntity, SlugEntity } from './msp.entity.ts';
import { brandRow, currentMsp, slugRow } from './msp-record.service.ts';
import { refuseGuessable } from './passwords.service.ts';
import { findLogin, type Login, membershipRow, newLogin } from './people.service.ts';
import { actingAs } from './scopes.ts';
import { describe } from './session-info.service.ts';
import { newSession } from './sessions.service.ts';

const TAKEN = 'Another company has this address already. Choose another.';
const slugTaken = () => new AppError(409, 'slug.taken', TAKEN, { errors: [{ path: 'slug', message: TAKEN }] });

/**
 * The login of an address that was signed up with and never proved, and is let in nowhere any more: it is nobody's, and must not
 * keep whoever has the address from signing up.
 */
async function squattedLogin(scope: Scope, email: string): Promise<Login | undefined> {
  const login = await findLogin(scope, email);
  return login?.credentials.unproven && (await isForsaken(scope, login)) ? login : undefined;
}

/**
 * Opens an MSP with its first owner, who is signed in by it: MSP, portal address, login, membership and session stand or
 * fall together, with the mail by which the owner confirms the address.
 *
 * @param input `mfaRequired` and `unproven` (default true) are for data that is made up; nobody on the web can send them
 */
export async function open(
  scope: Scope,
  input: NewMsp & { mfaRequired?: boolean; unproven?: boolean },
  call: Call,
): Promise<Session> {
  const { mspName, slug, name, email, password, locale, timeZone, currency } = input;
  const { mfaRequired = true, unproven = true } = input;
  refuseGuessable(password, email, name, mspName, slug);
  const now = scope.now();
  const mspId = newId(now);
  const squatted = await squattedLogin(scope, email);
  const userId = squatted?.person.personId ?? newId(now);
  const owner = { kind: 'staff', userId, mspId, role: 'owner', companies: 'all' } as const;
  const own = actingAs(scope, actorOf(owner));
  const login = squatted
    ? await reclaimed(own, squatted, { name, password, unproven })
    : await newLogin(own, { personId: userId, name, email, password, locale, timeZone, unproven });
  const confirmation = unproven ? await planConfirmation(own, login.person) : { ops: [], facts: [] };
  const msp = stamped(own, {
    slug,
    name: mspName,
    legalName: '',
    locale,
    timeZone,
    currency,
    fiscalYearStart: 1,
    mfaRequired,
    portalMfaRequired: false,
    supportEmail: '',
    supportPhone: '',
    logo: '',
    accent: PLAIN_ACCENT,
  });
  const staff = stamped(own, {
    userId,
    name,
    nameKey: nameKey(name),
    email,
    status: 'active' as const,
    role: owner.role,
    companies: owner.companies,
    phone: '',
    title: '',
  });
  const membership = membershipRow(own, owner, { mspSlug: slug });
  const state = needAfterPassword(false, mfaRequired) ? 'half' : 'full';
  const { session, ops, give } = newSession(own, membership, { state }, call);
  await commit(
    actingAs(own, { ...session.actor, sessionId: session.sessionId }),
    [
      put(MspEntity, msp),
      put(BrandEntity, brandRow(msp), { audit: false }),
      put(SlugEntity, slugRow(msp), { audit: false, taken: slugTaken }),
      put(
        MspListEntity,
        { mspId, shard: Number.parseInt(sha256(mspId).slice(0, 2), 16) % MSP_SHARDS },
        { audit: false },
      ),
      put(StaffEntity, staff),
      replace(StaffNameEntity, { mspId, userId, name }),
      put(MembershipEntity, membership, { audit: false }),
      ...login.ops,
      ...ops,
      ...confirmation.ops,
    ],
    [mspCreated.of({ ownerId: userId }), memberJoined.of({ userId }), ...confirmation.facts],
  );
  give();
  return session;
}

/** A new customer of ours: the MSP, its first owner, and the owner's session. */
export async function signUp(scope: Scope, input: NewMsp, call: Call): Promise<SessionInfo> {
  await countSignUpFrom(scope);
  return describe(scope, await open(scope, input, call));
}

/** The MSP's own record. */
export function get(scope: Scope): Promise<Msp> {
  return currentMsp(scope);
}

/** Changes the named fields. Who may come in, and how, is changed only with a fresh proof. */
export async function edit(scope: Scope, { v, ...set }: MspChange, call: Call): Promise<Msp> {
  if (SECURITY_SETTINGS.some((setting) => set[setting] !== undefined)) requireFreshProof(call);
  const before = basedOn(await currentMsp(scope), v, 'MSP');
  const after = revised(scope, before, set);
  const ops = [
    change(MspEntity, before, after, { what: 'MSP' }),
    replace(BrandEntity, brandRow(after)),
    replace(SlugEntity, slugRow(after)),
  ];
  return commit(scope, ops, [mspChanged.of({ fields: Object.keys(set) })], after);
}
