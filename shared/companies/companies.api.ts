import { z } from 'zod';
import { Imported, ImportVerdicts } from '../csv/importing.ts';
import { CompanyId } from '../kernel/id.ts';
import { op } from '../kernel/op.ts';
import { Gone, Version } from '../kernel/record.ts';
import { Company, CompanyChange, CompanyFilter, CompanyPage, NewCompany } from './company.ts';
import { CompanyImport, CompanyImportCheck } from './company-import.ts';
import { Contact, ContactChange, ContactFilter, ContactId, ContactPage, NewContact } from './contact.ts';
import { ContactImport, ContactImportCheck } from './contact-import.ts';
import { Location, LocationChange, LocationFilter, LocationId, LocationPage, NewLocation } from './location.ts';
import { CompanyOverview } from './overview.ts';

const OneCompany = z.strictObject({ companyId: CompanyId });
const Versioned = OneCompany.extend({ v: Version });
const OneContact = Versioned.extend({ contactId: ContactId });
const OneLocation = Versioned.extend({ locationId: LocationId });

/** Clients of the MSP, their people and places. */
export const companiesApi = {
  list: op('companies:read', 'GET', '/companies').input(CompanyFilter).output(CompanyPage),
  create: op('companies:write', 'POST', '/companies').input(NewCompany).output(Company),
  get: op('companies:read', 'GET', '/companies/{companyId}').input(OneCompany).output(Company),
  edit: op('companies:write', 'PATCH', '/companies/{companyId}').input(CompanyChange).output(Company),
  archive: op('companies:write', 'POST', '/companies/{companyId}/archive').input(Versioned).output(Company),
  restore: op('companies:write', 'POST', '/companies/{companyId}/restore').input(Versioned).output(Company),
  overview: op('companies:read', 'GET', '/companies/{companyId}/overview').input(OneCompany).output(CompanyOverview),
  listContacts: op('companies:read', 'GET', '/companies/{companyId}/contacts').input(ContactFilter).output(ContactPage),
  createContact: op('companies:write', 'POST', '/companies/{companyId}/contacts').input(NewContact).output(Contact),
  editContact: op('companies:write', 'PATCH', '/companies/{companyId}/contacts/{contactId}')
    .input(ContactChange)
    .output(Contact),
  removeContact: op('companies:write', 'DELETE', '/companies/{companyId}/contacts/{contactId}')
    .input(OneContact)
    .output(Gone),
  listLocations: op('companies:read', 'GET', '/companies/{companyId}/locations')
    .input(LocationFilter)
    .output(LocationPage),
  createLocation: op('companies:write', 'POST', '/companies/{companyId}/locations').input(NewLocation).output(Location),
  editLocation: op('companies:write', 'PATCH', '/companies/{companyId}/locations/{locationId}')
    .input(LocationChange)
    .output(Location),
  removeLocation: op('companies:write', 'DELETE', '/companies/{companyId}/locations/{locationId}')
    .input(OneLocation)
    .output(Gone),
  /** What would become of the lines of a file of clients; nothing is written. */
  checkImport: op('companies:write', 'POST', '/company-import/check').input(CompanyImportCheck).output(ImportVerdicts),
  importRows: op('companies:write', 'POST', '/company-import').input(CompanyImport).output(Imported),
  /** The same for a file of people at clients. */
  checkContacts: op('companies:write', 'POST', '/contact-import/check')
    .input(ContactImportCheck)
    .output(ImportVerdicts),
  importContacts: op('companies:write', 'POST', '/contact-import').input(ContactImport).output(Imported),
};
