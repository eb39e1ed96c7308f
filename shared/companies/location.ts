import { z } from 'zod';
import { changeOf } from '../kernel/change.ts';
import { CompanyId, Id } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line, prose } from '../kernel/text.ts';

export const LocationId = Id;

/** A client has no more sites than this. */
export const MOST_LOCATIONS = 500;

const LocationFacts = {
  name: line('the name of the location', 120),
  address: prose('the address', 400).default(''),
  phone: prose('the phone number', 40).default(''),
};

/** A site of a company. */
export const Location = z.object({ ...RecordFields, ...LocationFacts, companyId: CompanyId, locationId: LocationId });
export type Location = z.infer<typeof Location>;

export const NewLocation = z.strictObject({ ...LocationFacts, companyId: CompanyId });
export type NewLocation = z.infer<typeof NewLocation>;

export const LocationChange = changeOf(LocationFacts).extend({
  companyId: CompanyId,
  locationId: LocationId,
  v: Version,
});
export type LocationChange = z.infer<typeof LocationChange>;

export const LocationFilter = z.strictObject({ ...PageInput, companyId: CompanyId });
export type LocationFilter = z.infer<typeof LocationFilter>;
export const LocationPage = pageOf(Location);
