import { Links } from '../kernel/link.ts';
import { op } from '../kernel/op.ts';
import { Download, NewReport, OneReport, Report, ReportFilter, ReportPage, VersionedReport } from './report.ts';

const reports = '/companies/{companyId}/reports' as const;
const report = `${reports}/{reportId}` as const;

/** Reports on paper: frozen data, drawn once, the same for whoever reads them. */
export const reportsApi = {
  list: op('reports:read', 'GET', reports).input(ReportFilter).output(ReportPage),
  create: op('reports:write', 'POST', reports).input(NewReport).output(Report),
  get: op('reports:read', 'GET', report).input(OneReport).output(Report),
  links: op('reports:read', 'GET', `${report}/links`).input(OneReport).output(Links),
  download: op('reports:read', 'GET', `${report}/download`).input(OneReport).output(Download),
  /** Makes a failed report once more, from the data as it is then. */
  retry: op('reports:write', 'POST', `${report}/retry`).input(VersionedReport).output(Report),
  publish: op('reports:write', 'POST', `${report}/publish`).input(VersionedReport).output(Report),
  withdraw: op('reports:write', 'POST', `${report}/withdraw`).input(VersionedReport).output(Report),
};
