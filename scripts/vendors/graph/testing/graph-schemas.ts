import { z } from 'zod';

/**
 * Graph v1.0 entities with the names and types of Microsoft's metadata document (CSDL). Strict: a field that Graph does not
 * have fails. Open types (control scores) take the dynamic properties that the service is known to send.
 */
const guid = z.guid();
const text = z.string();
const instant = z.iso.datetime({ precision: 0 });
const nullable = { text: text.nullable(), instant: instant.nullable(), flag: z.boolean().nullable() };

const servicePlanInfo = z.strictObject({
  appliesTo: text,
  provisioningStatus: text,
  servicePlanId: guid,
  servicePlanName: text,
});
const vendorInformation = z.strictObject({
  provider: text,
  providerVersion: nullable.text,
  subProvider: nullable.text,
  vendor: text,
});
const signInActivity = z.strictObject({
  lastNonInteractiveSignInDateTime: instant,
  lastNonInteractiveSignInRequestId: text,
  lastSignInDateTime: instant,
  lastSignInRequestId: text,
  lastSuccessfulSignInDateTime: instant,
  lastSuccessfulSignInRequestId: text,
});

export const userSchema = z.strictObject({
  id: guid,
  accountEnabled: z.boolean(),
  assignedLicenses: z.array(z.strictObject({ disabledPlans: z.array(guid), skuId: guid })),
  businessPhones: z.array(text),
  city: text,
  companyName: nullable.text,
  country: text,
  createdDateTime: instant,
  creationType: nullable.text,
  department: nullable.text,
  displayName: text,
  employeeId: nullable.text,
  employeeLeaveDateTime: nullable.instant,
  employeeType: nullable.text,
  externalUserState: z.enum(['Accepted', 'PendingAcceptance']).nullable(),
  externalUserStateChangeDateTime: nullable.instant,
  givenName: nullable.text,
  jobTitle: nullable.text,
  lastPasswordChangeDateTime: instant,
  licenseAssignmentStates: z.array(
    z.strictObject({
      assignedByGroup: guid.nullable(),
      disabledPlans: z.array(guid),
      error: z.literal('None'),
      lastUpdatedDateTime: instant,
      skuId: guid,
      state: z.literal('Active'),
    }),
  ),
  mail: nullable.text,
  mailNickname: text,
  mobilePhone: nullable.text,
  officeLocation: nullable.text,
  onPremisesSyncEnabled: nullable.flag,
  otherMails: z.array(text),
  postalCode: text,
  preferredLanguage: nullable.text,
  proxyAddresses: z.array(text),
  signInActivity: signInActivity.optional(),
  state: text,
  streetAddress: text,
  surname: nullable.text,
  usageLocation: text,
  userPrincipalName: z.string().includes('@'),
  userType: z.enum(['Member', 'Guest']),
});

export const subscribedSkuSchema = z.strictObject({
  id: text,
  accountId: guid,
  accountName: text,
  appliesTo: z.literal('User'),
  capabilityStatus: z.enum(['Enabled', 'Warning', 'Suspended', 'Deleted', 'LockedOut']),
  consumedUnits: z.int(),
  prepaidUnits: z.strictObject({ enabled: z.int(), lockedOut: z.int(), suspended: z.int(), warning: z.int() }),
  servicePlans: z.array(servicePlanInfo),
  skuId: guid,
  skuPartNumber: text,
  subscriptionIds: z.array(guid),
});

export const companySubscriptionSchema = z.strictObject({
  id: guid,
  commerceSubscriptionId: guid,
  createdDateTime: instant,
  isTrial: z.boolean(),
  nextLifecycleDateTime: nullable.instant,
  ownerId: nullable.text,
  ownerTenantId: nullable.text,
  ownerType: text,
  serviceStatus: z.array(servicePlanInfo),
  skuId: guid,
  skuPartNumber: text,
  status: z.enum(['Enabled', 'Deleted', 'Suspended', 'Warning', 'LockedOut']),
  totalLicenses: z.int(),
});

export const secureScoreSchema = z.strictObject({
  id: text,
  activeUserCount: z.int(),
  averageComparativeScores: z.array(
    z.strictObject({ averageScore: z.number(), basis: z.enum(['AllTenants', 'TotalSeats', 'IndustryTypes']) }),
  ),
  azureTenantId: guid,
  controlScores: z.array(
    z.strictObject({
      controlCategory: z.enum(['Identity', 'Data', 'Device', 'Apps', 'Infrastructure']),
      controlName: text,
      description: text,
      score: z.number(),
      scoreInPercentage: z.number().optional(),
      implementationStatus: text.optional(),
      lastSynced: instant.optional(),
      on: z.enum(['true', 'false']),
      count: z.string().regex(/^\d+$/).optional(),
      total: z.string().regex(/^\d+$/).optional(),
    }),
  ),
  createdDateTime: instant,
  currentScore: z.number(),
  enabledServices: z.array(text),
  licensedUserCount: z.int(),
  maxScore: z.number(),
  vendorInformation,
});

export const controlProfileSchema = z.strictObject({
  id: text,
  actionType: z.enum(['Config', 'Review', 'Behavior']),
  actionUrl: z.url(),
  azureTenantId: guid,
  complianceInformation: z.array(z.never()),
  controlCategory: z.enum(['Identity', 'Data', 'Device', 'Apps', 'Infrastructure']),
  controlStateUpdates: z.array(
    z.strictObject({ assignedTo: text, comment: text, state: text, updatedBy: text, updatedDateTime: instant }),
  ),
  deprecated: z.boolean(),
  implementationCost: z.enum(['Low', 'Moderate', 'High']),
  lastModifiedDateTime: nullable.instant,
  maxScore: z.number(),
  rank: z.int(),
  remediation: z.string().startsWith('<p>'),
  remediationImpact: text,
  service: text,
  threats: z.array(text),
  tier: z.enum(['Core', 'Defense in Depth', 'Advanced']),
  title: text,
  userImpact: z.enum(['Low', 'Moderate', 'High']),
  vendorInformation,
});

export const domainSchema = z.strictObject({
  id: text,
  authenticationType: z.enum(['Managed', 'Federated']),
  availabilityStatus: nullable.text,
  isAdminManaged: z.boolean(),
  isDefault: z.boolean(),
  isInitial: z.boolean(),
  isRoot: z.boolean(),
  isVerified: z.boolean(),
  manufacturer: nullable.text,
  model: nullable.text,
  passwordNotificationWindowInDays: z.int(),
  passwordValidityPeriodInDays: z.int(),
  state: z.null(),
  supportedServices: z.array(text),
});

export const organizationSchema = z.strictObject({
  id: guid,
  assignedPlans: z.array(z.never()),
  businessPhones: z.array(text),
  city: text,
  country: text,
  countryLetterCode: text,
  createdDateTime: instant,
  defaultUsageLocation: text,
  deletedDateTime: nullable.instant,
  displayName: text,
  onPremisesLastSyncDateTime: nullable.instant,
  onPremisesSyncEnabled: nullable.flag,
  postalCode: text,
  preferredLanguage: text,
  provisionedPlans: z.array(z.never()),
  state: text,
  street: text,
  technicalNotificationMails: z.array(text),
  tenantType: text,
  verifiedDomains: z.array(
    z.strictObject({ capabilities: text, isDefault: z.boolean(), isInitial: z.boolean(), name: text, type: text }),
  ),
});

export const roleAssignmentSchema = z.strictObject({
  id: text,
  appScopeId: nullable.text,
  condition: nullable.text,
  directoryScopeId: text,
  principalId: guid,
  principalOrganizationId: guid,
  roleDefinitionId: guid,
  principal: z.looseObject({ '@odata.type': z.string().startsWith('#microsoft.graph.'), id: guid, displayName: text }),
});

export const roleDefinitionSchema = z.strictObject({
  id: guid,
  description: text,
  displayName: text,
  isBuiltIn: z.boolean(),
  isEnabled: z.boolean(),
  resourceScopes: z.array(text),
  rolePermissions: z.array(z.never()),
  templateId: guid,
  version: text,
});

export const registrationDetailsSchema = z.strictObject({
  id: guid,
  isAdmin: z.boolean(),
  isMfaCapable: z.boolean(),
  isMfaRegistered: z.boolean(),
  isPasswordlessCapable: z.boolean(),
  isSsprCapable: z.boolean(),
  isSsprEnabled: z.boolean(),
  isSsprRegistered: z.boolean(),
  isSystemPreferredAuthenticationMethodEnabled: z.boolean(),
  lastUpdatedDateTime: instant,
  methodsRegistered: z.array(text),
  systemPreferredAuthenticationMethods: z.array(text),
  userDisplayName: text,
  userPreferredMethodForSecondaryAuthentication: text,
  userPrincipalName: text,
  userType: z.enum(['member', 'guest']),
});
