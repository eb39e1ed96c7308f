import type { Company } from '../../shared/companies/company.ts';
import type { Contact, ContactRole } from '../../shared/companies/contact.ts';
import type { CompanyRole } from '../../shared/kernel/permissions.ts';
import type { Cloud } from '../local/cloud.ts';
import { accept, type Member, type Staff } from './staff.ts';
import { ZONE } from './story.ts';

interface ClientFacts {
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

/** A client, who answers for it in the portal, and the people it has. */
export interface Client {
  company: Company;
  owner: Member;
  contacts: readonly Contact[];
  /** Everybody of it who signs in to the portal, whoever answers its budgets first. */
  portal: readonly [Member, ...Member[]];
}

export type Clients = Readonly<Record<string, Client>>;

/** @throws when the demo has no such client */
export function clientOf(clients: Clients, key: string): Client {
  const client = clients[key];
  if (!client) throw new Error(`The demo lacks the client ${key}.`);
  return client;
}

/** A client with its sites and people; those who are to sign in to the portal are invited. */
async function addClient(staff: Staff, facts: ClientFacts): Promise<Omit<Client, 'portal'> & { facts: ClientFacts }> {
  const { key: _, owner: who, zone, status, sites, people, ...rest } = facts;
  const owner = staff.of[who] ?? staff.dana;
  const { api, userId: ownerId } = owner;
  const company = await api.companies.create({
    ...rest,
    timeZone: zone ?? ZONE,
    status: status ?? 'active',
    ownerId,
  });
  const { companyId } = company;
  const add = async ({ portal, ...person }: ClientFacts['people'][number]) => {
    const contact = await api.companies.createContact({ companyId, ...person });
    const { email } = person;
    const { contactId } = contact;
    if (portal) await api.identity.inviteClientUser({ companyId, email, role: portal, contactId });
    return contact;
  };
  const [contacts] = await Promise.all([
    Promise.all(people.map(add)),
    ...sites.map((name) => api.companies.createLocation({ companyId, name })),
  ]);
  return { company, owner, contacts, facts };
}

/** Those who were invited come, approvers first. */
async function joined(
  cloud: Cloud,
  { facts: { key, people }, ...client }: Awaited<ReturnType<typeof addClient>>,
): Promise<[string, Client]> {
  const invited = people.filter(({ portal }) => portal);
  const inOrder = invited.toSorted((a, b) => Number(b.portal === 'approver') - Number(a.portal === 'approver'));
  const [first, ...others] = await Promise.all(inOrder.map(({ email, name }) => accept(cloud, email, name)));
  if (!first) throw new Error(`Nobody of ${client.company.name} was invited to the portal.`);
  return [key, { ...client, portal: [first, ...others] }];
}

/** The named clients of the demo with their sites and people, by key. Whoever was invited to the portal has come. */
export async function seedClients(cloud: Cloud, staff: Staff, keys: readonly string[]): Promise<Clients> {
  const wanted = CLIENTS.filter(({ key }) => keys.includes(key));
  const added = await Promise.all(wanted.map((facts) => addClient(staff, facts)));
  await cloud.idle();
  return Object.fromEntries(await Promise.all(added.map((client) => joined(cloud, client))));
}
