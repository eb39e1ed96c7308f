import { z } from 'zod';
import { lastSeen, type SecondFactor, secondFactorOf } from '../../../shared/m365/user.ts';
import type { Scope } from '../../_kit/scope.ts';
import { type Changed, type DataSet, type Target, unreadable, vendorKey } from '../../integrations/data-set.service.ts';
import { mirror } from '../../integrations/mirror.service.ts';
import { sortOf, UserEntity, type UserRow } from '../tenant.entity.ts';
import { storedRows } from './mirrored.ts';

/** What Graph says to a tenant without Entra ID P1. Source: Microsoft Graph, "List users", signInActivity. */
const NOT_PREMIUM = {
  Authentication_RequestFromNonPremiumTenantOrB2CTenant: 'This tenant has no Microsoft Entra ID P1.',
};

const NO_USER = 'This account is not in the list of users yet.';

type Facet = Pick<UserRow, 'lastSeen' | 'seen' | 'mfa'>;

/** Listings that know one thing more about accounts: it is written onto the account's own row. */
function onUsers<Content>(facetOf: (content: Content) => Partial<Facet>, cleared: Partial<Facet>) {
  const facets = async (scope: Scope, companyId: string, facetByKey: ReadonlyMap<string, Partial<Facet>>) => {
    const own = { mspId: scope.mspId, companyId };
    const stored = await storedRows(scope, UserEntity, companyId, [...facetByKey.keys()]);
    const ops = [...stored.values()].map((user) => {
      const { v: _version, ...fields } = user;
      return mirror(UserEntity, { ...fields, ...own, sort: sortOf(user.name), ...facetByKey.get(user.key) }, user);
    });
    const missing = [...facetByKey.keys()].filter((key) => !stored.has(key));
    return { ops, refused: new Map(missing.map((key) => [key, NO_USER])) };
  };
  return {
    write: (scope: Scope, { companyId }: Target, changed: Changed<Content>[]) =>
      facets(scope, companyId, new Map(changed.map(({ key, content }) => [key, facetOf(content)]))),
    remove: async (scope: Scope, { companyId }: Target, keys: string[]) =>
      (await facets(scope, companyId, new Map(keys.map((key) => [key, cleared])))).ops,
  };
}

const Activity = z.object({
  lastSignInDateTime: z.string().nullish(),
  lastNonInteractiveSignInDateTime: z.string().nullish(),
  lastSuccessfulSignInDateTime: z.string().nullish(),
});
const WithActivity = z.object({
  id: z.string().min(1),
  displayName: z.string().nullish(),
  signInActivity: Activity.nullish(),
});

interface Seen {
  lastSeen: string | null;
}

/** When accounts were last used. Only days are kept: an account in daily use is then written once a day. */
export const signIns: DataSet<Seen> = {
  name: 'sign-ins',
  listing: 'full',
  parts: 4,
  absent: NOT_PREMIUM,
  request: () => ({ path: '/users', query: { $select: 'id,displayName,signInActivity', $top: '500' } }),
  read: (row) => {
    const parsed = WithActivity.safeParse(row);
    if (!parsed.success) return unreadable(row, parsed.error);
    const { id, displayName, signInActivity } = parsed.data;
    const content = { lastSeen: lastSeen(signInActivity) ?? null };
    return { kind: 'record', key: vendorKey(id), label: displayName ?? id, content };
  },
  ...onUsers<Seen>((content) => ({ lastSeen: content.lastSeen ?? undefined, seen: true }), {
    lastSeen: undefined,
    seen: undefined,
  }),
};

/** Source: Microsoft Graph, "userRegistrationDetails resource type". */
const Registration = z.object({
  id: z.string().min(1),
  userDisplayName: z.string().nullish(),
  isMfaRegistered: z.boolean(),
  methodsRegistered: z.array(z.string()).default([]),
});

interface Registered {
  mfa: SecondFactor;
}

/** Which second factors accounts have. The listing has enabled accounts only. */
export const secondFactors: DataSet<Registered> = {
  name: 'mfa',
  listing: 'full',
  parts: 4,
  absent: NOT_PREMIUM,
  request: () => ({ path: '/reports/authenticationMethods/userRegistrationDetails', query: { $top: '999' } }),
  read: (row) => {
    const parsed = Registration.safeParse(row);
    if (!parsed.success) return unreadable(row, parsed.error, 'id', 'userDisplayName');
    const { id, userDisplayName, isMfaRegistered, methodsRegistered } = parsed.data;
    const content = { mfa: secondFactorOf(isMfaRegistered, methodsRegistered) };
    return { kind: 'record', key: vendorKey(id), label: userDisplayName ?? id, content };
  },
  ...onUsers<Registered>(({ mfa }) => ({ mfa }), { mfa: undefined }),
};
