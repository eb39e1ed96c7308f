import type { TenantSpec } from '../world/tenant-spec.ts';

const TRAILERS = ['Trailer 1', 'Trailer 2', 'Trailer 3', 'Trailer 4', 'Trailer 5'];

/** Builder at risk: no Entra P1, legacy sign-in open, nine global administrators, former staff who can still sign in. */
export const summitPeak: TenantSpec = {
  code: 'SPB',
  displayName: 'Summit Peak Builders',
  domain: 'summitpeakbuilders.example',
  street: '5500 W Emerald Street',
  city: 'Boise',
  state: 'ID',
  postalCode: '83706',
  ageDays: 2600,
  hybrid: true,
  seats: [
    { sku: 'O365_BUSINESS_PREMIUM', seats: 58, renewsInDays: 46 },
    { sku: 'O365_BUSINESS_ESSENTIALS', seats: 14, renewsInDays: 46 },
    { sku: 'VISIOCLIENT', seats: 3, renewsInDays: 120 },
  ],
  groups: [
    {
      department: 'Executive',
      people: 4,
      titles: ['Owner', 'CFO', 'VP Construction', 'Business Development'],
      licences: ['O365_BUSINESS_PREMIUM'],
      roles: [{ role: 'Global Administrator', holders: 3 }],
    },
    {
      department: 'Preconstruction',
      people: 3,
      titles: ['Senior Estimator', 'BIM Coordinator', 'Estimator'],
      licences: ['O365_BUSINESS_PREMIUM', 'VISIOCLIENT'],
    },
    { department: 'Preconstruction', people: 5, titles: ['Estimator'], licences: ['O365_BUSINESS_PREMIUM'] },
    {
      department: 'Projects',
      people: 12,
      titles: ['Project Manager', 'Project Engineer'],
      licences: ['O365_BUSINESS_PREMIUM'],
      withoutMfa: 3,
      roles: [{ role: 'Global Administrator', holders: 3 }],
    },
    {
      department: 'Accounting',
      people: 6,
      titles: ['Controller', 'AP Clerk', 'Payroll Clerk'],
      licences: ['O365_BUSINESS_PREMIUM'],
      roles: [{ role: 'Global Administrator', holders: 1 }],
    },
    {
      department: 'Office',
      people: 4,
      titles: ['Office Manager', 'IT Coordinator', 'Receptionist', 'Safety Officer'],
      licences: ['O365_BUSINESS_PREMIUM'],
      roles: [{ role: 'Global Administrator', holders: 2 }],
    },
    {
      department: 'Field',
      people: 10,
      titles: ['Superintendent'],
      offices: TRAILERS,
      licences: ['O365_BUSINESS_PREMIUM'],
      withoutMfa: 5,
    },
    {
      department: 'Field',
      people: 12,
      titles: ['Foreman', 'Crew Lead'],
      offices: TRAILERS,
      licences: ['O365_BUSINESS_ESSENTIALS'],
      withoutMfa: 9,
    },
    {
      department: 'Former staff',
      people: 8,
      titles: ['Project Engineer', 'Superintendent', 'Estimator'],
      licences: ['O365_BUSINESS_PREMIUM'],
      withoutMfa: 8,
      leftDaysAgo: [24, 47, 63, 80, 118, 150, 203, 296],
    },
    {
      department: 'Field',
      people: 1,
      titles: ['Superintendent'],
      offices: ['Trailer 5'],
      licences: [],
      disabled: true,
      idleDays: [110],
    },
  ],
  score: {
    percent: 33,
    change30: -7,
    changeBefore: -4,
    open: ['SigninRiskPolicy', 'UserRiskPolicy', 'RoleOverlap', 'aad_admin_accounts_separate_unassigned_cloud_only'],
    recent: [{ control: 'BlockLegacyAuthentication', daysAgo: 19 }],
    status: {
      BlockLegacyAuthentication: 'Security defaults were switched off. Legacy authentication is allowed for all users.',
      RoleOverlap: 'You have 9 accounts with the Global Administrator role.',
    },
  },
};
