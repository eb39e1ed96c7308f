import { fileName } from '../../shared/reports/report.ts';
import { Snapshot } from '../../shared/reports/snapshot.ts';
import { getFile, putFile } from '../_kit/clients/files.ts';
import type { Scope } from '../_kit/scope.ts';
import { drawReport } from './pdf/draw.ts';
import { filesOf, type Making, ReportSuperseded, reportInMaking } from './report-records.ts';

/** A making whose pages are drawn. */
export interface Drawn extends Making {
  pdf: { sha256: string; bytes: number; pages: number; fileName: string };
}

/** Draws the pages from the frozen data and stores the PDF. Drawing twice stores the same bytes twice. */
export async function render(scope: Scope, making: Making): Promise<Drawn> {
  const report = await reportInMaking(scope, making);
  if (!report.snapshot) throw new ReportSuperseded(making);
  const files = filesOf(scope, making);
  const frozen = await getFile(scope, files.snapshot, report.snapshot);
  const snapshot = Snapshot.parse(JSON.parse(new TextDecoder().decode(frozen)));
  const { pdf, pages } = await drawReport(snapshot);
  const kind = { contentType: 'application/pdf', fileName: fileName(snapshot, snapshot.company.name) };
  return { ...making, pdf: { ...(await putFile(scope, files.pdf, pdf, kind)), pages, fileName: kind.fileName } };
}
