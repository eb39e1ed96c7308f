import type { Reply } from '../reply.ts';
import { allowOptions, type GraphCall } from './call.ts';
import { page, pickSelected } from './collection.ts';

const MAIL_SERVICES = ['Email', 'OfficeCommunicationsOnline'];
/** Graph's number for "passwords never expire". */
const NEVER_EXPIRES = 2_147_483_647;

/** `GET /organization`: one row, the tenant itself. */
export function listOrganization(call: GraphCall): Reply {
  allowOptions(call, ['$select']);
  const { tenant } = call;
  const organization = {
    id: tenant.id,
    deletedDateTime: null,
    businessPhones: [],
    city: tenant.address.city,
    country: tenant.address.country,
    countryLetterCode: 'US',
    createdDateTime: tenant.createdAt,
    defaultUsageLocation: 'US',
    displayName: tenant.displayName,
    onPremisesLastSyncDateTime: null,
    onPremisesSyncEnabled: tenant.hybrid ? true : null,
    postalCode: tenant.address.postalCode,
    preferredLanguage: 'en',
    state: tenant.address.state,
    street: tenant.address.street,
    technicalNotificationMails: [`admin@${tenant.domains[0]?.name}`],
    tenantType: 'AAD',
    assignedPlans: [],
    provisionedPlans: [],
    verifiedDomains: tenant.domains.map((domain) => ({
      capabilities: MAIL_SERVICES.join(', '),
      isDefault: domain.isDefault,
      isInitial: domain.isInitial,
      name: domain.name,
      type: 'Managed',
    })),
  };
  return page(call, {
    context: 'organization',
    rows: [organization],
    positionOf: (_row, index) => index,
    shape: pickSelected(call, 'organization'),
    pageSize: 100,
    maxPageSize: 999,
  });
}

/** `GET /domains`. */
export function listDomains(call: GraphCall): Reply {
  allowOptions(call, ['$select', '$top']);
  const rows = call.tenant.domains.map((domain) => ({
    id: domain.name,
    authenticationType: 'Managed',
    availabilityStatus: null,
    isAdminManaged: true,
    isDefault: domain.isDefault,
    isInitial: domain.isInitial,
    isRoot: true,
    isVerified: true,
    manufacturer: null,
    model: null,
    passwordNotificationWindowInDays: 14,
    passwordValidityPeriodInDays: NEVER_EXPIRES,
    state: null,
    supportedServices: MAIL_SERVICES,
  }));
  return page(call, {
    context: 'domains',
    rows,
    positionOf: (_row, index) => index,
    shape: pickSelected(call, 'domain'),
    pageSize: 100,
    maxPageSize: 999,
  });
}
