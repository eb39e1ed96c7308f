import { companyChanged } from '../../events/companies.ts';
import { nameKey } from '../../shared/companies/company.ts';
import {
  type Contact,
  type ContactChange,
  type ContactFilter,
  MOST_CONTACTS,
  type NewContact,
} from '../../shared/companies/contact.ts';
import { refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change, put, remove as removed } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, findMany, mustFind, page } from '../_kit/store.ts';
import { current as currentCompany } from './companies.service.ts';
import { ContactEntity, type ContactRow } from './contact.entity.ts';

const FULL = `A client has at most ${MOST_CONTACTS} contacts. Remove one whom reviews are no longer about.`;

type One = { companyId: string; contactId: string };

const told = (companyId: string) => [companyChanged.of({ companyId, fields: ['contacts'] })];

/** The company's people by name. */
export async function list(scope: Scope, { companyId, limit, cursor }: ContactFilter): Promise<Page<Contact>> {
  const query = ContactEntity.query.inCompany({ mspId: scope.mspId, companyId });
  return page(scope, ContactEntity, query, { limit, cursor, filter: companyId });
}

/** Contacts of the company by id, in the order asked for; those that do not exist are absent. */
export function byIds(scope: Scope, companyId: string, contactIds: readonly string[]): Promise<ContactRow[]> {
  const gets = contactIds.map((contactId) => ContactEntity.get({ mspId: scope.mspId, companyId, contactId }));
  return findMany(scope, ContactEntity, gets);
}

/** The contact as it stands now, for a change. */
export function current(scope: Scope, { companyId, contactId }: One): Promise<ContactRow> {
  return mustFind(scope, ContactEntity, ContactEntity.get({ mspId: scope.mspId, companyId, contactId }), 'contact');
}

/** Everybody of the company, in no order. */
export function contactsOf(scope: Scope, companyId: string): Promise<ContactRow[]> {
  const query = ContactEntity.query.record({ mspId: scope.mspId, companyId });
  return all(scope, ContactEntity, query, { most: 2 * MOST_CONTACTS, consistent: true });
}

/** Refuses one contact more than a client has. Who adds the last ones at once passes: what reads them all leaves room. */
async function checkRoom(scope: Scope, companyId: string): Promise<void> {
  const query = ContactEntity.query.record({ mspId: scope.mspId, companyId });
  const { items } = await page(scope, ContactEntity, query, { limit: MOST_CONTACTS });
  if (items.length >= MOST_CONTACTS) throw refused('contact.too-many', FULL);
}

/** Adds a contact to a company that exists and has room for it. */
export async function create(scope: Scope, input: NewContact): Promise<Contact> {
  await Promise.all([currentCompany(scope, input.companyId), checkRoom(scope, input.companyId)]);
  const contact = stamped(scope, { ...input, contactId: newId(scope.now()), nameKey: nameKey(input.name) });
  return commit(scope, [put(ContactEntity, contact)], told(input.companyId), contact);
}

/** Changes the named fields. 409 when someone else was first. */
export async function edit(scope: Scope, { v, companyId, contactId, ...set }: ContactChange): Promise<Contact> {
  const before = basedOn(await current(scope, { companyId, contactId }), v, 'contact');
  const after = revised(scope, before, { ...set, ...(set.name ? { nameKey: nameKey(set.name) } : {}) });
  return commit(scope, [change(ContactEntity, before, after)], told(companyId), after);
}

export async function remove(scope: Scope, { v, ...one }: One & { v: number }): Promise<Gone> {
  const before = basedOn(await current(scope, one), v, 'contact');
  return commit(scope, [removed(ContactEntity, before)], told(one.companyId), {});
}
