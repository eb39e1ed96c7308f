import { z } from 'zod';
import { CompanyId } from '../kernel/id.ts';
import { Links } from '../kernel/link.ts';
import { op } from '../kernel/op.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Gone, Version } from '../kernel/record.ts';
import { Activity } from '../platform/activity.ts';
import { Delivery, Reachable } from './recipient.ts';
import {
  Arrangement,
  ArrangementChange,
  Download,
  NewReport,
  OneReport,
  Publishing,
  PuttingOff,
  Report,
  ReportChange,
  ReportFilter,
  ReportPage,
  Verification,
  VersionedReport,
} from './report.ts';
import { ReportSchedule, ScheduleChange, SchedulePage } from './schedule.ts';

const reports = '/companies/{companyId}/reports' as const;
const report = `${reports}/{reportId}` as const;
const schedule = '/companies/{companyId}/report-schedule' as const;
const OneCompany = z.strictObject({ companyId: CompanyId });
const items = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });

/** Reports on paper: arranged, frozen, drawn once, the same for whoever reads them in whatever year. */
export const reportsApi = {
  list: op('reports:read', 'GET', reports).input(ReportFilter).output(ReportPage),
  create: op('reports:write', 'POST', reports).input(NewReport).output(Report),
  get: op('reports:read', 'GET', report).input(OneReport).output(Report),
  edit: op('reports:write', 'PATCH', report).input(ReportChange).output(Report),
  /** Only what was never made can be discarded. */
  discard: op('reports:write', 'DELETE', report).input(VersionedReport).output(Gone),
  links: op('reports:read', 'GET', `${report}/links`).input(OneReport).output(Links),
  history: op('reports:read', 'GET', `${report}/history`).input(OneReport.extend(PageInput)).output(pageOf(Activity)),
  /** Makes the next version, from the data as it is then. */
  make: op('reports:write', 'POST', `${report}/make`).input(VersionedReport).output(Report),
  download: op('reports:read', 'GET', `${report}/download`).input(OneReport).output(Download),
  verify: op('reports:read', 'GET', `${report}/verification`).input(OneReport).output(Verification),
  deliveries: op('reports:read', 'GET', `${report}/deliveries`).input(OneReport).output(items(Delivery)),
  /** Shows it to the client, and mails whoever is named. */
  publish: op('reports:write', 'POST', `${report}/publish`).input(Publishing).output(Report),
  withdraw: op('reports:write', 'POST', `${report}/withdraw`).input(VersionedReport).output(Report),
  putOff: op('reports:write', 'POST', `${report}/put-off`).input(PuttingOff).output(Report),
  skip: op('reports:write', 'POST', `${report}/skip`).input(VersionedReport).output(Report),
  reachable: op('reports:write', 'GET', '/companies/{companyId}/report-recipients')
    .input(OneCompany)
    .output(items(Reachable)),
  arrangement: op('reports:read', 'GET', '/report-arrangement').output(Arrangement),
  keepArrangement: op('reports:write', 'PUT', '/report-arrangement').input(ArrangementChange).output(Arrangement),
  /** Reports of all clients that a person has to send. */
  waiting: op('reports:read', 'GET', '/reports-in-review').output(items(Report)),
  schedules: op('reports:read', 'GET', '/report-schedules').input(z.strictObject(PageInput)).output(SchedulePage),
  schedule: op('reports:read', 'GET', schedule)
    .input(OneCompany)
    .output(z.object({ schedule: ReportSchedule.optional() })),
  setSchedule: op('reports:write', 'PUT', schedule).input(ScheduleChange).output(ReportSchedule),
  endSchedule: op('reports:write', 'DELETE', schedule)
    .input(OneCompany.extend({ v: Version }))
    .output(Gone),
};
