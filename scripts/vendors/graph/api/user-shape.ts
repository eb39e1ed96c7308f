import { SKUS } from '../world/skus.ts';
import type { Tenant, TenantUser } from '../world.ts';
import { unknownProperty } from './collection.ts';

type Property = (user: TenantUser, tenant: Tenant) => unknown;

/** The properties that `/users` gives without `$select`. Source: Microsoft Graph, "List users". */
const DEFAULT_PROPERTIES = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

/** Graph leaves `signInActivity` out for users who never signed in; all other absent values are null. */
const LEFT_OUT_WHEN_NULL = new Set(['signInActivity']);

const PROPERTIES: Record<string, Property> = {
  id: (user) => user.id,
  accountEnabled: (user) => user.accountEnabled,
  assignedLicenses: (user) =>
    user.licences.map(({ skuPartNumber }) => ({ disabledPlans: [], skuId: SKUS[skuPartNumber].skuId })),
  businessPhones: (user) => user.businessPhones,
  city: (_user, tenant) => tenant.address.city,
  companyName: (user) => user.companyName,
  country: (_user, tenant) => tenant.address.country,
  createdDateTime: (user) => user.createdAt,
  creationType: (user) => (user.userType === 'Guest' ? 'Invitation' : null),
  department: (user) => user.department,
  displayName: (user) => user.displayName,
  employeeId: () => null,
  employeeLeaveDateTime: (user) => user.leftAt,
  employeeType: (user) => user.employeeType,
  externalUserState: (user) => (user.userType === 'Guest' ? (user.signIn ? 'Accepted' : 'PendingAcceptance') : null),
  externalUserStateChangeDateTime: (user) => (user.userType === 'Guest' ? user.createdAt : null),
  givenName: (user) => user.givenName,
  jobTitle: (user) => user.jobTitle,
  lastPasswordChangeDateTime: (user) => user.passwordChangedAt,
  licenseAssignmentStates: (user) => user.licences.flatMap((licence) => assignmentStates(user, licence)),
  mail: (user) => user.mail,
  mailNickname: (user) => user.userPrincipalName.split('@')[0],
  mobilePhone: (user) => user.mobilePhone,
  officeLocation: (user) => user.officeLocation,
  onPremisesSyncEnabled: (user, tenant) => (tenant.hybrid && user.employeeType === 'Employee' ? true : null),
  otherMails: () => [],
  postalCode: (_user, tenant) => tenant.address.postalCode,
  preferredLanguage: () => null,
  proxyAddresses: (user) => (user.mail ? [`SMTP:${user.mail}`] : []),
  signInActivity: (user) => user.signIn && signInActivity(user.signIn),
  state: (_user, tenant) => tenant.address.state,
  streetAddress: (_user, tenant) => tenant.address.street,
  surname: (user) => user.surname,
  usageLocation: () => 'US',
  userPrincipalName: (user) => user.userPrincipalName,
  userType: (user) => user.userType,
};

/**
 * A licence that comes through a group; every seventeenth holder had it assigned by hand as well, so Graph lists it twice
 * while it costs one seat.
 */
function assignmentStates(user: TenantUser, licence: TenantUser['licences'][number]): object[] {
  const state = (assignedByGroup: string | null) => ({
    skuId: SKUS[licence.skuPartNumber].skuId,
    disabledPlans: [],
    assignedByGroup,
    state: 'Active',
    error: 'None',
    lastUpdatedDateTime: licence.since,
  });
  if (licence.viaGroup === null) return [state(null)];
  return user.position % 17 === 0 ? [state(licence.viaGroup), state(null)] : [state(licence.viaGroup)];
}

function signInActivity(signIn: NonNullable<TenantUser['signIn']>): object {
  return {
    lastSignInDateTime: signIn.interactive,
    lastSignInRequestId: '00000000-0000-0000-0000-000000000000',
    lastNonInteractiveSignInDateTime: signIn.nonInteractive,
    lastNonInteractiveSignInRequestId: '00000000-0000-0000-0000-000000000000',
    lastSuccessfulSignInDateTime: signIn.successful,
    lastSuccessfulSignInRequestId: '00000000-0000-0000-0000-000000000000',
  };
}

/**
 * Makes the projection of a user for `$select`.
 * @param names selected properties, or undefined for Graph's default set
 * @throws 400 for a property that a user does not have
 */
export function userShape(tenant: Tenant, names: readonly string[] | undefined): (user: TenantUser) => object {
  const chosen = (names ?? DEFAULT_PROPERTIES).map((name) => {
    const read = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
    if (!read) throw unknownProperty(name, 'user');
    return { name, read };
  });
  return (user) => {
    const row: Record<string, unknown> = {};
    for (const { name, read } of chosen) {
      const value = read(user, tenant);
      if (value !== null || !LEFT_OUT_WHEN_NULL.has(name)) row[name] = value;
    }
    return row;
  };
}
