import { keyCreated, keyRenewed, keyRevoked } from '../../events/identity.ts';
import {
  type ApiKey,
  type ApiKeyFilter,
  type ApiKeyVersion,
  type ApiKeyWithSecret,
  actorOfKey,
  endOfKey,
  type Maker,
  MOST_KEYS,
  type NewApiKey,
  type RenewApiKey,
  stateOfKey,
} from '../../shared/identity/api-key.ts';
import { mayManage, seesAll } from '../../shared/identity/standing.ts';
import { forbidden, invalid, notFound, refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Call } from '../_kit/call.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change, put } from '../_kit/operations.ts';
import { RateEntity } from '../_kit/rate.entity.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import { type Scope, untold } from '../_kit/scope.ts';
import { requireFreshProof } from '../_kit/step-up.ts';
import { findMany, mustFind, page } from '../_kit/store.ts';
import { ApiKeyEntity, type ApiKeyRow } from './api-key.entity.ts';
import { currentStaff } from './directory.service.ts';
import { allKeys, closing, ending, freshSecret, lastingUntil, opening, secretOf } from './key-secrets.service.ts';
import { MembershipEntity } from './login.entity.ts';
import { findMembership } from './people.service.ts';
import { untilUncontended } from './races.ts';
import { refuseUnknownCompanies } from './staff.service.ts';
import { standingOf } from './standing.service.ts';

const WHAT = 'API key';

/** What administrators see of a key: nothing by which a secret is found. */
function told(scope: Scope, row: ApiKeyRow, lastUsedAt?: string): ApiKey {
  const { secretHash: _, oldHash: __, oldUntil, ...shown } = row;
  const now = scope.now();
  return {
    ...shown,
    state: stateOfKey(row, now),
    ...(oldUntil && oldUntil > now.toISOString() ? { oldUntil } : {}),
    ...(lastUsedAt ? { lastUsedAt } : {}),
  };
}

/** The MSP's keys, newest first, each with when it was last used. */
export async function list(scope: Scope, { limit, cursor, state }: ApiKeyFilter): Promise<Page<ApiKey>> {
  const { mspId } = scope;
  const now = scope.now();
  const keep = (row: ApiKeyRow) => !state || (stateOfKey(row, now) === 'active') === (state === 'active');
  const query = ApiKeyEntity.query.inMsp({ mspId });
  const found = await page(scope, ApiKeyEntity, query, { limit, cursor, filter: state, newestFirst: true, keep });
  const gets = found.items.map(({ keyId }) => RateEntity.get({ mspId, keyId }));
  const usedAt = new Map((await findMany(scope, RateEntity, gets)).map(({ keyId, drawnAt }) => [keyId, drawnAt]));
  return { ...found, items: found.items.map((row) => told(scope, row, usedAt.get(row.keyId))) };
}

/** Makes a key and tells its secret, this once: nothing that is kept can tell it again, not even under an `Idempotency-Key`. */
export async function create(scope: Scope, input: NewApiKey, call: Call): Promise<ApiKeyWithSecret> {
  requireFreshProof(call);
  // Whatever it may do, a key sees no more than its maker.
  if (!seesAll(scope.actor, input.companies))
    throw invalid('companies', 'A key sees no more clients than you do. Name some of yours.');
  await refuseUnknownCompanies(scope, input.companies);
  return untilUncontended(() => make(scope, scope.actor.userId, input));
}

/** Moves the maker's membership: a change of their role that runs beside it either sees this key or makes it start anew. */
async function make(
  scope: Scope,
  makerId: string,
  { name, scopes, companies, days }: NewApiKey,
): Promise<ApiKeyWithSecret> {
  const now = scope.now();
  const [membership, keys] = await Promise.all([findMembership(scope, makerId), allKeys(scope)]);
  if (!membership) throw notFound('staff member');
  const live = keys.filter((key) => stateOfKey(key, now) === 'active');
  if (live.length >= MOST_KEYS)
    throw refused('key.too-many', `${MOST_KEYS} keys are in use. Revoke one of them first.`);
  const { secret, kept } = freshSecret();
  const keyId = newId(now);
  const row = stamped(scope, { keyId, name, scopes, companies, makerId, ...kept, expiresAt: endOfKey(days, now) });
  const ops = [
    put(ApiKeyEntity, row),
    opening(row, standingOf(membership)),
    change(MembershipEntity, membership, { ...membership, v: membership.v + 1 }, { audit: false }),
  ];
  return commit(untold(scope), ops, [keyCreated.of({ keyId })], { ...told(scope, row), secret });
}

async function present(scope: Scope, { keyId, v }: ApiKeyVersion): Promise<ApiKeyRow> {
  const key = ApiKeyEntity.get({ mspId: scope.mspId, keyId });
  const row = basedOn(await mustFind(scope, ApiKeyEntity, key, WHAT), v, WHAT);
  if (row.revokedAt) throw refused('key.revoked', 'This key was revoked. Make another one.');
  return row;
}

/** Ends a key at once. */
export async function revoke(scope: Scope, one: ApiKeyVersion): Promise<ApiKey> {
  const { after, ops } = ending(scope, await present(scope, one), 'hand');
  return commit(scope, ops, [keyRevoked.of({ keyId: after.keyId })], told(scope, after));
}

/**
 * Gives a key another secret and a new end. The old secret works for the hours of grace, so that whoever uses it can
 * change over; one that was still waiting from an earlier renewal ends now.
 */
export async function renew(
  scope: Scope,
  { days, graceHours, ...one }: RenewApiKey,
  call: Call,
): Promise<ApiKeyWithSecret> {
  requireFreshProof(call);
  const before = await present(scope, one);
  const { role, companies, status } = await currentStaff(scope, before.makerId);
  const maker: Maker = { role, companies, status };
  if (!actorOfKey(before, maker))
    throw refused('key.maker', 'Who made this key may make keys no longer. Make one yourself.');
  // Whoever renews it holds it: it must not see more than they do.
  if (!mayManage(scope.actor, { role, companies: before.companies === 'all' ? companies : before.companies })) {
    throw forbidden('Only an owner may renew an owner’s key, and only for clients that you see yourself.');
  }
  const now = scope.now();
  const graceEnds = new Date(now.getTime() + graceHours * 3_600_000).toISOString();
  const [old, older] = await Promise.all([
    secretOf(scope, before.secretHash),
    before.oldHash ? secretOf(scope, before.oldHash) : undefined,
  ]);
  // A key that has expired has nothing left to go on with.
  const kept = graceHours > 0 && old && stateOfKey(before, now) === 'active' ? old : undefined;
  const oldUntil = kept?.expiresAt && kept.expiresAt < graceEnds ? kept.expiresAt : graceEnds;
  const { secret, kept: fresh } = freshSecret();
  const after = revised(scope, before, {
    ...fresh,
    expiresAt: endOfKey(days, now),
    ...(kept ? { oldHash: before.secretHash, oldUntil } : { oldHash: undefined, oldUntil: undefined }),
  });
  const ops = [
    change(ApiKeyEntity, before, after, { what: WHAT }),
    opening(after, maker, old?.cursorKey),
    ...(kept ? [lastingUntil(kept, oldUntil)] : closing({ secretHash: before.secretHash })),
    ...(older ? closing({ secretHash: older.secretHash }) : []),
  ];
  const { keyId } = after;
  return commit(untold(scope), ops, [keyRenewed.of({ keyId })], { ...told(scope, after), secret });
}
