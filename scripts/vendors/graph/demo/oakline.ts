import type { TenantSpec } from '../world/tenant-spec.ts';

/** Accountants who are being onboarded: the tenant is there, but nobody has granted consent yet. */
export const oakline: TenantSpec = {
  code: 'OAK',
  displayName: 'Oakline Accounting',
  domain: 'oaklineaccounting.example',
  street: '700 Washington Street',
  city: 'Vancouver',
  state: 'WA',
  postalCode: '98660',
  ageDays: 1900,
  consented: false,
  seats: [{ sku: 'O365_BUSINESS_PREMIUM', seats: 20, renewsInDays: 159 }],
  groups: [
    {
      department: 'Partners',
      people: 3,
      titles: ['Managing Partner', 'Tax Partner', 'Audit Partner'],
      licences: ['O365_BUSINESS_PREMIUM'],
      roles: [{ role: 'Global Administrator', holders: 2 }],
    },
    {
      department: 'Tax',
      people: 9,
      titles: ['Tax Manager', 'Tax Preparer', 'Senior Accountant'],
      licences: ['O365_BUSINESS_PREMIUM'],
      withoutMfa: 4,
    },
    {
      department: 'Audit',
      people: 5,
      titles: ['Audit Manager', 'Auditor'],
      licences: ['O365_BUSINESS_PREMIUM'],
      withoutMfa: 3,
    },
    {
      department: 'Office',
      people: 3,
      titles: ['Office Manager', 'Bookkeeper', 'Receptionist'],
      licences: ['O365_BUSINESS_PREMIUM'],
      withoutMfa: 2,
    },
  ],
  score: {
    percent: 41,
    change30: 0,
    changeBefore: 0,
    open: ['BlockLegacyAuthentication', 'SigninRiskPolicy', 'UserRiskPolicy'],
  },
};
