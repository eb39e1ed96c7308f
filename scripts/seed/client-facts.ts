import type { ContactRole } from '../../shared/companies/contact.ts';
import type { CompanyRole } from '../../shared/kernel/permissions.ts';

/** What Northlight knows of a client from the first day. */
export interface ClientFacts {
  key: string;
  name: string;
  industry: string;
  seats: number;
  agreement: string;
  fiscalYearStart: number;
  owner: 'priya' | 'tom';
  website: string;
  zone?: string;
  status?: 'onboarding';
  sites: readonly string[];
  people: readonly { name: string; title: string; email: string; roles: ContactRole[]; portal?: CompanyRole }[];
}

/** The six clients of the demo and the one that is coming on board. */
export const CLIENTS: readonly ClientFacts[] = [
  {
    key: 'hfl',
    name: 'Harbor & Finch LLP',
    industry: 'Law',
    seats: 42,
    agreement: 'All-in, $155 a seat',
    fiscalYearStart: 1,
    owner: 'priya',
    website: 'https://harborfinch.example',
    sites: ['Portland'],
    people: [
      {
        name: 'Eleanor Finch',
        title: 'Managing partner',
        email: 'eleanor.finch@harborfinch.example',
        roles: ['decision-maker', 'approver'],
        portal: 'admin',
      },
      {
        name: 'Samir Haddad',
        title: 'Office director',
        email: 'samir.haddad@harborfinch.example',
        roles: ['it-liaison', 'champion'],
      },
    ],
  },
  {
    key: 'crd',
    name: 'Cedar Ridge Family Dental',
    industry: 'Healthcare (HIPAA)',
    seats: 31,
    agreement: 'All-in, $150 a seat',
    fiscalYearStart: 1,
    owner: 'tom',
    website: 'https://cedarridgedental.example',
    sites: ['Beaverton', 'Tigard', 'Hillsboro'],
    people: [
      {
        name: 'Dr. Ellen Marsh',
        title: 'Owner',
        email: 'ellen.marsh@cedarridgedental.example',
        roles: ['decision-maker'],
        portal: 'admin',
      },
      {
        name: 'Karen Doyle',
        title: 'Office manager',
        email: 'karen.doyle@cedarridgedental.example',
        roles: ['approver', 'finance'],
        portal: 'approver',
      },
      {
        name: 'Luis Ortega',
        title: 'Hillsboro site lead',
        email: 'luis.ortega@cedarridgedental.example',
        roles: ['it-liaison'],
      },
    ],
  },
  {
    key: 'tgm',
    name: 'Tallgrass Manufacturing',
    industry: 'Manufacturing (CMMC)',
    seats: 118,
    agreement: 'Co-managed, $130 a seat',
    fiscalYearStart: 7,
    owner: 'priya',
    website: 'https://tallgrassmfg.example',
    zone: 'America/Boise',
    sites: ['Plant A, Nampa', 'Plant B, Caldwell'],
    people: [
      {
        name: 'Dale Whitcomb',
        title: 'Plant B manager',
        email: 'dale.whitcomb@tallgrassmfg.example',
        roles: ['it-liaison'],
      },
      {
        name: 'Ruth Okafor',
        title: 'Plant controller',
        email: 'ruth.okafor@tallgrassmfg.example',
        roles: ['finance', 'approver'],
        portal: 'approver',
      },
    ],
  },
  {
    key: 'bct',
    name: 'Brightwater Community Trust',
    industry: 'Nonprofit',
    seats: 24,
    agreement: 'Nonprofit, $110 a seat',
    fiscalYearStart: 7,
    owner: 'tom',
    website: 'https://brightwater.example',
    sites: ['Salem'],
    people: [
      {
        name: 'Noa Lindgren',
        title: 'Executive director',
        email: 'noa.lindgren@brightwater.example',
        roles: ['decision-maker', 'approver'],
        portal: 'admin',
      },
    ],
  },
  {
    key: 'spb',
    name: 'Summit Peak Builders',
    industry: 'Construction',
    seats: 65,
    agreement: 'Legacy, $115 a seat',
    fiscalYearStart: 1,
    owner: 'tom',
    website: 'https://summitpeak.example',
    zone: 'America/Boise',
    sites: ['Boise office', 'Job trailers'],
    people: [
      { name: 'Wes Harlan', title: 'Owner', email: 'wes.harlan@summitpeak.example', roles: ['approver'] },
      {
        name: 'Gail Torres',
        title: 'CFO',
        email: 'gail.torres@summitpeak.example',
        roles: ['decision-maker', 'finance'],
        portal: 'approver',
      },
    ],
  },
  {
    key: 'lls',
    name: 'Lumen & Loop Studio',
    industry: 'Creative agency',
    seats: 15,
    agreement: 'All-in, $140 a seat',
    fiscalYearStart: 4,
    owner: 'tom',
    website: 'https://lumenloop.example',
    sites: ['Portland'],
    people: [
      {
        name: 'Isaac Bloom',
        title: 'Founder',
        email: 'isaac.bloom@lumenloop.example',
        roles: ['decision-maker'],
        portal: 'admin',
      },
    ],
  },
  {
    key: 'oak',
    name: 'Oakline Accounting',
    industry: 'Accounting',
    seats: 20,
    agreement: 'Signed, starts soon',
    fiscalYearStart: 10,
    owner: 'priya',
    website: 'https://oakline.example',
    status: 'onboarding',
    sites: ['Vancouver, WA'],
    people: [
      {
        name: 'Petra Novak',
        title: 'Partner',
        email: 'petra.novak@oakline.example',
        roles: ['decision-maker', 'approver'],
        portal: 'admin',
      },
    ],
  },
];
