import { op } from '../kernel/op.ts';
import { Gone } from '../kernel/record.ts';
import { Download } from '../reports/report.ts';
import { Export, ExportFilterPage, ExportPage, NewExport, OneExport, VersionedExport } from './export.ts';

const item = '/exports/{exportId}' as const;

/** All rows of a list as a CSV file, written in the background under the rights of whoever asks, for them alone. */
export const exportsApi = {
  list: op('exports:read', 'GET', '/exports').input(ExportFilterPage).output(ExportPage),
  create: op('exports:write', 'POST', '/exports').input(NewExport).output(Export),
  get: op('exports:read', 'GET', item).input(OneExport).output(Export),
  download: op('exports:read', 'GET', `${item}/download`).input(OneExport).output(Download),
  /** Writes a failed export once more, from the data as it is then. */
  retry: op('exports:write', 'POST', `${item}/retry`).input(VersionedExport).output(Export),
  remove: op('exports:write', 'DELETE', item).input(VersionedExport).output(Gone),
};
