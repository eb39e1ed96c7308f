import { companiesApi } from '../../shared/companies/companies.api.ts';
import { api } from '../_kit/api.ts';
import * as Companies from './companies.service.ts';
import { checkImport, importRows } from './company-import.service.ts';
import { checkContacts, importContacts } from './contact-import.service.ts';
import * as Contacts from './contacts.service.ts';
import * as Locations from './locations.service.ts';
import { overview } from './overview.service.ts';

export const handler = api(companiesApi, {
  list: Companies.list,
  create: Companies.create,
  get: Companies.get,
  edit: Companies.edit,
  archive: Companies.archive,
  restore: Companies.restore,
  overview,
  listContacts: Contacts.list,
  createContact: Contacts.create,
  editContact: Contacts.edit,
  removeContact: Contacts.remove,
  listLocations: Locations.list,
  createLocation: Locations.create,
  editLocation: Locations.edit,
  removeLocation: Locations.remove,
  checkImport,
  importRows,
  checkContacts,
  importContacts,
});
