import { z } from 'zod';
import { checked, written } from '../csv/importing.ts';
import { changeOf } from '../kernel/change.ts';
import { CompanyId } from '../kernel/id.ts';
import { nameKey } from '../kernel/text.ts';
import { Facts, inOrder, WARRANTY_ORDER } from './device.ts';
import { serialMark } from './serial.ts';

/** Lines that one request writes: a device, its history and two serial numbers each, and DynamoDB takes 100 rows. */
export const MOST_WRITTEN = 24;

/** A line of a file: what it says of a device. What it does not say stays as it is. */
export const ImportedFacts = changeOf(Facts).extend({ name: Facts.name }).refine(inOrder, WARRANTY_ORDER);
export type ImportedFacts = z.infer<typeof ImportedFacts>;

export const ImportCheck = z.strictObject({ companyId: CompanyId, rows: checked(ImportedFacts) });
export type ImportCheck = z.infer<typeof ImportCheck>;

export const ImportRows = z.strictObject({ companyId: CompanyId, rows: written(ImportedFacts, MOST_WRITTEN) });
export type ImportRows = z.infer<typeof ImportRows>;

/** What a line names a device by, within one file. */
export function markOf({ serial, name }: ImportedFacts): string {
  const mark = serialMark(serial);
  return mark ? `serial ${mark}` : `name ${nameKey(name)}`;
}
