import { z } from 'zod';
import { BudgetFilter } from '../budgets/budget.ts';
import { CompanyFilter } from '../companies/company.ts';
import { DeviceFilter } from '../devices/device.ts';
import { AllFindingsFilter } from '../findings/finding.ts';
import { CompanyId, ExportId, UserId } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import type { Permission } from '../kernel/permissions.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { M365UserFilter } from '../m365/user.ts';
import { ItemStatus, Lane, PlannerFilter } from '../planner/planner-item.ts';

/** Lists that can be exported, each with the permission that reading it takes. */
export const EXPORTABLE = {
  companies: 'companies:read',
  findings: 'findings:read',
  planner: 'planner:read',
  devices: 'devices:read',
  'm365-users': 'm365:read',
  'm365-licences': 'm365:read',
  budgets: 'budgets:read',
  reports: 'reports:read',
} as const satisfies Record<string, Permission>;
export type ExportList = keyof typeof EXPORTABLE;
const LISTS = Object.keys(EXPORTABLE) as [ExportList, ...ExportList[]];

const place = { limit: true, cursor: true } as const;
const inCompany = { ...place, companyId: true } as const;

/** What a list is asked for, as its own contract has it, without the place in it. */
export const EXPORT_FILTERS = {
  companies: CompanyFilter.omit(place),
  findings: AllFindingsFilter.omit(place),
  // The planner's page narrows by several lanes and statuses at once.
  planner: PlannerFilter.omit({ ...inCompany, lane: true, status: true }).extend({
    lanes: z.array(Lane).max(20).optional(),
    statuses: z.array(ItemStatus).max(20).optional(),
  }),
  devices: DeviceFilter.omit(inCompany),
  'm365-users': M365UserFilter.omit(inCompany),
  'm365-licences': z.strictObject({}),
  budgets: BudgetFilter.omit(inCompany),
  reports: z.strictObject({}),
} as const satisfies Record<ExportList, z.ZodType>;
export type ExportFilter<L extends ExportList = ExportList> = z.infer<(typeof EXPORT_FILTERS)[L]>;

const asked = <L extends ExportList, C extends z.ZodRawShape>(list: L, company: C) =>
  z.strictObject({ list: z.literal(list), ...company, filter: EXPORT_FILTERS[list] });
const one = { companyId: CompanyId };

/** A list with its filters; those of one client name it, findings and devices are asked for of one client or of all. */
export const NewExport = z.discriminatedUnion('list', [
  asked('companies', {}),
  asked('findings', { companyId: CompanyId.optional() }),
  asked('planner', one),
  asked('devices', { companyId: CompanyId.optional() }),
  asked('m365-users', one),
  asked('m365-licences', one),
  asked('budgets', one),
  asked('reports', one),
]);
export type NewExport = z.infer<typeof NewExport>;

export const ExportStatus = z.enum(['queued', 'running', 'finished', 'failed']);
export type ExportStatus = z.infer<typeof ExportStatus>;

export const Export = z.object({
  ...RecordFields,
  exportId: ExportId,
  /** Who asked, and who alone gets it. */
  userId: UserId,
  list: z.enum(LISTS),
  companyId: CompanyId.optional(),
  status: ExportStatus,
  /** How often it was started. */
  attempt: z.int().min(1),
  /** Rows written so far. */
  rows: z.int().min(0),
  bytes: z.int().optional(),
  fileName: z.string().optional(),
  /** Why it failed and what to do, as a sentence. */
  failure: z.string().optional(),
  finishedAt: z.string().optional(),
  /** The file can be fetched until then. */
  expiresAt: z.string(),
});
export type Export = z.infer<typeof Export>;
export const ExportPage = pageOf(Export);
export const ExportFilterPage = z.strictObject(PageInput);

export const OneExport = z.strictObject({ exportId: ExportId });
export type OneExport = z.infer<typeof OneExport>;
export const VersionedExport = OneExport.extend({ v: Version });
export type VersionedExport = z.infer<typeof VersionedExport>;

/** How many days a file is kept. */
export const KEPT_DAYS = 7;
/** Exports that one person keeps, and that are written for them at once. */
export const MOST_KEPT = 20;
export const MOST_AT_ONCE = 3;
/** Rows of one file: more than a person reads, and what still fits a function's memory twice. */
export const MOST_ROWS = 100_000;

/** Name of the file on the reader's disk: plain letters, so that every file system takes it. */
export function exportFileName(list: ExportList, companyName: string | undefined, day: string): string {
  const plain = [companyName ?? '', list, day]
    .join(' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${plain.slice(-100)}.csv`;
}
