import type { TenantSpec } from '../world/tenant-spec.ts';

/** Creative studio: freelancers as members without a second factor, two full mailboxes, Macs that nobody manages. */
export const lumenLoop: TenantSpec = {
  code: 'LLS',
  displayName: 'Lumen & Loop Studio',
  domain: 'lumenandloop.example',
  street: '33 NE Weidler Street',
  city: 'Portland',
  state: 'OR',
  postalCode: '97232',
  ageDays: 1400,
  seats: [{ sku: 'O365_BUSINESS_PREMIUM', seats: 17, renewsInDays: 74 }],
  groups: [
    {
      department: 'Studio',
      people: 2,
      titles: ['Founder', 'Creative Director'],
      licences: ['O365_BUSINESS_PREMIUM'],
      roles: [{ role: 'Global Administrator', holders: 2 }],
      mailboxPercent: [97, 72],
    },
    {
      department: 'Production',
      people: 3,
      titles: ['Executive Producer', 'Producer'],
      licences: ['O365_BUSINESS_PREMIUM'],
      mailboxPercent: [97, 66, 41],
    },
    {
      department: 'Design',
      people: 5,
      titles: ['Senior Designer', 'Designer', 'Motion Designer'],
      licences: ['O365_BUSINESS_PREMIUM'],
    },
    { department: 'Accounts', people: 1, titles: ['Account Director'], licences: ['O365_BUSINESS_PREMIUM'] },
    {
      department: 'Freelance',
      people: 4,
      titles: ['Freelance Editor', 'Freelance Illustrator', 'Freelance Animator'],
      licences: ['O365_BUSINESS_PREMIUM'],
      withoutMfa: 4,
      companyName: 'Freelance',
      employeeType: 'Contractor',
    },
  ],
  score: {
    percent: 35,
    change30: -1,
    changeBefore: -1,
    open: [
      'BlockLegacyAuthentication',
      'SigninRiskPolicy',
      'UserRiskPolicy',
      'spo_block_onedrive_sync_unmanaged_devices',
    ],
  },
};
