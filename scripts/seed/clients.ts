import type { Company } from '../../shared/companies/company.ts';
import type { Contact } from '../../shared/companies/contact.ts';
import type { Cloud } from '../local/cloud.ts';
import { CLIENTS, type ClientFacts } from './client-facts.ts';
import { accept, type Member, type Staff } from './staff.ts';
import { ZONE } from './story.ts';

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
