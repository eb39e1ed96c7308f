import { companyChanged } from '../../events/companies.ts';
import { nameKey } from '../../shared/companies/company.ts';
import { MOST_CONTACTS } from '../../shared/companies/contact.ts';
import {
  CONTACT_FIELD_NAMES,
  type ContactImport,
  type ContactImportCheck,
  contactMark,
  type ImportedContact,
} from '../../shared/companies/contact-import.ts';
import { CONTACT_ROLES } from '../../shared/companies/words.ts';
import {
  changesOf,
  type Imported,
  type ImportVerdict,
  importedOf,
  isTwice,
  verdictOn,
  type WrittenRow,
} from '../../shared/csv/importing.ts';
import { Known } from '../../shared/csv/known.ts';
import { seesCompany } from '../../shared/kernel/actor.ts';
import { AppError, refused } from '../../shared/kernel/error.ts';
import { commit } from '../_kit/commit.ts';
import { idFor } from '../_kit/new-id.ts';
import { change, type Op, put } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { companiesNamed } from './companies.service.ts';
import type { CompanyRow } from './company.entity.ts';
import { ContactEntity, type ContactRow } from './contact.entity.ts';
import { contactsOf, current } from './contacts.service.ts';

const NO_CLIENT = 'There is no client of this name, or you do not see it. Add the client first, or correct the name.';
const ARCHIVED = 'This client is archived. Restore it first, then import this line again.';
const SEVERAL_EMAILS =
  'Several contacts of this client have this email. Remove one of them, then import this line again.';
const SEVERAL_NAMES =
  'Several contacts of this client have this name. Add the email, so that it is clear who is meant.';
const TOO_MANY = `A client has at most ${MOST_CONTACTS} contacts. Import those whom reviews are about.`;

/** A contact of a file has the id that follows from the client and the address or name: the line sent twice makes one. */
const importedId = (companyId: string, { email, name }: ImportedContact) =>
  idFor('contact-import', companyId, email ?? nameKey(name));

/** The people of a client, as lines of a file name them. */
class People {
  count: number;
  readonly #known: Known<ContactRow, ImportedContact>;

  constructor(companyId: string, contacts: readonly ContactRow[]) {
    this.count = contacts.length;
    this.#known = new Known(contacts, {
      id: ({ contactId }) => contactId,
      namedBy: ({ email, name }) => ({ mark: email, name }),
      idOf: (facts) => importedId(companyId, facts),
    });
  }

  judge(facts: ImportedContact): ImportVerdict {
    const contact = this.#known.find(facts);
    if (contact === 'several') {
      return facts.email
        ? { outcome: 'refused', field: 'email', sentence: SEVERAL_EMAILS }
        : { outcome: 'refused', field: 'name', sentence: SEVERAL_NAMES };
    }
    if (contact)
      return verdictOn(
        { ...contact, id: contact.contactId },
        changesOf(shown(contact), shown(facts), CONTACT_FIELD_NAMES),
      );
    if (this.count >= MOST_CONTACTS) return { outcome: 'refused', field: 'client', sentence: TOO_MANY };
    this.count += 1;
    return { outcome: 'new' };
  }
}

/** With roles in the words of the page: a verdict is read by people. */
function shown<C extends { roles?: ContactRow['roles'] | undefined }>({ roles, ...facts }: C) {
  return { ...facts, roles: roles?.map((role) => CONTACT_ROLES[role]) };
}

/** Says what would become of each line of a file of contacts, in its order. Nothing is written. */
export async function checkContacts(scope: Scope, { rows }: ContactImportCheck): Promise<{ rows: ImportVerdict[] }> {
  const clients = await clientsOf(scope, rows);
  const people = new Map(
    await Promise.all(
      [...new Set(clients.values())].map(async ({ companyId }) => {
        return [companyId, new People(companyId, await contactsOf(scope, companyId))] as const;
      }),
    ),
  );
  return {
    rows: rows.map((facts) => {
      const client = clients.get(nameKey(facts.client));
      if (!client) return { outcome: 'refused', field: 'client', sentence: NO_CLIENT };
      const verdict = people.get(client.companyId)?.judge(facts) ?? { outcome: 'new' };
      const writes = verdict.outcome === 'new' || verdict.outcome === 'changed';
      return writes && client.status === 'archived'
        ? { outcome: 'refused', field: 'client', sentence: ARCHIVED }
        : verdict;
    }),
  };
}

/** The clients that lines name, by the keys of their names: those that the actor sees. */
async function clientsOf(scope: Scope, rows: readonly ImportedContact[]): Promise<Map<string, CompanyRow>> {
  const named = await companiesNamed(
    scope,
    rows.map(({ client }) => client),
  );
  return new Map([...named].filter(([, { companyId }]) => seesCompany(scope.actor, companyId)));
}

function created(scope: Scope, companyId: string, { client, ...facts }: ImportedContact): Op[] {
  const contactId = importedId(companyId, { client, ...facts });
  const { email, phone = '', title = '', roles = [], name } = facts;
  const contact = stamped(
    scope,
    { companyId, contactId, name, nameKey: nameKey(name), email, phone, title, roles },
    'import',
  );
  const taken = () => new AppError(409, 'contact.exists', `${name} was added meanwhile. Check the file again.`);
  return [put(ContactEntity, contact, { taken })];
}

async function changed(
  scope: Scope,
  companyId: string,
  { id, v }: { id: string; v: number },
  { client, ...facts }: ImportedContact,
): Promise<Op[]> {
  const before = basedOn(await current(scope, { companyId, contactId: id }), v, 'contact');
  const moved = new Set<string>(changesOf(before, facts, CONTACT_FIELD_NAMES).map(({ field }) => field));
  if (moved.size === 0) return [];
  const set = Object.fromEntries(Object.entries(facts).filter(([field]) => moved.has(field)));
  return [change(ContactEntity, before, revised(scope, before, { ...set, nameKey: nameKey(facts.name) }))];
}

/** The clients that get new contacts of these lines have room for them. */
async function makesRoom(
  scope: Scope,
  rows: readonly WrittenRow<ImportedContact>[],
  idOf: (row: ImportedContact) => string,
) {
  const fresh = Map.groupBy(
    rows.filter(({ over }) => !over),
    ({ facts }) => idOf(facts),
  );
  await Promise.all(
    [...fresh].map(async ([companyId, { length }]) => {
      const { length: there } = await contactsOf(scope, companyId);
      if (there + length > MOST_CONTACTS) throw refused('contact.too-many', TOO_MANY);
    }),
  );
}

/**
 * Writes lines of a file, all or none: new contacts, and what it says of those that are there.
 *
 * @throws 409 when a contact was changed or added since the file was checked
 */
export async function importContacts(scope: Scope, { rows }: ContactImport): Promise<Imported> {
  if (isTwice(rows, contactMark))
    throw refused('contact.twice', 'Two of these lines are about the same contact. Send each contact once.');
  const clients = await clientsOf(
    scope,
    rows.map(({ facts }) => facts),
  );
  const idOf = ({ client }: ImportedContact): string => {
    const found = clients.get(nameKey(client));
    if (!found) throw refused('contact.no-client', NO_CLIENT);
    if (found.status === 'archived') throw refused('company.archived', ARCHIVED);
    return found.companyId;
  };
  await makesRoom(scope, rows, idOf);
  const writes = await Promise.all(
    rows.map(({ facts, over }) =>
      over ? changed(scope, idOf(facts), over, facts) : created(scope, idOf(facts), facts),
    ),
  );
  const told = [...new Set(rows.map(({ facts }) => idOf(facts)))];
  return commit(
    scope,
    writes.flat(),
    told.map((companyId) => companyChanged.of({ companyId, fields: ['contacts'] })),
    importedOf(rows),
  );
}
