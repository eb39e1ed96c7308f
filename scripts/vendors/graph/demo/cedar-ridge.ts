import type { TenantSpec } from '../world/tenant-spec.ts';

const OFFICES = ['Beaverton', 'Tigard', 'Hillsboro'];

/** Dental practice: mixed licences, nine people without Entra P1, shared front-desk accounts, IMAP still open. */
export const cedarRidge: TenantSpec = {
  code: 'CRD',
  displayName: 'Cedar Ridge Family Dental',
  domain: 'cedarridgedental.example',
  street: '12750 SW Canyon Road',
  city: 'Beaverton',
  state: 'OR',
  postalCode: '97005',
  ageDays: 2200,
  hybrid: true,
  seats: [
    { sku: 'SPB', seats: 12, renewsInDays: 143 },
    { sku: 'O365_BUSINESS_PREMIUM', seats: 9, renewsInDays: 143 },
    { sku: 'M365_F1', seats: 10, renewsInDays: 27 },
  ],
  groups: [
    {
      department: 'Dentistry',
      people: 5,
      titles: ['Practice Owner', 'Dentist'],
      offices: OFFICES,
      licences: ['SPB'],
      roles: [{ role: 'Global Administrator', holders: 1 }],
    },
    {
      department: 'Administration',
      people: 3,
      titles: ['Office Manager'],
      offices: OFFICES,
      licences: ['SPB'],
      roles: [{ role: 'Global Administrator', holders: 1 }],
    },
    { department: 'Billing', people: 4, titles: ['Billing Coordinator', 'Insurance Specialist'], licences: ['SPB'] },
    {
      department: 'Hygiene',
      people: 6,
      titles: ['Dental Hygienist'],
      offices: OFFICES,
      licences: ['O365_BUSINESS_PREMIUM'],
    },
    {
      department: 'Administration',
      people: 3,
      titles: ['Treatment Coordinator'],
      offices: OFFICES,
      licences: ['O365_BUSINESS_PREMIUM'],
    },
    {
      department: 'Dentistry',
      people: 7,
      titles: ['Dental Assistant'],
      offices: OFFICES,
      licences: ['M365_F1'],
      withoutMfa: 1,
    },
    {
      department: 'Front Desk',
      people: ['Front Desk Beaverton', 'Front Desk Tigard', 'Front Desk Hillsboro'],
      titles: ['Shared account'],
      offices: OFFICES,
      licences: ['M365_F1'],
      withoutMfa: 3,
    },
  ],
  score: {
    percent: 46,
    change30: 0,
    changeBefore: 1,
    done: ['mdo_safeattachmentpolicy', 'scid_2010'],
    open: ['BlockLegacyAuthentication', 'SigninRiskPolicy', 'UserRiskPolicy', 'scid_2090', 'dlp_datalossprevention'],
    status: {
      BlockLegacyAuthentication: 'Legacy authentication is allowed. 3 users signed in with IMAP in the last 30 days.',
      scid_2090: '11 of 40 exposed devices have drives that are not encrypted.',
    },
  },
};
