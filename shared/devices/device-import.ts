import { z } from 'zod';
import { changeOf } from '../kernel/change.ts';
import { CompanyId, DeviceId } from '../kernel/id.ts';
import { Version } from '../kernel/record.ts';
import { FACT_NAMES, Facts, inOrder, WARRANTY_ORDER } from './device.ts';

/** Lines of a file that one request looks at, and that one request writes (in one transaction). */
export const MOST_CHECKED = 500;
export const MOST_WRITTEN = 25;

/** A line of a file: what it says of a device. What it does not say stays as it is. */
export const ImportedFacts = changeOf(Facts).extend({ name: Facts.name }).refine(inOrder, WARRANTY_ORDER);
export type ImportedFacts = z.infer<typeof ImportedFacts>;

export const ImportCheck = z.strictObject({
  companyId: CompanyId,
  rows: z.array(ImportedFacts).min(1).max(MOST_CHECKED, `Send at most ${MOST_CHECKED} lines at once.`),
});
export type ImportCheck = z.infer<typeof ImportCheck>;

const Value = z.union([z.string(), z.number(), z.null()]);

/** What would become of a line. */
export const ImportVerdict = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('new') }),
  z.object({
    outcome: z.literal('changed'),
    deviceId: DeviceId,
    v: Version,
    /** Name that the device has now. */
    name: z.string(),
    changes: z.array(z.object({ field: z.enum(FACT_NAMES), from: Value, to: Value })),
  }),
  z.object({ outcome: z.literal('same'), deviceId: DeviceId, name: z.string() }),
  z.object({ outcome: z.literal('refused'), sentence: z.string() }),
]);
export type ImportVerdict = z.infer<typeof ImportVerdict>;

export const ImportVerdicts = z.object({ rows: z.array(ImportVerdict) });

/** A line to write: over a device at the version that was checked, or as a new one. */
const ImportedRow = z.strictObject({ facts: ImportedFacts, deviceId: DeviceId.optional(), v: Version.optional() });

export const ImportRows = z.strictObject({
  companyId: CompanyId,
  rows: z.array(ImportedRow).min(1).max(MOST_WRITTEN, `Send at most ${MOST_WRITTEN} lines at once.`),
});
export type ImportRows = z.infer<typeof ImportRows>;

export const Imported = z.object({ created: z.int(), changed: z.int() });
export type Imported = z.infer<typeof Imported>;
